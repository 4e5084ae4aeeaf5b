/** A shelf: the latest papers of a topic, author or organisation by year, and the months where the rest stands. */
import { compareText } from "../compare-text.ts";
import { formatMonthShort, type Month } from "../dates.ts";
import type { EntryView } from "./entry.ts";
import { gatherByMonth } from "./group.ts";
import type { ListedPaper } from "./paper.ts";
import { findDate } from "./paper-date.ts";

/** A paper in a list. */
export interface EntryItem<Entry = EntryView> {
  /** What is shown of it. */
  entry: Entry;
  /** Its place, from 1, in a list that somebody ordered. */
  number?: number;
  /** Votes of its readers, in a list that is ordered by them. */
  votes?: number;
}

/** Papers under a heading. */
export interface EntryList<Entry = EntryView> {
  /** Heading. */
  title: string;
  /** Where the heading leads. */
  href?: string;
  /** How many papers belong here, when more than are listed. */
  total?: number;
  /** Papers in order. */
  items: EntryItem<Entry>[];
  /** How many of them are shown in full; the others are lines until a reader opens them. Absent: all. */
  full?: number;
}

/** A month with its address. */
export interface MonthLink {
  /** `Mar 2026`, `2026, no month`, or `undated`. */
  label: string;
  /** Where its papers stand. */
  href: string;
  /** How many they are. */
  count: number;
}

/** The latest papers of a facet and its months. */
export interface Shelf<Entry = EntryView> {
  /** Papers by year, newest first. */
  years: EntryList<Entry>[];
  /** How many papers stand on the shelf. */
  shown: number;
  /** How many there are. */
  total: number;
  /** Months that have a page, newest first; empty when the facet has none. */
  months: MonthLink[];
}

/**
 * Puts papers on a shelf.
 * @param papers newest first
 * @param show gives what is shown of a paper
 * @param latest how many stand on it; the rest is found through the months
 * @param toHref address of a month's page; absent when the facet has no months, and then all papers are shown
 */
export function makeShelf<Own extends ListedPaper, Entry>(
  papers: readonly Own[],
  show: (paper: Own) => Entry,
  latest: number,
  toHref?: (month: Month) => string,
): Shelf<Entry> {
  const shown = toHref === undefined ? papers : papers.slice(0, latest);
  return {
    years: listYears(shown, show),
    shown: shown.length,
    total: papers.length,
    months: toHref === undefined ? [] : listMonths(papers, toHref),
  };
}

/** Months of papers, newest first, what has no month behind those of its year, the undated last. */
export function listMonths(papers: readonly ListedPaper[], toHref: (month: Month) => string): MonthLink[] {
  const months = gatherByMonth(papers);
  const years = new Set(
    [...months.keys()].filter((month) => month.length > "YYYY".length).map((month) => month.slice(0, 4)),
  );
  // Of a year none of whose months is known it need not be said.
  const label = (month: Month): string =>
    month.length > "YYYY".length || years.has(month) ? labelMonth(month) : month;
  return [...months]
    .map(([month, own]) => ({ month, count: own.length }))
    .sort((a, b) => compareMonths(b.month, a.month))
    .map(({ month, count }) => ({ label: label(month), href: toHref(month), count }));
}

/** Years of papers, newest first; those without a date are left out. */
export function countYears(papers: readonly ListedPaper[], toHref: (year: string) => string): MonthLink[] {
  const years = Map.groupBy(papers, ({ order }) => order.slice(0, "YYYY".length));
  return [...years]
    .filter(([year]) => year !== "")
    .sort(([a], [b]) => compareText(b, a))
    .map(([year, own]) => ({ label: year, href: toHref(year), count: own.length }));
}

/** Orders months, a year without a month before its months, `undated` before all. */
export function compareMonths(a: Month, b: Month): number {
  return compareText(a === "undated" ? "" : a, b === "undated" ? "" : b);
}

/** `Mar 2026`; `2026, no month` where only the year is known; or `undated`. */
export function labelMonth(month: Month): string {
  if (month === "undated") return month;
  return month.length === "YYYY".length ? `${month}, no month` : formatMonthShort(month);
}

/** Papers under their year of publication; those without a date come last. */
function listYears<Own extends ListedPaper, Entry>(
  papers: readonly Own[],
  show: (paper: Own) => Entry,
): EntryList<Entry>[] {
  const years = Map.groupBy(papers, ({ facts }) => findDate(facts)?.slice(0, 4) ?? "No date");
  return [...years]
    .sort(([a], [b]) => Number(a === "No date") - Number(b === "No date"))
    .map(([title, own]) => ({ title, items: own.map((paper) => ({ entry: show(paper) })) }));
}
