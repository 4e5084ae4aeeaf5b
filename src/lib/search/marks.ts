/** Which words of a paper are marked because they answer the question. */
import type { FoundPaper, Hit } from "./engine.ts";
import { matchSurfaces } from "./surface.ts";
import { foldWord, listAllForms, type QuestionWord } from "./words.ts";

/** A piece of a text, to be marked or not. */
export interface Piece {
  /** The text of the piece. */
  text: string;
  /** Whether it answers the question. */
  isMarked: boolean;
}

/** Where a word has parts: the signs between them, and a change of case. */
const BETWEEN_PARTS = /([^\p{L}\p{M}\p{N}_]+)/u;
const BETWEEN_HUMPS = /(?<=\p{Ll})(?=\p{Lu})/u;

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
 * its parts, and of a part like `ConvSearch` the half that was found.
 */
export function markText(text: string, surfaces: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, isMarked: boolean): void => {
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += piece;
    else pieces.push({ text: piece, isMarked });
  };
  const addWord = (word: string, splitters: readonly RegExp[]): void => {
    const [splitter, ...finer] = splitters;
    const isFound = surfaces.has(foldWord(word));
    if (isFound || splitter === undefined) add(word, isFound);
    else for (const part of word.split(splitter)) addWord(part, finer);
  };
  for (const token of text.split(/(\p{L}(?:\S*[\p{L}\p{M}\p{N}])?|\p{N}(?:\S*[\p{L}\p{M}\p{N}])?)/u)) {
    if (token !== "") addWord(token, [BETWEEN_PARTS, BETWEEN_HUMPS]);
  }
  return pieces;
}
