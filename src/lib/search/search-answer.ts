/** What a question is answered with. */
import type { EntryView } from "../papers/entry.ts";
import type { Facets } from "./facets.ts";
import type { NamedResults } from "./names.ts";
import type { Question } from "./question.ts";
import type { Retrieved, SearchResult } from "./result.ts";
import { NO_SUGGESTIONS, type Suggestions } from "./suggestions.ts";

/** An answer. */
export interface SearchAnswer extends Omit<NamedResults, "isCounted">, Pick<Retrieved, "ties"> {
  /** What was asked. */
  question: Question;
  /** How many of the results hold all words. */
  exactCount: number;
  /** Words that were searched for, as typed. */
  words: string[];
  /** Words that were left out because nearly every text, or very many of these papers, has them. */
  leftOut: string[];
  /** Words that papers must not have, as typed. */
  excluded: string[];
  /** Words that no paper has. */
  unknown: string[];
  /** Whether the words were to stand in a row. */
  isPhrase: boolean;
  /** The id of the paper that was asked for by an id or an address. */
  paperId?: string;
  /** That id, when it is arXiv's. */
  arxivId?: string;
  /** The paper that the results are like, when papers like one were asked for and it is here. */
  like?: EntryView;
  /** How many of the results surely hold all words; fewer than `exactCount` where some texts were not looked at. */
  sureCount: number;
  /** Whether that is the number of papers that do; otherwise there are at least so many. */
  isCountExact: boolean;
  /** What the results can be narrowed down to; absent where it is not known. */
  facets?: Facets;
  /** What to offer in place of words that are found nowhere, or when nothing is found. */
  suggestions: Suggestions;
}

/** The answer that consists of these papers, in this order, all of them exact; no word led to them. */
export function makePlainAnswer(question: Question, results: SearchResult[]): SearchAnswer {
  return {
    question,
    results,
    exactCount: results.length,
    sureCount: results.length,
    words: [],
    leftOut: [],
    ties: [],
    excluded: [],
    unknown: [],
    isPhrase: false,
    isCountExact: true,
    suggestions: NO_SUGGESTIONS,
  };
}
