/** What to offer when words are not found: the word that was meant, the topics nearest to it. */
import { findNearest } from "../content/nearest.ts";
import { foldWord, isStopWord, type QuestionWord, splitParts } from "./words.ts";

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
  /** Ids of topics that come nearest to the question's words; up to three. */
  topics: string[];
}

/** Most topics that are offered. */
const MOST_TOPICS = 3;
/** Shortest word that is worth mending: shorter ones are near to too many. */
const SHORTEST_MENDED = 4;

/**
 * What to offer for a question.
 * @param doubtful Words that are found nowhere, or only in a rather different spelling.
 * @param words Words to look for among the topics.
 */
export function makeSuggestions(
  text: string,
  doubtful: readonly QuestionWord[],
  words: readonly QuestionWord[],
  topics: readonly NamedTopic[],
): Suggestions {
  const topicWords = indexTopicWords(topics);
  const mended = mendText(text, new Set(doubtful.flatMap(({ forms }) => forms)), topicWords);
  const parts = words.flatMap(({ forms }) => forms[0]?.split(" ") ?? []);
  return { ...(mended === undefined ? {} : { text: mended }), topics: findNearTopics(parts, topicWords) };
}

/** Words of the topics' names, each with the topics it names. */
export function indexTopicWords(topics: readonly NamedTopic[]): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const { id, label, aliases } of topics) {
    const names = [label, ...aliases].flatMap((name) => name.split(/\s+/).flatMap(splitParts)).map(foldWord);
    for (const word of new Set(names)) {
      if (word.length >= SHORTEST_MENDED && !isStopWord(word)) words.set(word, [...(words.get(word) ?? []), id]);
    }
  }
  return words;
}

/** The known word that a word probably means; undefined when none is near or it is known itself. */
export function mendWord(word: string, topicWords: ReadonlyMap<string, string[]>): string | undefined {
  const folded = foldWord(word);
  if (folded.length < SHORTEST_MENDED || topicWords.has(folded)) return undefined;
  return findNearest(folded, topicWords.keys());
}

/** The text with its doubtful words mended, given folded; undefined when none can be. */
export function mendText(
  text: string,
  doubtful: ReadonlySet<string>,
  topicWords: ReadonlyMap<string, string[]>,
): string | undefined {
  const mended = text
    .split(/\s+/)
    .map((token) => (doubtful.has(foldWord(token)) ? (mendWord(token, topicWords) ?? token) : token))
    .join(" ");
  return mended === text ? undefined : mended;
}

/** Topics with a word in their names that is, or nearly is, one of these; those with most of them first. */
export function findNearTopics(words: readonly string[], topicWords: ReadonlyMap<string, string[]>): string[] {
  const scores = new Map<string, number>();
  for (const word of words.map(foldWord)) {
    const known = topicWords.has(word) ? word : mendWord(word, topicWords);
    for (const id of topicWords.get(known ?? "") ?? []) scores.set(id, (scores.get(id) ?? 0) + 1);
  }
  // Equal ones stay in the vocabulary's order.
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOPICS)
    .map(([id]) => id);
}
