import { mayNamePaper } from "../papers/id.ts";
import { partWords } from "./common-words.ts";
import type { SearchEngine } from "./engine.ts";
import { countResults } from "./facets.ts";
import type { NamedOrganization, NamedPerson } from "./named-source.ts";
import { type NamedResults, type NameSources, pinNamed } from "./names.ts";
import type { Question } from "./question.ts";
import { NOTHING, type Retrieved } from "./result.ts";
import { listPapers, retrieve } from "./retrieve.ts";
import type { SearchAnswer } from "./search-answer.ts";
import { type NamedTopic, NO_SUGGESTIONS, type Suggestions } from "./suggestions.ts";
import { makeCompounds, parseQuestionWords, type ReadQuestion } from "./words.ts";

/** Names that help to understand a question, made once. */
export interface Vocabulary extends NameSources {
  /** All topics. */
  topics: readonly NamedTopic[];
  /** Words that are also written with a hyphen, by how they are written together. */
  compounds: ReadonlyMap<string, string>;
}

/** Makes the vocabulary of a library's topics, of its organisations of most papers, and of people with several names. */
export function makeVocabulary(
  topics: readonly NamedTopic[],
  organizations: readonly NamedOrganization[] = [],
  people: readonly NamedPerson[] = [],
): Vocabulary {
  return {
    topics,
    organizations,
    people,
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
  // Where another order is asked for no name leads, nor where only what is not wanted is said.
  const name = async (asked: Question, retrieved: Retrieved): Promise<NamedResults> =>
    question.sort === "relevance" && read.words.length > 0
      ? pinNamed(engine, asked, retrieved, vocabulary)
      : { results: retrieved.results };
  // Needed as soon as papers are found; it comes while they are looked for.
  engine.tables.readFacets().catch(() => undefined);
  const retrieved = await run(question);
  const named = await name(question, retrieved);
  const runAgain = async (asked: Question) => (await name(asked, await run(asked))).results;
  const facets = await countResults(engine.tables, question, named.results, runAgain);
  const exactCount = named.results.filter(({ isExact }) => isExact).length;
  const unread = named.isCounted ? 0 : retrieved.unread;
  return {
    question,
    results: named.results,
    ...(named.source === undefined ? {} : { source: named.source }),
    exactCount,
    words: retrieved.words.map(({ text }) => text),
    leftOut: [...read.leftOut, ...retrieved.common.map(({ text }) => text)],
    ties: retrieved.ties,
    excluded: (read.excluded ?? []).map(({ text }) => text),
    unknown: retrieved.unknown.map(({ text }) => text),
    isPhrase: read.phrase !== undefined,
    sureCount: exactCount - Math.min(exactCount, unread),
    isCountExact: unread === 0 && (engine.isWhole || retrieved.isCounted || named.isCounted === true),
    ...(facets === undefined ? {} : { facets }),
    suggestions:
      named.source === undefined
        ? await suggest(engine, question, retrieved, read, vocabulary, signal)
        : NO_SUGGESTIONS,
  };
}

/** Fetches what a question's words need, so that the answer comes sooner when it is asked. */
export async function prepareQuestion(engine: SearchEngine, text: string, { compounds }: Vocabulary): Promise<void> {
  const { searched } = partWords(engine, parseQuestionWords(text, compounds));
  await Promise.all(searched.flatMap(({ forms }) => forms).map((form) => engine.prepare(form)));
}

/** Most words of a name. */
const MOST_NAME = 4;

/** What to offer; the code for it is fetched when there may be need of it. */
async function suggest(
  engine: SearchEngine,
  question: Question,
  retrieved: Retrieved,
  read: ReadQuestion,
  vocabulary: Vocabulary,
  signal: AbortSignal | undefined,
): Promise<Suggestions> {
  const { results, unknown, loose } = retrieved;
  const isDoubtful = unknown.length + loose.length > 0 || results.length === 0;
  // Of known words that no paper has together a few may be a name with a letter wrong.
  if (!isDoubtful && (results[0]?.isExact || read.words.length > MOST_NAME)) return NO_SUGGESTIONS;
  const { makeOffers } = await import("./offers.ts");
  return makeOffers(engine, question, retrieved, read, vocabulary, signal);
}
