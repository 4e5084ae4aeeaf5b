/** Endings of English words, as far as spelling and counting words in a text need them. */

/** A word without an ending such as -s, -ed and -ing. */
export function stripEnding(word: string): string {
  return word.replace(/(?:ing|ed|es|er|s|e|d)$/, "");
}
