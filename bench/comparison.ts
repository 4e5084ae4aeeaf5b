/** Builds of the same archive by several generators, side by side. */
import { countNoun, formatCount } from "#lib/counts.ts";
import { formatBytes } from "#tools/build/report.ts";
import type { BuilderRun } from "./peers.ts";
import { alignColumns } from "./phases.ts";

/** One generator with all its runs. */
export interface Contestant {
  /** Its name and version. */
  name: string;
  /** Seconds of each run, in their order; of one that was broken off, the seconds until then. */
  runs: number[];
  /** How many of the runs were broken off; all of them after as many seconds, which no other run took. */
  unfinished: number;
  /** HTML pages of its site; where all runs were broken off, those that were there after the last. */
  pages: number;
  /** Bytes of these. */
  bytes: number;
  /** Most memory of all runs, in MB (10^6 bytes); absent where it is not known. */
  peakMB?: number;
}

/** A generator as it compares with the others. */
export interface Standing extends Contestant {
  /** Median of its runs, in seconds. */
  seconds: number;
  /** Our seconds divided by its own; 1 for ourselves. */
  ratio: number;
  /** Whether the median is that of a run that was broken off: then it takes more than `seconds`, and the ratio is less. */
  isUnfinished: boolean;
}

/** Column titles of the table in docs/measuring.md; the first is what rows are told apart by. */
export const COMPARISON_COLUMNS = [
  "Papers",
  "Made by",
  "HTML, median",
  "Ours ÷ theirs",
  "Memory",
  "Pages",
  "HTML bytes",
];

/** One who has not built yet. */
export function startContestant(name: string): Contestant {
  return { name, runs: [], unfinished: 0, pages: 0, bytes: 0 };
}

/** Adds a run, and the site it made: a whole one counts, wherever there is one. */
export function addRun(
  contestant: Contestant,
  { seconds, peakMemory, isUnfinished }: Omit<BuilderRun, "site">,
  site: Pick<Contestant, "pages" | "bytes">,
): Contestant {
  const { runs, unfinished, peakMB = 0 } = contestant;
  return {
    ...contestant,
    runs: [...runs, round(seconds)],
    unfinished: unfinished + (isUnfinished ? 1 : 0),
    ...(isUnfinished && unfinished < runs.length ? {} : site),
    ...(peakMemory === undefined ? {} : { peakMB: Math.max(peakMB, Math.round(peakMemory / 1e6)) }),
  };
}

/** The middle value; of an even number the mean of both. Throws a RangeError when there is none. */
export function findMedian(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("no value has no median");
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

/** Medians and ratios. @param contestants ourselves first */
export function compareRuns(contestants: readonly Contestant[]): Standing[] {
  const medians = contestants.map(({ runs }) => findMedian(runs));
  return contestants.map((contestant, index) => {
    const seconds = medians[index] ?? 0;
    // Runs that were broken off are the longest, so that they stand at the end of all in their order.
    const isUnfinished = contestant.unfinished * 2 >= contestant.runs.length && contestant.unfinished > 0;
    const hundredths = ((medians[0] ?? 0) / seconds) * 100;
    // What is said to be under a ratio has to be under it.
    const ratio = (isUnfinished ? Math.ceil(hundredths) : Math.round(hundredths)) / 100;
    return { ...contestant, seconds: round(seconds), ratio, isUnfinished };
  });
}

/** The order of a round: every second one backwards, so that nobody always comes after the same one. */
export function orderRound<Item>(items: readonly Item[], number: number): Item[] {
  return number % 2 === 0 ? [...items] : [...items].reverse();
}

/** A table for people, each run in it. */
export function formatComparison(standings: readonly Standing[], papers: number): string {
  const head = ["", "median", "ours ÷ theirs", "memory", "pages", "HTML", "runs"];
  const rows = standings.map((standing) => [
    standing.name,
    ...formatFigures(standing),
    standing.runs.map((seconds) => seconds.toFixed(1)).join(" "),
  ]);
  const lines = alignColumns([head, ...rows]).map((line) => `  ${line}`);
  return [`The HTML of ${countNoun(papers, "invented paper")}, from nothing`, "", ...lines].join("\n");
}

/** Rows of the table in docs/measuring.md. */
export function listComparisonRows(standings: readonly Standing[], papers: number): string[][] {
  return standings.map((standing) => [formatCount(papers), standing.name, ...formatFigures(standing)]);
}

function formatFigures(standing: Standing): string[] {
  const { seconds, ratio, pages, bytes, isUnfinished, runs, unfinished } = standing;
  return [
    `${isUnfinished ? "over " : ""}${seconds.toFixed(1)} s`,
    `${isUnfinished ? "under " : ""}${ratio.toFixed(2)}`,
    formatMemory(standing),
    `${formatCount(pages)}${unfinished === runs.length ? " by then" : ""}`,
    formatBytes(bytes),
  ];
}

function formatMemory({ peakMB }: Standing): string {
  return peakMB === undefined ? "–" : `${formatCount(peakMB)} MB`;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
