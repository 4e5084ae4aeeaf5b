/**
 * Words that a corpus writes with a hyphen rather than apart, so that `self play` and `selfplay` are known for `self-play`.
 * Counted bundle by bundle and put together for all of them.
 */
import { compareText } from "../lib/errors.ts";
import { foldWord, splitParts } from "../lib/search/words.ts";
import type { WordSummary } from "./words.ts";

/** Two or three words with hyphens between them. */
const HYPHENED = /^\p{L}{2,}(?:\p{Pd}\p{L}{2,}){1,2}$/u;
/** Compounds that are kept, those of most papers first. */
const MOST_KEPT = 4000;

/** Counts compounds in texts, and in how many texts their parts stand in a row; of those that no text has with a hyphen nothing is counted. */
export function summarizeCompounds(texts: readonly string[]): Pick<WordSummary, "compounds" | "rows"> {
  const compounds = new Map<string, number>();
  const tokens = texts.map((text) => text.split(/\s+/).map((token) => token.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")));
  for (const own of tokens) {
    const hyphened = new Set(own.filter((token) => HYPHENED.test(token)).map(spaceParts));
    for (const spaced of hyphened) compounds.set(spaced, (compounds.get(spaced) ?? 0) + 1);
  }
  const rows = new Map<string, number>();
  for (const own of tokens) {
    for (const row of new Set(listRows(own.map(foldWord)).filter((pair) => compounds.has(pair)))) {
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
  }
  const sort = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => compareText(a[0], b[0]));
  return {
    compounds: sort(compounds).map(([spaced, count]) => [spaced.replaceAll(" ", ""), spaced, count]),
    rows: sort(rows),
  };
}

/**
 * By how a compound is written together, its parts one space apart: those that at least so many papers write with a
 * hyphen, and no more papers with a space.
 */
export function joinCompounds(summaries: readonly WordSummary[], least: number): [together: string, spaced: string][] {
  const counts = new Map<string, number>();
  const rows = new Map<string, number>();
  for (const { compounds, rows: own } of summaries) {
    for (const [, spaced, count] of compounds) counts.set(spaced, (counts.get(spaced) ?? 0) + count);
    for (const [spaced, count] of own) rows.set(spaced, (rows.get(spaced) ?? 0) + count);
  }
  return [...counts]
    .filter(([spaced, count]) => count >= least && count >= (rows.get(spaced) ?? 0))
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, MOST_KEPT)
    .map(([spaced]): [string, string] => [spaced.replaceAll(" ", ""), spaced])
    .sort((a, b) => compareText(a[0], b[0]));
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
