/** What to offer when words are not found: the word that was meant, the topics nearest to it. */
import { countShared } from "./surface.ts";
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
/** Most letters that may be wrong. */
const MOST_WRONG = 2;
/** Letters a word must have for each that may be wrong, and more than these: shorter ones are near to too many. */
const LETTERS_EACH = 3;

/**
 * What to offer for a question.
 * @param doubtful Words that are found nowhere, or only in another spelling.
 * @param words Words to look for among the topics.
 */
export function makeSuggestions(
  text: string,
  doubtful: readonly QuestionWord[],
  words: readonly QuestionWord[],
  topics: readonly NamedTopic[],
): Suggestions {
  const topicWords = indexTopicWords(topics);
  const forms = new Set(doubtful.flatMap((word) => word.forms));
  const mend = (token: string): string =>
    (forms.has(foldWord(token)) && findMeant(foldWord(token), topicWords)) || token;
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
      if (word.length > LETTERS_EACH) words.set(word, (words.get(word) ?? new Set()).add(id));
    }
  }
  return words;
}

/**
 * The known word that a mistyped one probably means: it differs in one place by one letter, or two in longer words, and
 * ends alike; where only the ending differs, the word is rather inflected than mistyped. An edit distance would find
 * more, but its code is as long as all of this.
 */
function findMeant(word: string, known: ReadonlyMap<string, unknown>): string | undefined {
  if (word.length <= LETTERS_EACH) return undefined;
  const reversed = reverse(word);
  let best: { word: string; cost: number } | undefined;
  for (const other of known.keys()) {
    if (word.startsWith(other) || other.startsWith(word)) continue;
    const end = countShared(reversed, reverse(other));
    const shared = Math.min(countShared(word, other) + end, word.length, other.length);
    const cost = Math.max(word.length, other.length) - shared;
    if (end > 0 && cost > 0 && cost < (best?.cost ?? MOST_WRONG + 1)) best = { word: other, cost };
  }
  return best !== undefined && word.length >= LETTERS_EACH * best.cost ? best.word : undefined;
}

function reverse(word: string): string {
  return [...word].reverse().join("");
}

/** Topics with a word in their names that is, or nearly is, one of these; those with most of them first. */
function findNearTopics(words: readonly string[], topicWords: ReadonlyMap<string, Set<string>>): string[] {
  const scores = new Map<string, number>();
  for (const word of words) {
    const ids = topicWords.get(word) ?? topicWords.get(findMeant(word, topicWords) ?? "") ?? [];
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + 1);
  }
  // Equal ones stay in the vocabulary's order.
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOPICS)
    .map(([id]) => id);
}
