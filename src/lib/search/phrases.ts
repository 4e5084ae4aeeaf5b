/** What the search page says about an answer, in words. */
import { countNoun } from "../errors.ts";
import type { Answer } from "./planner.ts";
import type { Result } from "./result.ts";

/** Why a paper is among the results, in a head and a line; see `describeReason`. */
export interface Reason {
  /** How much of the question it has: `3 of 4 words`. */
  head: string;
  /** Which words: `agents, learn, search`. */
  words: string;
}

/** How many papers there are: `1 paper`, `3 papers, and 12 that come near`, `Nothing for “sourdough”`. */
export function describeCount({ question, results, exactCount, isCountExact }: Answer): string {
  const nearCount = results.length - exactCount;
  if (results.length === 0)
    return question.text === "" ? "Nothing with these filters" : `Nothing for “${question.text}”`;
  if (exactCount === 0) return `${countNoun(nearCount, "paper")} that ${nearCount === 1 ? "comes" : "come"} near`;
  const exact = `${isCountExact ? "" : "at least "}${countNoun(exactCount, "paper")}`;
  const near = nearCount === 0 ? "" : `, and ${nearCount} that ${nearCount === 1 ? "comes" : "come"} near`;
  return capitalize(`${exact}${near}`);
}

/** Why a paper is among the results; undefined where there is but one word, so that nothing needs saying. */
export function describeReason({ matched, isApart, isExact }: Result, { words, isPhrase }: Answer): Reason | undefined {
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

/** Text between quotation marks. */
export function quote(text: string): string {
  return `“${text}”`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
