/** TeX's ways to write dashes, quotation marks and spaces that do not break. */
import { LONGEST_GROUP } from "./braces.ts";
import type { Replacement } from "./replacement.ts";

/** A word, number or formula may stand before or behind a dash. */
const BEFORE_DASH = /[\p{L}\p{M}\p{N}$)\]}”’"'.,%*+\\]$/u;
const BEHIND_DASH = /^[\p{L}\p{N}$([{“‘"'`\\]/u;

/**
 * `~` as a space where TeX means a space that does not break: behind a letter, digit, full stop or bracket and before a
 * letter, digit or command. Between two digits (`3~5`) people mean a range, and elsewhere (` ~4x`) about.
 */
export function readTie(text: string, index: number): Replacement | undefined {
  if (text.charAt(index) !== "~") return undefined;
  const [before, behind] = [text.slice(Math.max(0, index - 2), index), text.slice(index + 1, index + 3)];
  if (/\p{N}$/u.test(before) && /^\p{N}/u.test(behind)) return undefined;
  if (!/[\p{L}\p{M}\p{N}.,;)\]}]$/u.test(before) || !/^(?:[\p{L}\p{N}([]|\\[A-Za-z]|\$\S)/u.test(behind))
    return undefined;
  return { text: " ", length: 1 };
}

/** `--` and `---` as dashes between words and numbers; in a flag (`--help`), an arrow or a rule they stay. */
export function readDash(text: string, index: number): Replacement | undefined {
  const length = /^-*/.exec(text.slice(index, index + 4))?.[0].length ?? 0;
  if (length === 0) return undefined;
  const stays = { text: "-".repeat(length), length };
  if ((length !== 2 && length !== 3) || text.charAt(index - 1) === "-") return stays;
  const before = text.slice(Math.max(0, index - 80), index);
  const behind = text.slice(index + length, index + length + 1);
  const isSpaced = /[^\s-]\s$/.test(before.slice(-2)) && behind === " " && text.length > index + length + 1;
  const isFlag = /$(?<=(?:^|[\s([`"'])--?[A-Za-z]\S*)/.test(before);
  const isJoined = BEFORE_DASH.test(before.slice(-2)) && BEHIND_DASH.test(behind) && !isFlag;
  return isSpaced || isJoined ? { text: length === 2 ? "–" : "—", length } : stays;
}

/** ` `` ` and `''` as quotation marks, where each has its partner. */
export function readQuote(text: string, index: number): Replacement | undefined {
  if (text.startsWith("``", index)) {
    const behind = text.slice(index + 2, index + LONGEST_GROUP);
    const [closing, next] = [behind.indexOf("''"), behind.indexOf("``")];
    const isOpening = closing > 0 && (next === -1 || next > closing);
    return isOpening ? { text: "“", length: 2 } : undefined;
  }
  if (!text.startsWith("''", index)) return undefined;
  const before = text.slice(Math.max(0, index - LONGEST_GROUP), index);
  const opening = before.lastIndexOf("``");
  const isClosing = opening !== -1 && opening + 2 < before.length && !before.includes("''", opening + 2);
  return isClosing ? { text: "”", length: 2 } : undefined;
}
