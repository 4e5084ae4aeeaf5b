/**
 * Which words of a text answer which words of a question. Pagefind compares stems, accepts longer words (`agent`
 * finds `agentic`) and, when it knows no such word, shorter ones (`transformr` finds `transform`, but `sourdough` finds
 * `so`); here it is seen what a match really was.
 */
import { foldWord, splitParts } from "./words.ts";

/** A piece of a text, to be marked or not. */
export interface Piece {
  /** The text of the piece. */
  text: string;
  /** Whether it answers the question. */
  isMarked: boolean;
}

/** Least number of letters that two words of one stem must share. */
const STEM_LENGTH = 3;

/**
 * Whether a word of a text can be what was asked for, given that the index says so: it begins with it, or both begin
 * with the same letters for at least half of what was asked.
 * @param wanted Folded word of the question.
 * @param found Folded word of the text.
 */
export function isSameWord(wanted: string, found: string): boolean {
  const shared = countShared(wanted, found);
  if (shared === wanted.length) return true;
  if (shared <= STEM_LENGTH) return shared === STEM_LENGTH && 2 * shared > wanted.length && found.length <= shared + 2;
  return 2 * shared >= wanted.length;
}

/** How many letters two words share at their beginning. */
export function countShared(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  return shared;
}

/**
 * The words by which a token of a text can be found: each of its parts, parts of a part at a change of case
 * (`DeepSeek`), and all of it together.
 */
export function listSurfaces(token: string): string[] {
  const parts = splitParts(token);
  const humps = parts.flatMap((part) => part.split(/(?<=\p{Ll})(?=\p{Lu})/u));
  return [...new Set([...parts, ...humps, parts.join("")].map(foldWord))].filter((word) => word !== "");
}

/**
 * The folded words among tokens that answer a form of a question's word.
 * @param form Form as `QuestionWord.forms` has it; its parts are answered one by one.
 * @returns Undefined when some part of the form is not answered.
 */
export function matchSurfaces(form: string, tokens: Iterable<string>): Set<string> | undefined {
  const surfaces = new Set([...tokens].flatMap(listSurfaces));
  const matched = new Set<string>();
  for (const wanted of form.split(" ")) {
    const found = [...surfaces].filter((surface) => isSameWord(wanted, surface));
    if (found.length === 0) return undefined;
    for (const surface of found) matched.add(surface);
  }
  return matched;
}

/** The text in pieces, with each word marked by which it was found; a hyphened word whole when it was found as one. */
export function markText(text: string, surfaces: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isMarked: boolean): void => {
    const last = pieces.at(-1);
    if (piece === "") return;
    if (last?.isMarked === isMarked) last.text += piece;
    else pieces.push({ text: piece, isMarked });
  };
  for (const token of text.split(/(\s+)/)) {
    const core = /[\p{L}\p{N}].*[\p{L}\p{M}\p{N}]/u.exec(token);
    const whole = core?.[0] ?? "";
    if (whole !== "" && splitParts(whole).length > 1 && surfaces.has(foldWord(whole))) {
      add(token.slice(0, core?.index ?? 0), false);
      add(whole, true);
      add(token.slice((core?.index ?? 0) + whole.length), false);
      continue;
    }
    for (const part of token.split(/([\p{L}\p{M}\p{N}_]+)/u)) {
      add(part, /[\p{L}\p{N}]/u.test(part) && listSurfaces(part).some((surface) => surfaces.has(surface)));
    }
  }
  return pieces;
}
