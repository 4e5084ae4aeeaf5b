/** What is offered in place of words that are not found; suggest.ts, which is fetched only then, finds it. */
import type { EntryView } from "../papers/entry.ts";

/** A topic by its names. */
export interface NamedTopic {
  /** Id in the vocabulary. */
  id: string;
  /** What readers see. */
  label: string;
  /** Other names. */
  aliases: string[];
}

/** What to offer when words are not found. */
export interface Suggestions {
  /** The question as it was probably meant; absent when that is not known. */
  text?: string;
  /** Words of the corpus that are written nearly so, where it is not known what was meant; up to three, the nearest first. */
  words: string[];
  /** Ids of topics that come nearest to the question's words; up to three, the nearest first. */
  topics: string[];
  /** When nothing is found, the papers that come nearest to what was probably meant; up to three, the best first. */
  papers: EntryView[];
}

/** Where nothing needs to be offered. */
export const NO_SUGGESTIONS: Suggestions = { words: [], topics: [], papers: [] };
