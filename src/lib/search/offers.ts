/** What is offered where a question finds little: the words or the name that were probably meant, the nearest papers. Fetched only then. */
import type { EntryView } from "../papers/entry.ts";
import { findNearAuthor } from "./author-search.ts";
import type { SearchEngine } from "./engine.ts";
import { type Question, withoutFilters } from "./question.ts";
import type { Retrieved, SearchResult } from "./result.ts";
import { retrieve } from "./retrieve.ts";
import { makeSuggestions } from "./suggest.ts";
import { type NamedTopic, NO_SUGGESTIONS, type Suggestions } from "./suggestions.ts";
import type { SearchTables } from "./tables.ts";
import { parseQuestionWords, type QuestionWord, type ReadQuestion } from "./words.ts";

/** Names that are offered, and words that are also written with a hyphen. */
interface OfferedWords {
  /** All topics. */
  topics: readonly NamedTopic[];
  /** By how they are written together. */
  compounds: ReadonlyMap<string, string>;
}

/** What to offer beside results that are poor, and where there are none. */
export async function makeOffers(
  engine: SearchEngine,
  question: Question,
  { results, unknown, loose }: Retrieved,
  { words }: ReadQuestion,
  vocabulary: OfferedWords,
  signal: AbortSignal | undefined,
): Promise<Suggestions> {
  const isFound = results.length > 0;
  const isDoubtful = unknown.length + loose.length > 0;
  const meant = await findMeantAuthor(engine, question, results, isDoubtful);
  if (isFound && !isDoubtful && meant === undefined) return NO_SUGGESTIONS;
  const known = await readLikely(engine.tables, [...unknown, ...loose]);
  const { topics } = vocabulary;
  const suggestions = {
    ...makeSuggestions(question.text, { unknown, loose }, isFound ? [] : words, topics, known),
    ...(meant === undefined ? {} : { text: meant }),
  };
  return isFound
    ? suggestions
    : { ...suggestions, papers: await findNearest(engine, question, suggestions, vocabulary, signal) };
}

/** Two to four words of letters: what may be a person's name. */
const NAME = /^\s*\p{L}[\p{L}\p{M}.'’\p{Pd}]*(?:,?\s+\p{L}[\p{L}\p{M}.'’\p{Pd}]*){1,3}\s*$/u;

/** The author whose name was probably meant, with a letter wrong. @param isWide whether some word is doubtful */
async function findMeantAuthor(
  engine: SearchEngine,
  { text }: Question,
  results: readonly SearchResult[],
  isWide: boolean,
): Promise<string | undefined> {
  if (!NAME.test(text)) return undefined;
  const near = results.map(({ hit }) => hit);
  return findNearAuthor(engine, text, near, isWide);
}

/** Most papers that are offered where nothing is found. */
const MOST_NEAREST = 3;

/** The first papers for what was probably meant, within the filters, else without them. */
async function findNearest(
  engine: SearchEngine,
  question: Question,
  { text, words }: Suggestions,
  vocabulary: OfferedWords,
  signal: AbortSignal | undefined,
): Promise<EntryView[]> {
  const meant = text ?? words[0] ?? question.text;
  const read = parseQuestionWords(meant, vocabulary.compounds);
  if (read.words.length === 0) return [];
  for (const asked of [question, withoutFilters(question)]) {
    const { results } = await retrieve(engine, read, { ...asked, text: meant, sort: "relevance" }, signal);
    const papers = await Promise.all(results.slice(0, MOST_NEAREST).map(({ hit }) => hit.load()));
    if (papers.length > 0) return papers.map(({ entry }) => entry);
  }
  return [];
}

/** Most words for which the corpus is asked what was meant: each costs a file or two. */
const MOST_MENDED = 2;

/** The corpus's words that begin as doubtful ones do, or as they would with their first two letters exchanged. */
async function readLikely(tables: SearchTables, doubtful: readonly QuestionWord[]): Promise<string[]> {
  const beginnings = doubtful.slice(0, MOST_MENDED).flatMap(({ forms }) => {
    const word = forms.at(-1) ?? "";
    return [word, word.slice(1)];
  });
  const lists = await Promise.all(beginnings.map((beginning) => tables.readWords(beginning)));
  return [...new Set(lists.flat())];
}
