/** How many papers a topic had in each quarter of the last years. */
import { compareText } from "../compare-text.ts";
import { type Day, firstDayOf, listQuarters, monthOf, type PartialDate, padYear, quarterOf } from "../dates.ts";

/** Papers a quarter over a span of whole years. */
export interface QuarterSeries {
  /** Quarters in order, each with the papers published in it. */
  quarters: {
    /** `2026-Q1`. */
    label: string;
    /** `2026`. */
    year: string;
    /** How many papers. */
    count: number;
  }[];
  /** Papers published before the first quarter. */
  earlier: number;
  /** By year among those of the quarters, papers of which no more than that year is known: no quarter has them. */
  yearOnly: { [year: string]: number };
  /** Papers whose date is not known. */
  undated: number;
  /** The greatest count of a quarter. */
  max: number;
}

/** Years shown, the last of them up to its present quarter. */
const YEARS = 4;

/** Counts by quarter of publication, from January three years before the last day's year up to its quarter. */
export function countQuarters(published: (PartialDate | undefined)[], last: Day): QuarterSeries {
  const first = `${padYear(Math.max(1, Number(last.slice(0, 4)) - YEARS + 1))}-Q1`;
  const end = quarterOf(monthOf(last));
  const counts = new Map(listQuarters(first, end).map((label) => [label, 0]));
  let earlier = 0;
  let undated = 0;
  const yearOnly: QuarterSeries["yearOnly"] = {};
  for (const date of published) {
    if (date === undefined) {
      undated += 1;
      continue;
    }
    // Later than the last edition: preprints may be featured ahead of their date; they count in its quarter.
    const day = firstDayOf(date) > last ? last : firstDayOf(date);
    const quarter = quarterOf(monthOf(day));
    const year = day.slice(0, 4);
    if (quarter < first) earlier += 1;
    else if (date.length === "YYYY".length) yearOnly[year] = (yearOnly[year] ?? 0) + 1;
    else counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
  }
  const quarters = [...counts].map(([label, count]) => ({ label, year: label.slice(0, 4), count }));
  return { quarters, earlier, yearOnly, undated, max: Math.max(0, ...counts.values()) };
}

/** `2023: 1, 2024: 5`, for those who cannot see the bars. */
export function describeYears({ quarters, yearOnly }: QuarterSeries): string {
  const years = new Map(Object.entries(yearOnly));
  for (const { year, count } of quarters) years.set(year, (years.get(year) ?? 0) + count);
  return [...years]
    .sort(([a], [b]) => compareText(a, b))
    .map(([year, count]) => `${year}: ${count}`)
    .join(", ");
}
