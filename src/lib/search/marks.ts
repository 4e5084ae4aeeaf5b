/** Which words of a paper are marked because they answer the question. */
import type { FoundPaper, Hit } from "./engine.ts";
import { spellOut } from "./letters.ts";
import { hasRun } from "./runs.ts";
import { matchSurfaces } from "./surface.ts";
import { foldWord, listAllForms, type QuestionWord } from "./words.ts";

/** A piece of a text, to be marked or not. */
export interface Piece {
  /** The text of the piece. */
  text: string;
  /** Whether it answers the question. */
  isMarked: boolean;
}

/** A word as it stands in a text, with signs that are its own: `C++`, `A*`, `.NET`. */
const TOKEN =
  /((?:\.(?=net))?[\p{L}\p{N}∞№](?:\S*[\p{L}\p{M}\p{N}∞])?(?:\+\+|(?<=(?<![\p{L}\p{N}])\p{L})[#*∗⋆](?!\S))?)/iu;
/** Where a word has parts: the signs between them, and a change of case or of script. */
const BETWEEN_PARTS = /([^\p{L}\p{M}\p{N}_∞]+)/u;
const BETWEEN_HUMPS =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Script=Greek})(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=\p{Script=Greek})/u;
/** Most pieces of a word, parts and the signs between them, that are looked at together. */
const MOST_PARTS = 7;

/** Tokens of a paper's text at the places that matched. */
export function readMatches(hit: Hit, paper: FoundPaper): string[] {
  const tokens = paper.content.split(" ");
  return hit.positions.map((position) => tokens[position] ?? "");
}

/** The folded words by which a paper answers its matched words, for marking them. */
export function findSurfaces(hit: Hit, matched: readonly QuestionWord[], paper: FoundPaper): Set<string> {
  const tokens = readMatches(hit, paper);
  const surfaces = new Set<string>();
  for (const word of matched) {
    // Written together it is marked as one word; the parts only where it is not.
    const found = listAllForms(word)
      .reverse()
      .flatMap((form) => matchForm(form, tokens, paper) ?? []);
    for (const surface of found[0] ?? []) surfaces.add(surface);
  }
  return surfaces;
}

/** What is written beside the text is looked at last: only of the text the index says where it matched. */
export function matchForm(form: string, tokens: string[], paper: FoundPaper): Set<string> | undefined {
  return matchSurfaces(form, tokens) ?? matchSurfaces(form, [...tokens, ...paper.aside.split(/\s+/)]);
}

/**
 * The text in pieces, with each word marked by which it was found: a hyphened word whole when it was found as one, else
 * its parts, of a part like `ConvSearch` the half that was found, and of a run of Chinese the letters.
 */
export function markText(text: string, surfaces: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isMarked: boolean): void => {
    const last = pieces.at(-1);
    if (piece === "") return;
    if (last?.isMarked === isMarked) last.text += piece;
    else pieces.push({ text: piece, isMarked });
  };
  const isFound = (word: string): boolean => surfaces.has(foldWord(word)) || surfaces.has(foldWord(spellOut(word)));
  const addWord = (word: string, splitters: readonly RegExp[]): void => {
    const [splitter, ...finer] = splitters;
    if (splitter === undefined || isFound(word)) {
      if (hasRun(word)) for (const [piece, isMarked] of markRun(word, surfaces)) add(piece, isMarked);
      else add(word, isFound(word));
      return;
    }
    const parts = word.split(splitter);
    for (let start = 0; start < parts.length; ) {
      const end = splitter === BETWEEN_PARTS ? findJoined(parts, start, isFound) : start;
      if (end > start) add(parts.slice(start, end).join(""), true);
      else addWord(parts[start] ?? "", finer);
      start = Math.max(end, start + 1);
    }
  };
  for (const token of text.split(TOKEN)) addWord(token, [BETWEEN_PARTS, BETWEEN_HUMPS]);
  return pieces;
}

/** Where the longest row of parts ends that begins at a place, has two parts at least and was found as one word; else that place. */
function findJoined(parts: readonly string[], start: number, isFound: (word: string) => boolean): number {
  // Every other one is signs.
  if (start % 2 === 1) return start;
  for (let end = Math.min(parts.length, start + MOST_PARTS); end > start + 2; end -= 2) {
    if (isFound(parts.slice(start, end).join(""))) return end;
  }
  return start;
}

/** A run in pieces, those letters marked that stand in what was found. */
function markRun(run: string, surfaces: ReadonlySet<string>): [piece: string, isMarked: boolean][] {
  // Marks belong to the letter that they stand on.
  const letters = run.match(/\P{M}\p{M}*|\p{M}/gu) ?? [];
  const folded = letters.map(foldWord);
  const found = [...surfaces].filter(hasRun);
  const isAt = (surface: string, start: number): boolean => folded.slice(start).join("").startsWith(surface);
  let end = 0;
  return letters.map((letter, place) => {
    for (const surface of found) if (isAt(surface, place)) end = Math.max(end, place + surface.length);
    return [letter, place < end];
  });
}
