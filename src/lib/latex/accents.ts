/** Accent commands of TeX as letters: `\"{o}`, `\'e`, `\v s`, `\'{\i}`. */
import { ACCENTS } from "./commands.ts";
import type { Replacement } from "./replacement.ts";

/** What may follow an accent written as a sign: a letter, also in braces, or a letter that has lost its dot. */
const BEHIND_SIGN = /^(?:\{(\\[ij]|\p{L}\p{M}*)\s*\}|\{?\\([ij])(?![A-Za-z])(?:\{\}|\s)?\}?|(\p{L}))/u;
/** The same for one written as a letter, which needs braces, a space or a backslash behind it. */
const BEHIND_LETTER = /^(?:\s*\{(\\[ij]|\p{L}\p{M}*)\s*\}|\s*\\([ij])(?![A-Za-z])(?:\{\}|\s)?|\s+(\p{L})(?!\p{L}{3}))/u;
/** An apostrophe that some program escaped: `it\'s`. */
const APOSTROPHE = /^(?:s|t|re|ll|ve|d|m)(?!\p{L})/u;

/**
 * The letter with its accent; undefined when the command is no accent, or stands before no letter that can bear it.
 * @param name The command without its backslash.
 * @param index Where its backslash stands.
 * @param isName Whether the text is a name, in which no apostrophe is escaped.
 */
export function readAccent(text: string, index: number, name: string, isName: boolean): Replacement | undefined {
  const mark = ACCENTS.get(name);
  if (mark === undefined) return undefined;
  const after = index + 1 + name.length;
  // The signs themselves, in a form that is read as TeX no more.
  if (/[\^~]/.test(name) && text.startsWith("{}", after)) {
    return { text: name === "^" ? "^" : "∼", length: 4 };
  }
  const rest = text.slice(after, after + 16);
  const match = (/[A-Za-z]/.test(name) ? BEHIND_LETTER : BEHIND_SIGN).exec(rest);
  if (match === null) return undefined;
  const [whole, braced, dotless, bare] = match;
  if (name === "'" && bare !== undefined && !isName && /\p{L}/u.test(text.charAt(index - 1)) && APOSTROPHE.test(rest)) {
    return { text: "'", length: 2 };
  }
  const base = (braced ?? dotless ?? bare ?? "").replace("\\", "");
  const letter = `${base}${mark}`.normalize("NFC");
  // What no alphabet has is no accent; and \" before a consonant is a quotation mark that some program escaped.
  const isLetter = [...letter].length === 1 && (name !== '"' || /[aeiouy]/i.test(base));
  return bare !== undefined && !isLetter ? undefined : { text: letter, length: 1 + name.length + whole.length };
}
