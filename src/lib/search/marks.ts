/** Which words of a paper are marked because they answer the question. */
import type { FoundPaper, Hit } from "./engine.ts";
import { listSurfaces, matchSurfaces } from "./surface.ts";
import { foldWord, type QuestionWord, splitParts } from "./words.ts";

/** A piece of a text, to be marked or not. */
export interface Piece {
  /** The text of the piece. */
  text: string;
  /** Whether it answers the question. */
  isMarked: boolean;
}

/** Words in an excerpt. */
const EXCERPT_LENGTH = 28;

/** Tokens of a paper's text at the places that matched. */
export function readMatches(hit: Hit, paper: FoundPaper): string[] {
  const tokens = paper.content.split(" ");
  return hit.positions.map((position) => tokens[position] ?? "");
}

/** The folded words by which a paper answers its matched words, for marking them. */
export function findSurfaces(hit: Hit, matched: readonly QuestionWord[], paper: FoundPaper): Set<string> {
  const tokens = readMatches(hit, paper);
  const surfaces = new Set<string>();
  for (const { forms } of matched) {
    // Written together it is marked as one word; the parts only where it is not.
    const found = [...forms].reverse().flatMap((form) => matchForm(form, tokens, paper) ?? []);
    for (const surface of found[0] ?? []) surfaces.add(surface);
  }
  return surfaces;
}

/** What is written beside the text is looked at last: only of the text the index says where it matched. */
export function matchForm(form: string, tokens: string[], paper: FoundPaper): Set<string> | undefined {
  return matchSurfaces(form, tokens) ?? matchSurfaces(form, [...tokens, ...paper.aside.split(/\s+/)]);
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

/** The part of a paper's text where most of what was found stands close together; empty when nothing was found in it. */
export function makeExcerpt(hit: Hit, paper: FoundPaper, surfaces: ReadonlySet<string>): Piece[] {
  const start = findDensest(hit.positions);
  if (start === undefined) return [];
  const tokens = paper.content.split(" ");
  const from = Math.max(0, Math.min(start - 4, tokens.length - EXCERPT_LENGTH));
  const to = Math.min(tokens.length, from + EXCERPT_LENGTH);
  const text = `${from > 0 ? "… " : ""}${tokens.slice(from, to).join(" ")}${to < tokens.length ? " …" : ""}`;
  return markText(text, surfaces);
}

/** The position from which on most others follow within an excerpt. */
function findDensest(positions: readonly number[]): number | undefined {
  let best: { start: number; count: number } | undefined;
  for (const start of positions) {
    const count = positions.filter((position) => position >= start && position < start + EXCERPT_LENGTH - 4).length;
    if (best === undefined || count > best.count) best = { start, count };
  }
  return best?.start;
}
