/** Texts behind their own checksum, so that one that was damaged is known; and that checksum, by which things are told apart. */
import { createHash } from "node:crypto";

/** SHA-256 of a text in hexadecimal digits, 64 of them unless fewer are asked for: 12 do for thousands of things. */
export function hashText(text: string, digits = 64): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** A text behind its checksum. */
export function sealText(text: string): string {
  return `${hashText(text)}\n${text}`;
}

/** The text that was sealed; undefined when it is not as it was. */
export function unsealText(sealed: string): string | undefined {
  const end = sealed.indexOf("\n");
  const text = sealed.slice(end + 1);
  return sealed.slice(0, end) === hashText(text) ? text : undefined;
}
