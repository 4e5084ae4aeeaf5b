/** The search page's parts, and what stands in them: the start, one waiting, an answer, a failure. */
import type { SearchLabels } from "../lib/search/labels.ts";
import { describeCount } from "../lib/search/phrases.ts";
import type { Answer } from "../lib/search/planner.ts";
import type { Question } from "../lib/search/question.ts";
import { make } from "./dom.ts";
import { type Labels, listChosen, makeFilters, makeQuestionLink, nameYear } from "./search-filters.ts";
import { makeReading, makeRows, type ResultsContext } from "./search-results.ts";

/** Results shown at first, and with each "Show more". */
export const PAGE_LENGTH = 20;

/** What the page shows. */
export class SearchView {
  /** The answer that is shown; undefined when none is. */
  answer: Answer | undefined;
  readonly #root: HTMLElement;
  readonly #context: ResultsContext;
  #shown = PAGE_LENGTH;

  /**
   * @param root The element that holds the parts, each marked by `data-part`.
   * @param labels Names of what can be filtered by.
   * @param choose Answers another question.
   */
  constructor(root: HTMLElement, labels: SearchLabels, choose: (question: Question) => void) {
    this.#root = root;
    this.#context = { labels, label: makeLabels(labels), choose };
  }

  /** A part of the page. Throws where the page lacks it. */
  part<Kind extends HTMLElement>(name: string): Kind {
    const part = this.#root.querySelector<Kind>(`[data-part="${name}"]`);
    if (part === null) throw new Error(`The search page lacks its part ${name}.`);
    return part;
  }

  /** Nothing is asked. */
  showStart(): void {
    this.answer = undefined;
    this.#show("start");
    this.part("status").textContent = "";
  }

  /** The answer takes its time; an earlier one stays to be read. */
  showWaiting(): void {
    const results = this.part("results");
    results.setAttribute("aria-busy", "true");
    if (this.answer !== undefined) return;
    this.#show("desk");
    this.#showFilters(undefined);
    results.replaceChildren(make("p", { class: "note" }, "Getting the search index…"));
  }

  /** Search is not to be had; the sentence says what to do. */
  showFailure(sentence: string): void {
    this.answer = undefined;
    this.#show("desk");
    this.#showFilters(undefined);
    this.part("results").replaceChildren(make("p", { class: "notice", role: "alert" }, sentence));
  }

  /**
   * Shows an answer.
   * @param shown How many results at first.
   * @param signal Throws its reason when the answer is no longer wanted.
   */
  async showAnswer(answer: Answer, shown: number, signal: AbortSignal): Promise<void> {
    const isNothing = answer.results.length === 0;
    const rows = await (isNothing ? this.#makeNothing(answer) : makeRows(answer, 0, shown));
    const reading = await makeReading(answer, this.#context);
    signal.throwIfAborted();
    const chosen = isNothing ? [] : listChosen(answer.question, this.#context.label);
    this.answer = answer;
    this.#shown = shown;
    this.#show(
      "desk",
      ...(isNothing ? [] : ["found"]),
      ...(chosen.length > 0 ? ["chosen"] : []),
      ...(reading.length > 0 ? ["reading"] : []),
      ...(answer.results.length > shown ? ["more"] : []),
    );
    this.part("count").textContent = describeCount(answer);
    this.part("status").textContent = `${describeCount(answer)}.`;
    this.part("reading").replaceChildren(...reading);
    this.#fillChosen(chosen);
    this.#showFilters(answer);
    // Whoever has gone to a result already stays at its place.
    const current = this.findCurrent();
    this.part("results").replaceChildren(...rows);
    if (current >= 0) this.focusResult(current);
  }

  /** Shows further results and gives how many are shown then; the first of them gets the focus. */
  async showMore(): Promise<number> {
    const { answer } = this;
    if (answer === undefined) return this.#shown;
    const rows = await makeRows(answer, this.#shown, this.#shown + PAGE_LENGTH);
    if (this.answer !== answer) return this.#shown;
    this.#shown += PAGE_LENGTH;
    this.part("results").append(...rows);
    this.part("more").hidden = answer.results.length <= this.#shown;
    rows
      .find((row) => row.matches(".entry"))
      ?.querySelector<HTMLElement>("h3 a")
      ?.focus();
    return this.#shown;
  }

  /** Lets one result have the focus; false when there is none at that place, counted from 0. */
  focusResult(index: number): boolean {
    const entry = this.#listResults()[index];
    entry?.querySelector<HTMLElement>("h3 a")?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: "nearest" });
    return entry !== undefined;
  }

  /** Place of the result that has the focus, counted from 0; -1 when none has. */
  findCurrent(): number {
    return this.#listResults().findIndex((entry) => entry.contains(document.activeElement));
  }

  #listResults(): HTMLElement[] {
    return [...this.part("results").querySelectorAll<HTMLElement>(".entry")];
  }

  async #makeNothing(answer: Answer): Promise<HTMLElement[]> {
    const { makeNothing } = await import("./search-nothing.ts");
    return makeNothing(answer, this.#context);
  }

  /** Shows these parts and hides the others. */
  #show(...names: string[]): void {
    for (const name of ["start", "found", "chosen", "desk", "reading", "more"]) {
      this.part(name).hidden = !names.includes(name);
    }
  }

  #fillChosen(chosen: { label: string; without: Question }[]): void {
    const links = chosen.map(({ label, without }) =>
      makeQuestionLink(without, `${label} ×`, this.#context.choose, `Search without ${label}`),
    );
    this.part("chosen").replaceChildren(make("span", {}, "Only"), ...links);
  }

  /** One result needs no filters. The box in use keeps the focus. */
  #showFilters(answer: Answer | undefined): void {
    const part = this.part("filters");
    const inUse = part.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : undefined;
    const facets = answer !== undefined && answer.results.length > 1 ? answer.facets : undefined;
    part.hidden = facets === undefined;
    this.part("desk").classList.toggle("alone", facets === undefined);
    if (answer === undefined || facets === undefined) return;
    const { label, choose } = this.#context;
    this.part("boxes").replaceChildren(...makeFilters(answer.question, facets, label, choose));
    if (inUse) part.querySelector<HTMLElement>(`[data-key="${CSS.escape(inUse)}"]`)?.focus();
  }
}

function makeLabels({ topics, organizations }: SearchLabels): Labels {
  const names = {
    tags: new Map(topics.map(({ id, label }) => [id, label])),
    orgs: new Map(organizations.map(({ id, label }) => [id, label])),
  };
  return (list, value) => (list === "years" ? nameYear(value) : (names[list].get(value) ?? value));
}
