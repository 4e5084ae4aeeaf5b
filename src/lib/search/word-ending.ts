/** Endings of English words, as far as spelling and counting words in a text need them. */

/** A word without an ending such as -s, -ed and -ing. */
export function stripEnding(word: string): string {
  return word.replace(/(?:ing|ed|es|er|s|e|d)$/, "");
}

/** Whether a word is what others end in: written together with a short word, little but that one is left in the index. */
export function isEnding(word: string): boolean {
  return /^(?:ful(?:ly)?|less|ness|ably|able|ally|ingly|ing|edly|ed|ly|er|est|ive)$/.test(word);
}
