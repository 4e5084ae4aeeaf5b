/** What a paper is about as weighted terms (TF-IDF), the matter from which related papers are found. */
import { foldLatin } from "./latin.ts";
import { isStopStem, listWords, stemWord } from "./words.ts";

/** Heaviest terms that are kept of a paper. */
const TERM_COUNT = 40;
/** Factor for the terms of the title. */
const TITLE_WEIGHT = 2;
/** From this many papers on, a term in more than a tenth of them is left out. */
const COMMON_FROM = 1000;
const COMMON_SHARE = 0.1;
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
  /** Whether the title has it, which doubles its weight. */
  isInTitle: boolean;
  /** The form the paper uses most, in lower case unless it is a name or an acronym. */
  surface: string;
}

/** In how many papers each stem stands. */
export interface TermStatistics {
  /** Number of papers counted. */
  papers: number;
  /** Papers by stem. */
  frequency: Map<string, number>;
}

/** A term of a paper's vector. */
export interface Term {
  /** The stem, for comparing only. */
  stem: string;
  /** The form in which this paper writes it. */
  surface: string;
  /** Its share; the squares of a paper's weights add up to 1. */
  weight: number;
  /** Whether half of all papers have it, so that it explains little. */
  isCommon: boolean;
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
    const forms = readForms(title, true, new Map());
    const titleCount = forms.size;
    const entries = [...readForms(text, false, forms)];
    return entries.map(([stem, surfaces], index) => ({
      stem,
      isInTitle: index < titleCount,
      ...chooseSurface(surfaces),
    }));
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

/** Statistics over no papers yet, to be filled by `addToStatistics`. */
export function startStatistics(): TermStatistics {
  return { papers: 0, frequency: new Map() };
}

/** Counts one more paper in. */
export function addToStatistics(statistics: TermStatistics, uses: readonly TermUse[]): void {
  statistics.papers += 1;
  for (const { stem } of uses) statistics.frequency.set(stem, (statistics.frequency.get(stem) ?? 0) + 1);
}

/**
 * The forty heaviest terms of a paper, heaviest first: `(1 + ln count) · (1 + ln((1 + papers) / (1 + frequency)))`,
 * the usual sublinear TF and smoothed IDF (Manning, Raghavan, Schütze, Introduction to Information Retrieval, 6.4.1),
 * scaled to length 1.
 * @param statistics Over the papers that the weights are fitted on.
 * @param isCounted Whether this paper is one of them: a term that it has alone is then left out.
 */
export function weighTerms(uses: readonly TermUse[], statistics: TermStatistics, isCounted: boolean): Term[] {
  const { papers, frequency } = statistics;
  const tooCommon = papers > COMMON_FROM ? papers * COMMON_SHARE : Number.POSITIVE_INFINITY;
  const terms: Term[] = [];
  for (const { stem, count, surface, isInTitle } of uses) {
    const inPapers = frequency.get(stem) ?? 0;
    if (inPapers > tooCommon || (isCounted && inPapers < 2)) continue;
    const weight =
      (isInTitle ? TITLE_WEIGHT : 1) * (1 + Math.log(count)) * (1 + Math.log((1 + papers) / (1 + inPapers)));
    terms.push({ stem, surface, weight, isCommon: inPapers * 2 >= papers });
  }
  const heaviest = terms.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1)).slice(0, TERM_COUNT);
  const length = Math.hypot(...heaviest.map((term) => term.weight));
  for (const term of heaviest) term.weight /= length;
  return heaviest;
}
