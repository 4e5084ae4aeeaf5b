/** How many papers a topic, or the archive, had in each month, quarter or year: what charts draw. */
import { compareText } from "../compare-text.ts";
import {
  type Day,
  firstDayOf,
  formatMonth,
  listQuarters,
  type Month,
  monthOf,
  type PartialDate,
  padYear,
  quarterOf,
} from "../dates.ts";

/** The stretch of time that a chart draws. */
export interface Span {
  /** What a bar stands for. */
  unit: "month" | "quarter" | "year";
  /** The bars in order, none left out: `2026-03`, `2026-Q1` or `2026`. Empty where no date is known. */
  labels: string[];
}

/** Papers a month, quarter or year over a span. */
export interface PaperSeries extends Pick<Span, "unit"> {
  /** Bars in order, each with the papers published then. */
  bars: {
    /** `2026-03`, `2026-Q1` or `2026`. */
    label: string;
    /** `2026`. */
    year: string;
    /** How many papers. */
    count: number;
  }[];
  /** Papers published before the first bar. */
  earlier: number;
  /** By year among those of the bars, papers of which no more than that year is known: no month or quarter has them. */
  yearOnly: { [year: string]: number };
  /** Papers whose date is not known. */
  undated: number;
  /** The greatest count of a bar. */
  max: number;
}

/** Months drawn one by one, where all papers lie in no more than these. */
const MONTHS = 12;
/** Years whose quarters are drawn, and years that are drawn where more is to be seen in these. */
const [QUARTER_YEARS, YEARS] = [4, 14];

/**
 * The span that shows most of papers: never years before the first of them. Months where all lie within a year; else the
 * quarters of the last four years, from January, with half of the papers at least; else years, as for papers of which
 * mostly no more than the year is known.
 * @param last up to when it goes; a later paper counts there. Absent where no date of the site is known
 */
export function planSpan(published: readonly (PartialDate | undefined)[], last: Day | undefined): Span {
  const dates = published.flatMap((date) => date ?? []);
  const months = dates.filter((date) => date.length > "YYYY".length).map((date) => date.slice(0, "YYYY-MM".length));
  if (last === undefined || dates.length === 0) return { unit: "quarter", labels: [] };
  const [lastMonth, lastYear] = [monthOf(last), Number(last.slice(0, 4))];
  if (months.length * 2 >= dates.length) {
    const first = monthOf(findFirst(months, last));
    const count = indexMonth(lastMonth) - indexMonth(first) + 1;
    if (count <= MONTHS) return { unit: "month", labels: listMonthsFrom(first, count) };
    const from = padYear(Math.max(Number(first.slice(0, 4)), lastYear - QUARTER_YEARS + 1, 1));
    if (months.filter((month) => month >= from).length * 2 >= months.length) {
      return { unit: "quarter", labels: listQuarters(`${from}-Q1`, quarterOf(lastMonth)) };
    }
  }
  const from = Math.max(Number(findFirst(dates, last).slice(0, 4)), lastYear - YEARS + 1, 1);
  return { unit: "year", labels: Array.from({ length: lastYear - from + 1 }, (_, index) => padYear(from + index)) };
}

/** Counts papers over a span: that of these papers, or one that several series share so that they can be compared. */
export function countPapers(
  published: readonly (PartialDate | undefined)[],
  last: Day | undefined,
  { unit, labels }: Span = planSpan(published, last),
): PaperSeries {
  const [first = ""] = labels;
  const counts = new Map(labels.map((label) => [label, 0]));
  const series: PaperSeries = { unit, bars: [], earlier: 0, yearOnly: {}, undated: 0, max: 0 };
  for (const date of published) {
    if (date === undefined || last === undefined) {
      series.undated += 1;
      continue;
    }
    // Later than the last edition: preprints may be featured ahead of their date; they count in its bar.
    const day = firstDayOf(date) > last ? last : firstDayOf(date);
    const label = toLabel(day, unit);
    const year = day.slice(0, 4);
    if (label < first) series.earlier += 1;
    else if (unit !== "year" && date.length === "YYYY".length) {
      series.yearOnly[year] = (series.yearOnly[year] ?? 0) + 1;
    } else counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  series.bars = [...counts].map(([label, count]) => ({ label, year: label.slice(0, 4), count }));
  series.max = Math.max(0, ...counts.values());
  return series;
}

/** The earliest of dates, at most this one. */
function findFirst(dates: readonly PartialDate[], last: Day): PartialDate {
  let first: PartialDate = last;
  for (const date of dates) if (date < first) first = date;
  return first;
}

/** Months since the year 0. */
function indexMonth(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function listMonthsFrom(first: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => {
    const month = indexMonth(first) + index;
    return `${padYear(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

function toLabel(day: Day, unit: Span["unit"]): string {
  if (unit === "year") return day.slice(0, 4);
  return unit === "month" ? monthOf(day) : quarterOf(monthOf(day));
}

/** Whether there is anything to compare: a single bar, or none with papers, is no picture. */
export function isDrawn({ bars, max }: PaperSeries): boolean {
  return bars.length > 1 && max > 0;
}

/** `a quarter, 2023 to 2026`: what the bars of a chart stand for. */
export function describeBars({ unit, bars }: PaperSeries): string {
  const name = (label = ""): string => (unit === "month" ? formatMonth(label) : label.slice(0, 4));
  const [from, to] = [name(bars[0]?.label), name(bars.at(-1)?.label)];
  return `a ${unit}, ${from === to ? from : `${from} to ${to}`}`;
}

/** `2023: 1, 2024: 5`, or `July 2026: 5`, for those who cannot see the bars. */
export function describeSeries({ unit, bars, yearOnly }: PaperSeries): string {
  if (unit === "month") return bars.map(({ label, count }) => `${formatMonth(label)}: ${count}`).join(", ");
  const years = new Map(Object.entries(yearOnly));
  for (const { year, count } of bars) years.set(year, (years.get(year) ?? 0) + count);
  return [...years]
    .sort(([a], [b]) => compareText(a, b))
    .map(([year, count]) => `${year}: ${count}`)
    .join(", ");
}
