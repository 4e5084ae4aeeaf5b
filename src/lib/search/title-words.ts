/** Words of titles that a question can be made of, so that it is read as it is written. */
import { toPlainText } from "../latex/render.ts";
import { isStopStem, stemWord } from "../papers/words.ts";

/** A word that means the same however a search reads it: letters of small case, behind at most one large one. */
const PLAIN = /^[A-Za-z][a-z]+$/;

/** Words of a title as they are written; what stands behind a sign is a word for itself, and no neighbour. */
export function splitTitle(title: string): string[] {
  return toPlainText(title).split(/\s/);
}

/** Whether a word says what a paper is about, and has no sign that joins it to another. */
export function isTelling(word: string): boolean {
  return PLAIN.test(word) && word.length > 2 && !isStopStem(stemWord(word.toLowerCase()));
}

/** Fewer letters are seldom a word that one remembers. */
const LEAST_LETTERS = 5;

/** The longer words of a title that say what it is about, each once, in lower case. */
export function listMemorable(title: string): string[] {
  const words = splitTitle(title).filter((word) => word.length >= LEAST_LETTERS && isTelling(word));
  return [...new Set(words.map((word) => word.toLowerCase()))];
}
