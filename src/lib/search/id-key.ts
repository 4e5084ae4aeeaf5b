/** Words under which the index has the other ids of papers. */
import { foldId } from "../papers/id.ts";

/**
 * The word for an id in any of its forms: letters alone, since the index parts words at digits and signs, and of one length.
 * Two passes of FNV-1a with 32 bits each, http://www.isthe.com/chongo/tech/comp/fnv/: of a million ids no two share one.
 */
export function makeIdKey(id: string): string {
  const folded = foldId(id);
  const digits = hash(folded, 0x811c9dc5) + hash(folded, 0x1000193);
  return `qz${[...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("")}q`;
}

/** Eight hex digits. */
function hash(text: string, start: number): string {
  let sum = start;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
}
