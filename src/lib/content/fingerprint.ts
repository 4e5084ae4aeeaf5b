/** Fingerprints of texts, as files of content keep them: for knowing a text again without a copy of it. */
import { cleanText } from "../latex/clean.ts";
import { hashText } from "../records/sealed-text.ts";

/** Digits of a fingerprint, of a text's SHA-256 in hexadecimal ones. */
export const FINGERPRINT_DIGITS = 16;

/** Fingerprint of a source's title or abstract: alike for copies that differ in white space, quotation marks or dashes. */
export function fingerprintSource(text: string): string {
  const plain = cleanText(text)
    .normalize("NFKC")
    .replace(/[‘’‚‛“”„‟]/g, "'")
    .replaceAll('"', "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ");
  return hashText(plain.trim(), FINGERPRINT_DIGITS);
}
