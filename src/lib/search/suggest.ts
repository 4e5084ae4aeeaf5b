/** What to offer when words are not found: the word that was meant, the topics nearest to it. */
import { findMeant, listAlike } from "./spelling.ts";
import type { NamedTopic, Suggestions } from "./suggestions.ts";
import { isSameWord } from "./surface.ts";
import { foldWord, isStopWord, type QuestionWord, splitParts } from "./words.ts";

/** Most words that are offered in place of one that no paper has. */
const MOST_WORDS = 3;
/** Most topics that are offered. */
const MOST_TOPICS = 3;
/** How the parts of a name begin. */
const LARGE = /^\p{Lu}/u;
/** Shortest word of a topic's name that is looked for. */
const SHORTEST = 4;

/**
 * What to offer for a question.
 * @param doubtful Words that are found nowhere, and those that are found in another spelling: these have right answers
 * beside them, so that only a word of the same beginning is meant (`reinforcment`, but not `vaes` by `vases`).
 * @param words Words to look for among the topics.
 * @param known Folded words of the corpus, those of most papers first; of equally near ones a topic's wins.
 */
export function makeSuggestions(
  text: string,
  doubtful: { unknown: readonly QuestionWord[]; loose: readonly QuestionWord[] },
  words: readonly QuestionWord[],
  topics: readonly NamedTopic[],
  known: readonly string[] = [],
): Suggestions {
  const topicWords = indexTopicWords(topics);
  const unknown = new Set(doubtful.unknown.flatMap((word) => word.forms));
  const loose = new Set(doubtful.loose.flatMap((word) => word.forms));
  const all = [...topicWords.keys(), ...known];
  const mend = (token: string): string => {
    const word = foldWord(token);
    if (unknown.has(word)) return findMeant(word, all) ?? token;
    if (!loose.has(word)) return token;
    return (
      findMeant(
        word,
        all.filter((other) => other === word || isSameWord(word, other)),
      ) ?? token
    );
  };
  const tokens = text.split(" ");
  const meant = tokens.map(mend);
  // Of a name that nobody bears here no part is mended: it would be another's, or a word.
  const isName = tokens.length > 1 && tokens.every((token) => LARGE.test(token));
  const isStrange = isName && tokens.some((token, index) => unknown.has(foldWord(token)) && meant[index] === token);
  const mended = isStrange ? text : meant.join(" ");
  const near = findNearTopics(
    words.flatMap((word) => word.forms.join(" ").split(" ")),
    topicWords,
  );
  const others = words.length > 0 && mended === text ? [...unknown].flatMap((word) => listAlike(word, all)) : [];
  return {
    ...(mended === text ? {} : { text: mended }),
    words: [...new Set(others)].filter((word) => !isStopWord(word)).slice(0, MOST_WORDS),
    topics: near,
    papers: [],
  };
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
