/**
 * What the BibTeX parser must not see, exchanged for characters of the Private Use Area that come back when a value has
 * been cut out. Signs: it takes mathematics apart, and refuses an entry for a lone dollar. Plain words: its grammar of
 * TeX takes most of the time there is, and finds nothing in them. Values in braces, for the same reason, and since the
 * time that it takes grows faster than a value.
 */
import { outlineText } from "./outline.ts";

const SIGNS = ["$", "\\$", "\\(", "\\)", "\\[", "\\]", "@"];
const FIRST = 0xe000;
const HIDDEN = String.fromCharCode(FIRST + SIGNS.indexOf("@"));
/**
 * A name that no `@string` defines stands in a value between the first two, the number of a run between the next two;
 * the last stands before each entry that is in no other.
 */
const [OPENING, CLOSING, RUN, RUN_END, CUT] = ["\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3", "\ue0f4"];
/**
 * Signs, an @ that begins no entry, a value longer than any that is read, which the parser would not survive, and runs
 * on one line that may be plain words.
 */
const TOKEN = /\\[\s\S]|\$|@(?!\s*\p{L})|(?<=[{"])[^\\{}"#@=%$]{20001,}|[^\\{}()"#@=%$\n,;]{12,}/gu;

/** A text with its masks. */
export interface MaskedText {
  /** The text in pieces that hold whole entries, each of its lines where it was. */
  pieces: string[];
  /** Gives back what was masked in a part of it. */
  unmask: (part: string) => string;
  /** Entries that the parser does not see, since it would take long to find out what is wrong with them. */
  hidden: { line: number; start: string; reason: string }[];
}

/** A part of a text, and what stands in its place. */
type Edit = { index: number; end: number; text: string };

/** Masks a whole file. */
export function maskText(source: string): MaskedText {
  const runs: string[] = [];
  const maskRun = (run: string) => `${RUN}${runs.push(run) - 1}${RUN_END}${run.replace(/[^\n]+/g, "")}`;
  const whole = source.replace(/[\ue000-\ue0ff]/g, "");
  const { begun, values } = outlineText(whole);
  const edited = applyEdits(whole, [
    ...values.map(([index, end]) => ({ index, end, text: maskRun(whole.slice(index, end)) })),
    ...begun.filter(({ isHidden }) => isHidden).map(({ index }) => ({ index, end: index + 1, text: HIDDEN })),
    ...begun.filter(({ isFirst }) => isFirst).map(({ index }) => ({ index, end: index, text: CUT })),
  ]);
  const maskToken = (token: string, index: number, piece: string) => {
    const sign = SIGNS.indexOf(token);
    if (sign !== -1) return String.fromCharCode(FIRST + sign);
    // Names of fields are followed by "=", keys are one word, and behind @ stands a type.
    const isName = piece.charAt(index + token.length) === "=" || piece.charAt(index - 1) === "@";
    const isRun = !isName && /^[^\\]*[^\s\\]\s+[^\s\\]/.test(token);
    return isRun || token.length > 20_000 ? maskRun(token) : token;
  };
  const unmask = (part: string) =>
    part
      .replace(/\ue0f2(\d+)\ue0f3/g, (_, number: string) => runs[Number(number)] ?? "")
      .replace(/[\ue000-\ue006]/g, (character) => SIGNS[character.charCodeAt(0) - FIRST] ?? "");
  return {
    pieces: cutPieces(edited).map((piece) => piece.replace(TOKEN, maskToken)),
    unmask,
    hidden: begun.flatMap(({ line, index, reason }) =>
      reason === undefined ? [] : [{ line, start: whole.slice(index, index + 100), reason }],
    ),
  };
}

/** Makes edits that do not overlap. */
function applyEdits(text: string, edits: Edit[]): string {
  const sorted = edits.sort((a, b) => a.index - b.index || a.end - b.end);
  const parts = sorted.map((edit, place) => text.slice(sorted[place - 1]?.end ?? 0, edit.index) + edit.text);
  return parts.join("") + text.slice(sorted.at(-1)?.end ?? 0);
}

/** A piece is about as long as this, or one entry. The longer it is, the longer the parser looks for what is wrong. */
const PIECE_CHARACTERS = 10_000;

/** Cuts a text into pieces, in order. */
function cutPieces(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const part of text.split(CUT)) {
    if (piece.length + part.length > PIECE_CHARACTERS) {
      pieces.push(piece);
      piece = "";
    }
    piece += part;
  }
  return [...pieces, piece];
}

/** What stands for a name that is not defined. */
export function markUndefined(name: string): string {
  return `${OPENING}${name}${CLOSING}`;
}

/** Names in a value that are not defined. */
export function listUndefined(value: string): string[] {
  return [...value.matchAll(/\ue0f0([^\ue0f0\ue0f1]*)\ue0f1/g)].map(([, name = ""]) => name);
}
