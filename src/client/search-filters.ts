/** What results can be narrowed down to: boxes with counts, and links that lead on from a question. */
import type { Facets, FacetValue } from "../lib/search/facets.ts";
import { addressOf, type FilterList, type Question, type QuestionChange, withFilter } from "../lib/search/question.ts";
import type { Labels } from "../lib/search/summary.ts";
import { make } from "./dom.ts";

/** Takes a step from the question that was asked last. */
export type ChooseStep = (step: QuestionChange) => void;

/** Values of a list that stand there at once, besides chosen ones; the others fold out. */
const SHOWN: Record<FilterList, number> = { tags: 8, years: 12, orgs: 6 };

const LEGENDS: Record<FilterList, string> = { tags: "Topic", years: "Year", orgs: "Organisation" };

/**
 * The boxes of all lists that have something to choose; each box calls `choose` with what it changes. Those of topics and
 * years come first, then those of organisations and code: the fields for months stand between them.
 */
export function makeFilters(
  question: Question,
  facets: Facets | undefined,
  label: Labels,
  choose: ChooseStep,
): { first: HTMLElement[]; others: HTMLElement[] } {
  if (facets === undefined) return { first: [], others: [] };
  const makeList = (list: FilterList): HTMLElement[] => {
    if (facets[list].length === 0) return [];
    const makeOne = ({ value, count }: FacetValue): HTMLElement =>
      makeBox(
        { key: `${list}:${value}`, label: label(list, value), count, isOn: question[list].includes(value) },
        list === "years" ? makeBar(count, facets.years) : undefined,
        (isOn) => choose((asked) => withFilter(asked, list, value, isOn)),
      );
    const isShown = ({ value }: FacetValue, index: number): boolean =>
      index < SHOWN[list] || question[list].includes(value);
    const more = facets[list].filter((value, index) => !isShown(value, index)).map(makeOne);
    return [
      make(
        "fieldset",
        { class: list },
        make("legend", { class: "label" }, LEGENDS[list]),
        ...facets[list].filter(isShown).map(makeOne),
        more.length > 0 && make("details", {}, make("summary", {}, `${more.length} more`), ...more),
      ),
    ];
  };
  const first = [...makeList("tags"), ...makeList("years")];
  if (facets.withCode === 0 && !question.hasCode) return { first, others: makeList("orgs") };
  const code = { key: "code", label: "has code", count: facets.withCode, isOn: question.hasCode };
  const box = makeBox(code, undefined, (hasCode) => choose((asked) => ({ ...asked, hasCode })));
  const others = [...makeList("orgs"), make("fieldset", {}, make("legend", { class: "label" }, "Code"), box)];
  return { first, others };
}

/**
 * A link to where a step leads from a question, so that it can be copied and opened elsewhere; when it is followed,
 * `choose` takes the step on the page that is there.
 */
export function makeQuestionLink(
  question: Question,
  step: QuestionChange,
  text: string,
  choose: ChooseStep,
  name?: string,
): HTMLElement {
  const link = make("a", { href: addressOf(step(question), location.pathname), "aria-label": name }, text);
  link.addEventListener("click", (event) => {
    // With a modifier the reader wants a tab or window of its own.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(step);
  });
  return link;
}

function makeBox(
  { key, label, count, isOn }: { key: string; label: string; count: number; isOn: boolean },
  bar: Node | undefined,
  turn: (isOn: boolean) => void,
): HTMLElement {
  const box = make("input", { type: "checkbox", "data-key": key });
  box.checked = isOn;
  box.addEventListener("change", () => turn(box.checked));
  return make("label", {}, box, make("span", {}, label), bar, make("span", {}, count.toLocaleString("en-GB")));
}

/** A bar as long as a year's share of the greatest one. */
function makeBar(count: number, years: readonly FacetValue[]): HTMLElement {
  const most = Math.max(1, ...years.map((year) => year.count));
  const bar = make("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${Math.round((100 * count) / most)}%`;
  return make("span", {}, bar);
}
