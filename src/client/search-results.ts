/** Shows an answer: how the question was read, and the papers. */

import type { SearchLabels } from "../lib/search/labels.ts";
import { findSurfaces, makeExcerpt, markText } from "../lib/search/marks.ts";
import { describeReason, quote } from "../lib/search/phrases.ts";
import type { Answer } from "../lib/search/planner.ts";
import type { Question } from "../lib/search/question.ts";
import type { Result } from "../lib/search/result.ts";
import { type Child, keepNodes, make } from "./dom.ts";
import { makeEntryRow } from "./entry-row.ts";
import { type Labels, makeQuestionLink } from "./search-filters.ts";

/** What results need of the page around them. */
export interface ResultsContext {
  /** Names, as the site handed them over. */
  labels: SearchLabels;
  /** Words for values of filters. */
  label: Labels;
  /** Answers another question. */
  choose: (question: Question) => void;
}

/** How the question was read: words looked for, left out, found nowhere, probably meant. Empty when nothing needs saying. */
export async function makeReading(answer: Answer, { choose }: ResultsContext): Promise<(Node | string)[]> {
  const { question, words, leftOut, unknown, isPhrase, results, source, ties, excluded } = answer;
  const mended = answer.suggestions.text;
  const isNear = answer.exactCount < results.length;
  if (source !== undefined) return (await import("./search-source.ts")).makeSource(source);
  const children: Child[] = [];
  if (words.length > 1 && (leftOut.length > 0 || isNear)) {
    children.push("Looked for ", make("b", {}, words.join(", ")));
    children.push(leftOut.length > 0 ? `; left out ${leftOut.join(", ")}. ` : ". ");
    const exactly = { ...question, text: `"${question.text}"` };
    if (!isPhrase) children.push(makeQuestionLink(exactly, "Search for these very words", choose), " ");
  }
  for (const { text, also } of ties) children.push(`${quote(text)} is also ${also.map(quote).join(" or ")}. `);
  if (excluded.length > 0) children.push(`Without papers that have ${excluded.map(quote).join(" or ")}. `);
  if (unknown.length > 0 && results.length > 0) children.push(`No paper has ${unknown.map(quote).join(" or ")}. `);
  if (mended !== undefined && results.length > 0) children.push(...makeMended(question, mended, choose));
  return keepNodes(children);
}

/** The question as it was probably meant, to be asked. */
export function makeMended(question: Question, mended: string, choose: ResultsContext["choose"]): Child[] {
  return ["Did you mean ", makeQuestionLink({ ...question, text: mended }, mended, choose), "? "];
}

/** The rows from one place to another; papers that only come near stand under a heading of their own. */
export async function makeRows(answer: Answer, from: number, to: number): Promise<HTMLElement[]> {
  const rows = await Promise.all(
    answer.results.slice(from, to).map((result, index) => makeRow(answer, result, from + index)),
  );
  const near = answer.exactCount;
  if (near === 0 || near < from || near >= to || near >= answer.results.length) return rows;
  const heading = make("h2", { class: "label like" }, answer.words.length > 1 ? "Some of the words" : "Near it");
  return [...rows.slice(0, near - from), heading, ...rows.slice(near - from)];
}

async function makeRow(answer: Answer, result: Result, index: number): Promise<HTMLElement> {
  const paper = await result.hit.load();
  const surfaces = findSurfaces(result.hit, result.matched, paper);
  const title = markText(paper.entry.title, surfaces);
  const tldr = markText(paper.entry.tldr ?? paper.entry.opening ?? "", surfaces);
  const isSeen = [...title, ...tldr].some(({ isMarked }) => isMarked);
  return makeEntryRow({
    entry: paper.entry,
    number: index + 1,
    title,
    tldr,
    excerpt: isSeen || surfaces.size === 0 ? [] : makeExcerpt(result.hit, paper, surfaces),
    reason: describeReason(result, answer),
  });
}
