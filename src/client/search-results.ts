/** Shows an answer: how the question was read, and the papers. */
import { makeEntryRow } from "../lib/papers/entry-row.ts";
import type { FoundPaper } from "../lib/search/engine.ts";
import { makeExcerpt } from "../lib/search/excerpt.ts";
import type { SearchLabels } from "../lib/search/labels.ts";
import { findSurfaces, markText } from "../lib/search/marks.ts";
import { describeReason } from "../lib/search/phrases.ts";
import { EMPTY_QUESTION } from "../lib/search/question.ts";
import type { SearchResult } from "../lib/search/result.ts";
import type { SearchAnswer } from "../lib/search/search-answer.ts";
import type { Labels } from "../lib/search/summary.ts";
import { buildNode, make, makeMarked } from "./dom.ts";
import { type ChooseStep, makeQuestionLink } from "./search-filters.ts";

/** What results need of the page around them. */
export interface ResultsContext {
  /** Names, as the site handed them over. */
  labels: SearchLabels;
  /** Words for values of filters. */
  label: Labels;
  /** Takes a step from the question that was asked last, and answers what it leads to. */
  choose: ChooseStep;
}

/**
 * How the question was read; empty when nothing needs saying, as of one known word. The code for it comes while the
 * first papers do, so that nobody waits for it.
 */
export async function makeReading(answer: SearchAnswer, { choose }: ResultsContext): Promise<(Node | string)[]> {
  const { words, unknown, source, like, ties, excluded, suggestions } = answer;
  const lists = [words.slice(1), unknown, ties, excluded];
  const isPlain = source === undefined && like === undefined && suggestions.text === undefined;
  if (isPlain && lists.every((list) => list.length === 0)) return [];
  // That it cannot be fetched is no reason to show nothing.
  const code = await import("./search-reading.ts").catch(() => undefined);
  return code?.describeReading(answer, choose) ?? [];
}

/** Fetches the papers from one place to another, so that their rows need not wait. */
export function loadPapers({ results }: SearchAnswer, from: number, to: number): Promise<FoundPaper[]> {
  return Promise.all(results.slice(from, to).map(({ hit }) => hit.load()));
}

/** The rows from one place to another; papers that only come near stand under a heading of their own. */
export async function makeRows(
  answer: SearchAnswer,
  from: number,
  to: number,
  context: ResultsContext,
): Promise<HTMLElement[]> {
  const papers = await loadPapers(answer, from, to);
  const rows = papers.flatMap((paper, index) => {
    const result = answer.results[from + index];
    if (result === undefined) return [];
    // All lists of an answer are one to whoever hears them: "3 of 50".
    const place = { "aria-posinset": `${from + index + 1}`, "aria-setsize": `${answer.results.length}` };
    return [make("li", place, makeRow(answer, result, paper, from + index, context))];
  });
  const makeList = (own: HTMLElement[]) => (own.length === 0 ? [] : [make("ol", { class: "entries" }, ...own)]);
  const near = answer.exactCount;
  if (near === 0 || near < from || near >= to || near >= answer.results.length) return makeList(rows);
  const heading = make("h2", { class: "label like" }, answer.words.length > 1 ? "Some of the words" : "Near it");
  return [...makeList(rows.slice(0, near - from)), heading, ...makeList(rows.slice(near - from))];
}

function makeRow(
  answer: SearchAnswer,
  result: SearchResult,
  paper: FoundPaper,
  index: number,
  { choose }: ResultsContext,
): HTMLElement {
  const surfaces = findSurfaces(result.hit, result.matched, paper);
  const { entry } = paper;
  const reason = describeReason(result, answer);
  return makeEntryRow(buildNode, entry, {
    heading: "h3",
    number: index + 1,
    link: { href: entry.href },
    name: entry.title,
    title: makeMarked(markText(entry.title, surfaces)),
    sentence: makeMarked(markText(entry.tldr ?? entry.finding ?? "", surfaces)),
    excerpt: makeMarked(makeExcerpt(result.hit, result.matched, paper, surfaces)),
    why: reason && [make("b", {}, reason.head), reason.words !== "" && make("span", {}, reason.words)],
    alike: makeQuestionLink(
      EMPTY_QUESTION,
      () => ({ ...EMPTY_QUESTION, like: entry.id }),
      "More like this",
      choose,
      `More like this: ${entry.title}`,
    ),
  });
}
