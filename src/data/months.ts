/** Months of a facet, ready for their pages. */
import { formatMonth, type Month } from "#lib/dates.ts";
import type { EntryView } from "#lib/papers/entry.ts";
import { gatherByMonth } from "#lib/papers/group.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { site } from "#site";

/** The papers of one month. */
export interface FacetMonth {
  /** `YYYY-MM`, or `undated`. */
  month: Month;
  /** The month in words. */
  title: string;
  /** Its papers, newest first. */
  entries: EntryView[];
}

/** All months in which a facet has papers; papers without a date stand under `undated`. */
export function listFacetMonths(papers: Paper[]): FacetMonth[] {
  return [...gatherByMonth(papers)].map(([month, own]) => ({
    month,
    title: month === "undated" ? "Date unknown" : formatMonth(month),
    entries: own.map(({ entry }) => entry),
  }));
}

/** Whether an author or organisation has so many papers that its months have pages. */
export function hasMonths(papers: Paper[]): boolean {
  return papers.length > site.monthsFrom;
}
