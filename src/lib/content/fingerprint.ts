/** Fingerprints of texts, as files of content keep them: for knowing a text again without a copy of it. */
import { hash } from "node:crypto";
import { cleanText } from "../latex/clean.ts";

/** 16 hexadecimal digits of a text's SHA-256. */
export function makeFingerprint(text: string): string {
  return hash("sha256", text).slice(0, 16);
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
