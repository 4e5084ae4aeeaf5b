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
import { stripEnding } from "./word-ending.ts";
import { foldWord, parseQuestionWords, type QuestionWord, type ReadQuestion } from "./words.ts";

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
  const isPoor = results[0]?.isExact !== true;
  const isDoubtful = unknown.length + loose.length > 0;
  const meant =
    (await findMeantAuthor(engine, question, results, isDoubtful)) ??
    (isPoor ? await joinParts(engine.tables, question.text) : undefined);
  if (isFound && !isDoubtful && meant === undefined) return NO_SUGGESTIONS;
  const known = await readLikely(engine.tables, [...unknown, ...loose]);
  // Beside right answers only a word of the same beginning is meant; where there are none, any, unless papers inflect it.
  const isOther = ({ forms }: QuestionWord): boolean =>
    isPoor && !forms.some((form) => known.some((other) => isFormOf(form, other)));
  const doubtful = {
    unknown: [...unknown, ...loose.filter(isOther)],
    loose: loose.filter((word) => !isOther(word)),
  };
  const suggestions = {
    ...makeSuggestions(question.text, doubtful, isFound ? [] : words, vocabulary.topics, known),
    ...(meant === undefined ? {} : { text: meant }),
  };
  return isFound
    ? suggestions
    : { ...suggestions, papers: await findNearest(engine, question, suggestions, vocabulary, signal) };
}

/** Most letters of a plural's ending, and fewest of a word that has one. */
const PLURAL_LENGTH = 2;
const SHORTEST_STEM = 4;

/** Whether a word is another with another ending. */
function isFormOf(word: string, other: string): boolean {
  const isLonger = other.length >= SHORTEST_STEM && word.startsWith(other);
  return (isLonger && word.length - other.length <= PLURAL_LENGTH) || stripEnding(word) === stripEnding(other);
}

/** Most words of a question in which two are looked at as one: each costs a file. */
const MOST_JOINED = 3;

/** The question with two neighbours as the one word that papers have: `jail break` as `jailbreak`. */
async function joinParts(tables: SearchTables, text: string): Promise<string | undefined> {
  const words = text.split(" ");
  if (words.length > MOST_JOINED) return undefined;
  for (const [index, word] of words.slice(0, -1).entries()) {
    const joined = foldWord(word + words[index + 1]);
    const known = await tables.readWords(joined);
    if (known.includes(joined)) return [...words.slice(0, index), joined, ...words.slice(index + 2)].join(" ");
  }
  return undefined;
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

/** Letters that a word has to share with the question at its beginning, so that its papers are near. */
const SHARED = 4;

/** The first papers for what was probably meant, within the filters, else without them. */
async function findNearest(
  engine: SearchEngine,
  question: Question,
  { text, words }: Suggestions,
  vocabulary: OfferedWords,
  signal: AbortSignal | undefined,
): Promise<EntryView[]> {
  // A word that only looks alike leads to papers of something else.
  const [alike = question.text] = words.filter((word) => word.startsWith(question.text.slice(0, SHARED).toLowerCase()));
  const meant = text ?? alike;
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
