/** Answers a question: decides what to search for, in which order, and what to offer when little is found. */
import type { EntryView } from "../papers/entry.ts";
import { mayNamePaper } from "../papers/id.ts";
import { partWords } from "./common-words.ts";
import type { SearchEngine } from "./engine.ts";
import { countResults } from "./facets.ts";
import { type NamedOrganization, type NamedResults, pinNamed } from "./names.ts";
import { type Question, withoutFilters } from "./question.ts";
import { NOTHING, type Retrieved } from "./result.ts";
import { listPapers, retrieve } from "./retrieve.ts";
import type { SearchAnswer } from "./search-answer.ts";
import { type NamedTopic, NO_SUGGESTIONS, type Suggestions } from "./suggestions.ts";
import type { SearchTables } from "./tables.ts";
import { makeCompounds, parseQuestionWords, type QuestionWord, type ReadQuestion } from "./words.ts";

/** Names that help to understand a question, made once. */
export interface Vocabulary {
  /** All topics. */
  topics: readonly NamedTopic[];
  /** Organisations of most papers. */
  organizations: readonly NamedOrganization[];
  /** Words that are also written with a hyphen, by how they are written together. */
  compounds: ReadonlyMap<string, string>;
}

/** Makes the vocabulary of a library's topics and of its organisations of most papers. */
export function makeVocabulary(
  topics: readonly NamedTopic[],
  organizations: readonly NamedOrganization[] = [],
): Vocabulary {
  return {
    topics,
    organizations,
    compounds: makeCompounds(topics.flatMap(({ label, aliases }) => [label, ...aliases])),
  };
}

/**
 * Answers a question. An id or an address of a paper gives that paper; a question without words gives all papers within
 * its filters.
 * @param signal Ends the work early, with its reason as error, when the answer is no longer wanted.
 */
export async function answerQuestion(
  engine: SearchEngine,
  question: Question,
  vocabulary: Vocabulary,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  if (mayNamePaper(question.text)) {
    const named = await (await import("./by-id.ts")).answerId(engine, question);
    if (named !== undefined) return named;
  }
  const read = parseQuestionWords(question.text, vocabulary.compounds);
  const run = async (asked: Question): Promise<Retrieved> => {
    if (read.words.length > 0) return retrieve(engine, read, asked, signal);
    const isAll = asked.text.trim() === "" || read.excluded !== undefined;
    return isAll ? listPapers(engine, asked, read.excluded) : NOTHING;
  };
  // Needed as soon as papers are found; it comes while they are looked for.
  const knownLater = engine.tables.readFacets().catch(() => undefined);
  const retrieved = await run(question);
  const known = await knownLater;
  const organizationOf = (key: string): string | undefined => known?.get(key)?.org;
  // Where another order is asked for no name leads, nor where only what is not wanted is said.
  const named: NamedResults =
    question.sort === "relevance" && read.words.length > 0
      ? await pinNamed(question.text, retrieved.results, { organizations: vocabulary.organizations, organizationOf })
      : { results: retrieved.results };
  const runAgain = async (asked: Question) => (await run(asked)).results;
  const facets = await countResults(engine.tables, question, retrieved.results, runAgain);
  const exactCount = named.results.filter(({ isExact }) => isExact).length;
  return {
    question,
    ...named,
    exactCount,
    words: retrieved.words.map(({ text }) => text),
    leftOut: [...read.leftOut, ...retrieved.common.map(({ text }) => text)],
    ties: retrieved.ties,
    excluded: (read.excluded ?? []).map(({ text }) => text),
    unknown: retrieved.unknown.map(({ text }) => text),
    isPhrase: read.phrase !== undefined,
    sureCount: exactCount - Math.min(exactCount, retrieved.unread),
    isCountExact: retrieved.unread === 0 && (engine.isWhole || retrieved.isCounted),
    ...(facets === undefined ? {} : { facets }),
    suggestions: await suggest(engine, question, retrieved, read, vocabulary, signal),
  };
}

/** Fetches what a question's words need, so that the answer comes sooner when it is asked. */
export async function prepareQuestion(engine: SearchEngine, text: string, { compounds }: Vocabulary): Promise<void> {
  const { searched } = partWords(engine, parseQuestionWords(text, compounds));
  await Promise.all(searched.flatMap(({ forms }) => forms).map((form) => engine.prepare(form)));
}

/** What to offer; the code for it is fetched when there is need of it. */
async function suggest(
  engine: SearchEngine,
  question: Question,
  { results, unknown, loose }: Retrieved,
  { words }: ReadQuestion,
  vocabulary: Vocabulary,
  signal: AbortSignal | undefined,
): Promise<Suggestions> {
  const isFound = results.length > 0;
  if (isFound && unknown.length + loose.length === 0) return NO_SUGGESTIONS;
  const { makeSuggestions } = await import("./suggest.ts");
  const known = await readLikely(engine.tables, [...unknown, ...loose]);
  const { topics } = vocabulary;
  const suggestions = makeSuggestions(question.text, { unknown, loose }, isFound ? [] : words, topics, known);
  return isFound
    ? suggestions
    : { ...suggestions, papers: await findNearest(engine, question, suggestions, vocabulary, signal) };
}

/** Most papers that are offered where nothing is found. */
const MOST_NEAREST = 3;

/** The first papers for what was probably meant, within the filters, else without them. */
async function findNearest(
  engine: SearchEngine,
  question: Question,
  { text, words }: Suggestions,
  vocabulary: Vocabulary,
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
