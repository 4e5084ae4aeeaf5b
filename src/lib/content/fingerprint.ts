/** Fingerprints of texts, as files of content keep them: for knowing a text again without a copy of it. */
import { cleanText } from "../latex/clean.ts";
import { hashText } from "../records/sealed-text.ts";

/** 16 hexadecimal digits of a text's SHA-256. */
export function makeFingerprint(text: string): string {
  return hashText(text, 16);
}

/** The same of a source's title or abstract: alike for copies that differ in white space, quotation marks or dashes. */
export function fingerprintSource(text: string): string {
  const plain = cleanText(text)
    .normalize("NFKC")
    .replace(/[‘’‚‛“”„‟]/g, "'")
    .replaceAll('"', "'");
  return makeFingerprint(
    plain
      .replace(/[‐-―−]/g, "-")
      .replace(/\s+/g, " ")
      .trim(),
  );
}
