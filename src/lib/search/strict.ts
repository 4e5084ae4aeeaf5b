/** Searches that ask for all words at once, where a title that has them counts much. */
import type { SearchEngine } from "./engine.ts";
import { foldWord, type QuestionWord, type ReadQuestion, splitParts } from "./words.ts";

/**
 * Scores by key by which exact papers are ordered: of those with a phrase, or with the one word that is asked. For more
 * words the added scores order them better, by two public collections; then there are none here.
 */
export function findStrict(
  engine: SearchEngine,
  { phrase }: ReadQuestion,
  words: readonly QuestionWord[],
): Promise<Map<string, number>> {
  if (phrase !== undefined) return addSearches(engine, listPhrases(phrase, words));
  const [word] = words;
  if (word === undefined || words.length > 1) return Promise.resolve(new Map());
  return addSearches(engine, word.forms);
}

/** The very words in a row; a hyphen may stand for a space, and words that the index has as one may be so. */
function listPhrases(phrase: string, words: readonly QuestionWord[]): string[] {
  const spaced = splitParts(phrase).map(foldWord).join(" ");
  const together = words.reduce((text, { forms }) => text.replaceAll(forms[0] ?? "", forms.at(-1) ?? ""), spaced);
  // A row with hyphens between all of its words is one word to the index.
  return [`"${spaced}"`, `"${together}"`, `"${spaced.replaceAll(" ", "")}"`];
}

async function addSearches(engine: SearchEngine, terms: readonly string[]) {
  const found = await Promise.all([...new Set(terms)].map((term) => engine.search(term, "strict")));
  const scores = new Map<string, number>();
  for (const { key, score } of found.flat()) scores.set(key, (scores.get(key) ?? 0) + score);
  return scores;
}
