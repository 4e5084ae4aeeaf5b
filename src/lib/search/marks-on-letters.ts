/** Marks on letters, which the index does not have. */

/** Marks that make another sign of a kana, が of か, rather than an accent: the index keeps them. */
const VOICING = /[\u3099\u309A]/;

/** A word without marks on letters, as the index has it; the letters of other scripts than kana may come apart. */
export function stripMarks(word: string): string {
  const stripped = word.normalize("NFD").replace(/(?![\u3099\u309A])\p{M}/gu, "");
  return VOICING.test(stripped) ? stripped.normalize("NFC") : stripped;
}
