/**
 * Words that a corpus writes with a hyphen, or else in a row, rather than apart: `self play` and `selfplay` are then known
 * for `self-play`. Counted bundle by bundle and put together for all of them.
 */
import { compareText } from "../lib/errors.ts";
import { foldWord, splitParts } from "../lib/search/words.ts";
import type { CompoundCounts, WordSummary } from "./words.ts";

/** Two or three words with hyphens between them. */
const HYPHENED = /^\p{L}{2,}(?:\p{Pd}\p{L}{2,}){1,2}$/u;
/** Compounds that are kept, those of most papers first: a reader fetches all of them. */
const MOST_KEPT = 2000;

/** Counts the compounds that some of the texts write with a hyphen, in any order. */
export function countCompounds(texts: readonly string[]): CompoundCounts[] {
  const compounds = new Set(texts.flatMap((text) => [...listHyphened(splitText(text))]));
  const counts = new Map<string, CompoundCounts>();
  const byBeginning = Map.groupBy(compounds, (spaced) => spaced.slice(0, spaced.indexOf(" ")));
  const count = (spaced: string, place: 1 | 2 | 3): void => {
    const own = counts.get(spaced) ?? [spaced, 0, 0, 0];
    own[place] += 1;
    counts.set(spaced, own);
  };
  // Each text is parted again, since the words of all texts of a large bundle at once take much memory.
  for (const text of texts) {
    const own = splitText(text);
    const hyphened = listHyphened(own);
    const folded = own.map(foldWord);
    const words = new Set(folded);
    const rows = new Set(listRows(folded));
    for (const spaced of [...words].flatMap((word) => byBeginning.get(word) ?? [])) {
      if (hyphened.has(spaced)) continue;
      if (rows.has(spaced)) count(spaced, 2);
      else if (spaced.split(" ").every((part) => words.has(part))) count(spaced, 3);
    }
    for (const spaced of hyphened) count(spaced, 1);
  }
  return [...counts.values()];
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
export function joinCompounds(summaries: readonly WordSummary[], least: number): [together: string, spaced: string][] {
  return sumCompounds(summaries.flatMap(({ compounds }) => compounds))
    .filter(([, hyphened, rows, apart]) => hyphened >= least && apart <= hyphened + rows)
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, MOST_KEPT)
    .map(([spaced]): [string, string] => [spaced.replaceAll(" ", ""), spaced])
    .sort((a, b) => compareText(a[0], b[0]));
}

/** The words of a text, without signs before their first and behind their last letter. */
function splitText(text: string): string[] {
  return text.split(/\s+/).map((token) => token.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}

/** Compounds among words, their parts one space apart. */
function listHyphened(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => HYPHENED.test(word)).map(spaceParts));
}

function spaceParts(token: string): string {
  return splitParts(token).map(foldWord).join(" ");
}

/** Every two and every three words that stand in a row. */
function listRows(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const [second, third] = [words[index + 1], words[index + 2]];
    if (second === undefined) return [];
    return third === undefined ? [`${word} ${second}`] : [`${word} ${second}`, `${word} ${second} ${third}`];
  });
}
