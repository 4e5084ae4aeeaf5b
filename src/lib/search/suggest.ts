/** What to offer when words are not found: the word that was meant, the topics nearest to it. */
import { findMeant } from "./spelling.ts";
import { foldWord, type QuestionWord, splitParts } from "./words.ts";

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
  /** Ids of topics that come nearest to the question's words; up to three, the nearest first. */
  topics: string[];
}

/** Most topics that are offered. */
const MOST_TOPICS = 3;
/** Shortest word of a topic's name that is looked for. */
const SHORTEST = 4;

/**
 * What to offer for a question.
 * @param doubtful Words that are found nowhere, or only in another spelling.
 * @param words Words to look for among the topics.
 * @param known Folded words of the corpus, those of most papers first; of equally near ones a topic's wins.
 */
export function makeSuggestions(
  text: string,
  doubtful: readonly QuestionWord[],
  words: readonly QuestionWord[],
  topics: readonly NamedTopic[],
  known: readonly string[] = [],
): Suggestions {
  const topicWords = indexTopicWords(topics);
  const forms = new Set(doubtful.flatMap((word) => word.forms));
  const all = [...topicWords.keys(), ...known];
  const mend = (token: string): string => (forms.has(foldWord(token)) && findMeant(foldWord(token), all)) || token;
  const mended = text.split(" ").map(mend).join(" ");
  const near = findNearTopics(
    words.flatMap((word) => word.forms.join(" ").split(" ")),
    topicWords,
  );
  return mended === text ? { topics: near } : { text: mended, topics: near };
}

/** Words of the topics' names, each with the topics it names. */
function indexTopicWords(topics: readonly NamedTopic[]): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { id, label, aliases } of topics) {
    for (const word of splitParts([label, ...aliases].join(" ")).map(foldWord)) {
      if (word.length >= SHORTEST) words.set(word, (words.get(word) ?? new Set()).add(id));
    }
  }
  return words;
}

/** Topics with a word in their names that is, or nearly is, one of these; those with most of them first. */
function findNearTopics(words: readonly string[], topicWords: ReadonlyMap<string, Set<string>>): string[] {
  const scores = new Map<string, number>();
  for (const word of words) {
    const ids = topicWords.get(word) ?? topicWords.get(findMeant(word, topicWords.keys()) ?? "") ?? [];
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + 1);
  }
  // Equal ones stay in the vocabulary's order.
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOPICS)
    .map(([id]) => id);
}
