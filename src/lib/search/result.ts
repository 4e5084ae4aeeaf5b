/** What a search finds for words. */
import type { Hit } from "./engine.ts";
import type { QuestionWord } from "./words.ts";

/** A paper that answers a question. */
export interface SearchResult {
  /** The paper in the index. */
  hit: Hit;
  /** Words of the question that it has, in the question's order. */
  matched: QuestionWord[];
  /** Places of each of these in its text, in rising order; none for a word that stands beside the text. */
  places: readonly (readonly number[])[];
  /** Whether it has only the parts of some word with parts, and these apart from each other. */
  isApart: boolean;
  /** Whether it has all words as they are; or the very words in a row, where these were asked for. */
  isExact: boolean;
}

/** What was found. */
export interface Retrieved {
  /** Exact ones first, then those that fill up. */
  results: SearchResult[];
  /** Words that were searched for; two that the index has as one are one here. */
  words: QuestionWord[];
  /** Words that were not searched for because too many papers have them; of equally good papers those with them lead. */
  common: QuestionWord[];
  /** Acronyms and long forms that were searched for as well. */
  ties: { text: string; also: string[] }[];
  /** Words that no paper has, whatever the filters. */
  unknown: QuestionWord[];
  /** Words that papers have only in another spelling: with another ending, or cut short. */
  loose: QuestionWord[];
  /** Whether there are surely no more exact ones than these. */
  isCounted: boolean;
  /** How many of the exact ones may only seem to have words in a row, since their texts were not looked at. */
  unread: number;
}

/** A paper to which no word led; it is exact, and nothing of it apart. */
export function makePlainResult(hit: Hit): SearchResult {
  return { hit, matched: [], places: [], isApart: false, isExact: true };
}

/** What is found when nothing is. */
export const NOTHING: Retrieved = {
  results: [],
  words: [],
  common: [],
  ties: [],
  unknown: [],
  loose: [],
  isCounted: true,
  unread: 0,
};
