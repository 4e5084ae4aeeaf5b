/** What a paper is about: its words as stems that can be counted, the matter from which related papers are found. */
import { foldLatin } from "./latin.ts";
import { isStopStem, listWords, stemWord } from "./words.ts";

/** Bare numbers and sizes such as 7b or 14m. */
const NO_WORD = /^[\d.,-]+[kmbtx]?$/;
const HAS_CAPITAL = /\p{Lu}/u;
/** A part of a word whose only capital is its first letter. */
const PLACED_CAPITAL = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Ll}\p{Lo}\p{M}]*(?![\p{L}\p{N}])/gu;

/** A stem with how often and how a paper writes it. */
export interface TermUse {
  /** The stem, for comparing only. */
  stem: string;
  /** Occurrences in title and text. */
  count: number;
  /** The form the paper uses most, in lower case unless it is a name or an acronym. */
  surface: string;
}

/** Reads title and text of one paper. */
export type TermCounter = (title: string, text: string) => TermUse[];

/** For each stem the forms in which it is written, with their numbers. */
type Forms = Map<string, Map<string, number>>;

/**
 * Makes a counter of stems; stop words, single letters and bare numbers are left out. It remembers the words
 * it has met, so use one for many papers.
 */
export function createTermCounter(): TermCounter {
  const pieces = new Map<string, Piece[]>();
  const readForms = (text: string, isTitle: boolean, forms: Forms): Forms => {
    for (const word of listWords(text)) {
      const surface = lowerCapital(word.surface, isTitle || word.isInitial);
      const known = pieces.get(surface) ?? splitPieces(surface);
      pieces.set(surface, known);
      for (const piece of known) addForm(forms, piece);
    }
    return forms;
  };
  return (title, text) => {
    const forms = readForms(text, false, readForms(title, true, new Map()));
    return Array.from(forms, ([stem, surfaces]) => ({ stem, ...chooseSurface(surfaces) }));
  };
}

/** A word, or a part of a compound, with its stem. */
interface Piece {
  surface: string;
  stem: string;
}

/** What a word is counted as: a compound as itself and as its parts, a word that says nothing not at all. */
function splitPieces(word: string): Piece[] {
  const parts = word.split(/[^\p{L}\p{M}\p{N}]+/u);
  return (parts.length > 1 ? [word, ...parts] : parts).flatMap((surface) => {
    const folded = foldLatin(surface);
    if (folded.length < 2 || NO_WORD.test(folded)) return [];
    const stem = stemWord(folded.replace(/[^\p{L}\p{M}\p{N}]/gu, ""));
    return isStopStem(stem) ? [] : [{ surface, stem }];
  });
}

function addForm(forms: Forms, { surface, stem }: Piece): void {
  const surfaces = forms.get(stem);
  if (surfaces === undefined) forms.set(stem, new Map([[surface, 1]]));
  else surfaces.set(surface, (surfaces.get(surface) ?? 0) + 1);
}

/** Takes the capital from a word that has it for its place only; acronyms and inner capitals stay. */
function lowerCapital(surface: string, isPlaced: boolean): string {
  if (!isPlaced || !HAS_CAPITAL.test(surface)) return surface;
  return surface.replace(PLACED_CAPITAL, (part) => part.toLowerCase());
}

/** The form used most; ties go to the shorter, then to the first used. */
function chooseSurface(surfaces: Map<string, number>): Pick<TermUse, "count" | "surface"> {
  let count = 0;
  let best: [string, number] = ["", 0];
  for (const form of surfaces) {
    count += form[1];
    if (form[1] > best[1] || (form[1] === best[1] && form[0].length < best[0].length)) best = form;
  }
  return { count, surface: best[0] };
}
