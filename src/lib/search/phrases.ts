/** What the search page says about an answer, in words. */
import { countNoun } from "../counts.ts";
import { UNKNOWN_DATE } from "../dates.ts";
import { UNKNOWN_YEAR } from "./index-format.ts";
import { isFiltered, type Sort } from "./question.ts";
import type { SearchResult } from "./result.ts";
import type { SearchAnswer } from "./search-answer.ts";

/** Orders of results in words, as the search page offers them. */
export const SORT_NAMES: Record<Sort, string> = {
  relevance: "best fit first",
  newest: "newest first",
  comments: "most comments first",
};

/** Why a paper is among the results, in a head and a line; see `describeReason`. */
export interface Reason {
  /** How much of the question it has: `3 of 4 words`. */
  head: string;
  /** Which words: `agents, learn, search`. */
  words: string;
}

/** What a screen reader is told of an answer: `22 papers for “agents”, newest first, with 2 filters.` */
export function describeAnswer(answer: SearchAnswer, filterCount: number): string {
  const { question, results, like } = answer;
  const of = like === undefined && question.text !== "" && results.length > 0 ? ` for ${quote(question.text)}` : "";
  const count =
    like !== undefined && results.length > 0
      ? `${countNoun(results.length, "paper")} like ${quote(like.title)}`
      : describeCount(answer);
  const order = question.sort === "relevance" || results.length === 0 ? "" : `, ${SORT_NAMES[question.sort]}`;
  const filters = filterCount === 0 ? "" : `, with ${countNoun(filterCount, "filter")}`;
  return `${count}${of}${order}${filters}.`;
}

/** How many papers there are: `1 paper`, `3 papers, and 12 that come near`, `Nothing for “sourdough”`. */
export function describeCount(answer: SearchAnswer): string {
  const { question, results, exactCount, sureCount, isCountExact } = answer;
  if (question.like !== undefined) return describeLikeness(answer);
  const nearCount = results.length - exactCount;
  if (results.length === 0)
    return question.text === "" ? "Nothing with these filters" : `Nothing for “${question.text}”`;
  if (exactCount === 0) return `${countNoun(nearCount, "paper")} that ${nearCount === 1 ? "comes" : "come"} near`;
  const exact = isCountExact ? countNoun(exactCount, "paper") : `at least ${countNoun(sureCount, "paper")}`;
  const near = nearCount === 0 ? "" : `, and ${nearCount} that ${nearCount === 1 ? "comes" : "come"} near`;
  return capitalize(`${exact}${near}`);
}

function describeLikeness({ question, results, like }: SearchAnswer): string {
  if (like === undefined) return "No such paper here";
  if (results.length > 0) return `Like ${quote(like.title)}`;
  return `Nothing like ${quote(like.title)}${isFiltered(question) ? " with these filters" : ""}`;
}

/** Why a paper is among the results; undefined where there is but one word, so that nothing needs saying. */
export function describeReason(
  { matched, isApart, isExact }: SearchResult,
  { words, isPhrase }: SearchAnswer,
): Reason | undefined {
  const list = matched.map(({ text }) => text).join(", ");
  if (isPhrase && isExact) return { head: "these very words", words: "" };
  if (words.length <= 1) {
    if (isApart) return { head: "not as one word", words: list };
    return isExact ? undefined : { head: "in longer words", words: list };
  }
  if (isApart && matched.length === words.length) return { head: "all words, but apart", words: list };
  if (!isExact && matched.length === words.length) {
    return { head: isPhrase ? "all words, but not in a row" : "all words, some within longer ones", words: list };
  }
  return { head: `${matched.length} of ${words.length} words`, words: list };
}

/** A year as it is read. */
export function nameYear(year: string): string {
  return year === UNKNOWN_YEAR ? UNKNOWN_DATE : year;
}

/** Text between quotation marks. */
export function quote(text: string): string {
  return `“${text}”`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
