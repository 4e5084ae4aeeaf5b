/**
 * Which papers share a bundle of the search index. A reader pays for each bundle, so there are few; a build pays for
 * each bundle that changes, so new papers go into a small one, the open one, and the others change seldom.
 *
 * The plan is found by playing the archive's months through from the oldest on, so it follows from the papers alone and
 * an archive built at once has the bundles of one that grew. When a month begins and the months before it that are open
 * hold enough papers, they are closed as one bundle. It is joined with the closed one before it while that is no more
 * than a few times as large: so each paper is moved only a few times, however large the archive grows. When all
 * that may still grow would be more than a bundle may hold, the first of them is full and stays as it is, for ever.
 */
import { compareText } from "../lib/compare-text.ts";

/** A paper as far as its bundle goes. */
export interface PlannedPaper {
  /** Its id. */
  id: string;
  /** The day it joined the archive; "" when that is not known, which counts as before all days. */
  day: string;
}

/** Where bundles end, in papers. */
export interface BundleBounds {
  /** The most that a closed bundle may hold: to put a larger one together would take too long on the day that enlarges it. */
  most: number;
  /** From how many on the open months are closed when there is no closed bundle yet. */
  first: number;
  /** The same when there is one. */
  close: number;
  /** How many times as large as a closed bundle the one before it must be to stay apart from it. */
  ratio: number;
}

/** The bounds a site is built with; the numbers of bundles and of rebuilds that come of them stand in docs/measuring.md. */
export const BUNDLE_BOUNDS: BundleBounds = { most: 25_000, first: 2_000, close: 1_000, ratio: 6 };

/**
 * Parts papers into bundles, the oldest first, each by day and then by id; those that join tomorrow belong into the last
 * one. None when there are no papers.
 */
export function planBundles<Paper extends PlannedPaper>(
  papers: readonly Paper[],
  bounds: BundleBounds = BUNDLE_BOUNDS,
): Paper[][] {
  const sorted = [...papers].sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id));
  const months = countMonths(sorted.map(({ day }) => day)).map(([, count]) => count);
  const newest = months.pop();
  if (newest === undefined) return [];
  const { full, growing, open } = closeMonths(months, bounds);
  // A month that is too large by itself is cut like any other; what is left over is open.
  const rest = open + newest;
  const cut = Math.floor((rest - 1) / bounds.most);
  const sizes = [...full, ...growing, ...Array.from({ length: cut }, () => bounds.most), rest - cut * bounds.most];
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return sorted.slice(start - size, start);
  });
}

/** How many of some days each month has, in the order of the days; papers without a day make a month of their own. */
export function countMonths(days: readonly string[]): [month: string, papers: number][] {
  return Array.from(
    Map.groupBy(days, (day) => day.slice(0, 7)),
    ([month, own]) => [month, own.length],
  );
}

/** Sizes of bundles, the oldest first in each list. */
interface Sizes {
  /** Closed ones that no later month changes. */
  full: number[];
  /** Closed ones that later months may be joined to. */
  growing: number[];
  /** Papers of months that are over but not closed. */
  open: number;
}

function closeMonths(months: readonly number[], { most, first, close, ratio }: BundleBounds): Sizes {
  const full: number[] = [];
  let growing: number[] = [];
  let open = 0;
  for (const count of months) {
    open += count;
    if (open < (full.length + growing.length === 0 ? first : close)) continue;
    // The first is far larger than the rest: to join these to it would be much work for little.
    while (growing.reduce((sum, size) => sum + size, open) > most && growing[0] !== undefined) {
      full.push(growing[0]);
      growing = growing.slice(1);
    }
    for (; open > most; open -= most) full.push(most);
    growing = joinSizes([...growing, open], ratio);
    open = 0;
  }
  return { full, growing, open };
}

/** Joins the last sizes for as long as the last but one is not `ratio` times the last. */
function joinSizes(sizes: number[], ratio: number): number[] {
  const [last, before] = [sizes.at(-1) ?? 0, sizes.at(-2)];
  if (before === undefined || before > last * ratio) return sizes;
  return joinSizes([...sizes.slice(0, -2), before + last], ratio);
}
