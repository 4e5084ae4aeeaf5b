/**
 * Words that a corpus writes with a hyphen, or else in a row, rather than apart: `self play` and `selfplay` are then known
 * for `self-play`. Counted bundle by bundle and put together for all of them.
 */
import { compareText } from "../lib/compare-text.ts";
import { foldWord, splitParts } from "../lib/search/words.ts";

/** In how many papers a compound stands with a hyphen; else with its parts in a row; else with its parts anywhere. */
export type CompoundCounts = [spaced: string, hyphened: number, rows: number, apart: number];

/** Two or three words with hyphens between them. */
const HYPHENED = /^\p{L}{2,}(?:\p{Pd}\p{L}{2,}){1,2}$/u;
/** Compounds that are kept, those of most papers first: a reader fetches all of them. */
const MOST_KEPT = 2000;

/** A word that is written with a hyphen somewhere, while it is counted. */
interface Compound {
  /** Its parts. */
  parts: readonly string[];
  /** How texts have it. */
  counts: CompoundCounts;
}

/** Counts the compounds that some of the texts write with a hyphen, in any order. */
export function countCompounds(texts: readonly string[]): CompoundCounts[] {
  const all = new Set(texts.flatMap((text) => [...listHyphened(splitText(text))]));
  const compounds = Array.from(all, (spaced): Compound => ({ parts: spaced.split(" "), counts: [spaced, 0, 0, 0] }));
  const byBeginning = Map.groupBy(compounds, ({ parts }) => parts[0] ?? "");
  // Each text is parted again, since the words of all texts of a large bundle at once take much memory.
  for (const text of texts) countText(splitText(text), byBeginning);
  return compounds.map(({ counts }) => counts);
}

/** Counts one text for each compound once, by the best that it has of it. */
function countText(text: readonly string[], byBeginning: ReadonlyMap<string, readonly Compound[]>): void {
  const hyphened = listHyphened(text);
  const folded = text.map(foldWord);
  const words = new Set(folded);
  const rows = new Set<Compound>();
  for (const [place, word] of folded.entries()) {
    for (const compound of byBeginning.get(word) ?? []) {
      if (compound.parts.every((part, index) => folded[place + index] === part)) rows.add(compound);
    }
  }
  for (const word of words) {
    for (const compound of byBeginning.get(word) ?? []) {
      if (hyphened.has(compound.counts[0])) continue;
      if (rows.has(compound)) compound.counts[2] += 1;
      else if (compound.parts.every((part) => words.has(part))) compound.counts[3] += 1;
    }
  }
  for (const spaced of hyphened) {
    const own = byBeginning.get(spaced.slice(0, spaced.indexOf(" ")));
    const compound = own?.find(({ counts }) => counts[0] === spaced);
    if (compound !== undefined) compound.counts[1] += 1;
  }
}

/** Adds up counts; those of `gone` are taken away. What is left stands in the order of its letters. */
export function sumCompounds(come: readonly CompoundCounts[], gone: readonly CompoundCounts[] = []): CompoundCounts[] {
  const sums = new Map<string, CompoundCounts>();
  const add = ([spaced, ...own]: CompoundCounts, sign: 1 | -1): void => {
    const [, hyphened, rows, apart] = sums.get(spaced) ?? [spaced, 0, 0, 0];
    sums.set(spaced, [spaced, hyphened + sign * own[0], rows + sign * own[1], apart + sign * own[2]]);
  };
  for (const counts of come) add(counts, 1);
  for (const counts of gone) add(counts, -1);
  return [...sums.values()].filter(([, hyphened]) => hyphened > 0).sort((a, b) => compareText(a[0], b[0]));
}

/**
 * By how a compound is written together, its parts one space apart: those that at least so many papers write with a
 * hyphen, and of which no more papers have the parts elsewhere than with a hyphen or in a row.
 */
export function joinCompounds(counts: readonly CompoundCounts[], least: number): [together: string, spaced: string][] {
  return sumCompounds(counts)
    .filter(([, hyphened, rows, apart]) => hyphened >= least && apart <= hyphened + rows)
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, MOST_KEPT)
    .map(([spaced]): [string, string] => [spaced.replaceAll(" ", ""), spaced])
    .sort((a, b) => compareText(a[0], b[0]));
}

/** The words of a text, without signs before their first and behind their last letter. */
function splitText(text: string): string[] {
  return text.split(/\s+/).map((token) => token.replace(/^\P{L}+|(?<!\P{L})\P{L}+$/gu, ""));
}

/** Compounds among words, their parts one space apart. */
function listHyphened(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => HYPHENED.test(word)).map((word) => splitParts(word).map(foldWord).join(" ")));
}
