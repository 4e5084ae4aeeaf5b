/** A span of months that papers are narrowed down to: read from what people type, said in words. */
import { formatMonth, type Month, monthOf } from "../dates.ts";

/** A span of months, both ends included; an end that is absent is open. */
export interface MonthSpan {
  /** The first month. */
  from?: Month;
  /** The last month. */
  to?: Month;
}

/** A year, with a month behind it or not: `2024-03`, `2024/3`, `2024 03`, `2024`. Papers are of these two centuries. */
const FORM = /^((?:19|20)\d{2})(?:(?:\s*[-–/.]\s*|\s+)(0?[1-9]|1[0-2]))?$/;

/**
 * The month that was typed; of a year alone its first one, or its last. Undefined where it means nothing, as
 * `0002-03` does, which a field for months holds while `2024` is being typed into it.
 */
export function parseTypedMonth(text: string, end: keyof MonthSpan): Month | undefined {
  const [, year, month = end === "from" ? "1" : "12"] = FORM.exec(text.trim()) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, "0")}`;
}

/** The span between two ends as they were typed; the wrong way round they are exchanged, what means nothing is open. */
export function readMonthSpan(from: string, to: string): MonthSpan {
  const span = { from: parseTypedMonth(from, "from"), to: parseTypedMonth(to, "to") };
  if (span.from !== undefined && span.to !== undefined && span.from > span.to) return readMonthSpan(to, from);
  return {
    ...(span.from === undefined ? {} : { from: span.from }),
    ...(span.to === undefined ? {} : { to: span.to }),
  };
}

/** Whether a span leaves anything out. */
export function isSpanned({ from, to }: MonthSpan): boolean {
  return from !== undefined || to !== undefined;
}

/**
 * Whether a date lies within a span: a month, the month of a day, a year with all its months. What has no date, or
 * `unknown` for one, lies in none.
 */
export function isWithinSpan(date: string | undefined, { from, to }: MonthSpan): boolean {
  if (date === undefined || !/^\d/.test(date)) return false;
  const [first, last] = ["01", "12"].map((month) => monthOf(`${date}-${month}`)) as [Month, Month];
  return (from === undefined || first >= from) && (to === undefined || last <= to);
}

/** A span in words: `from March 2024 to January 2025`, `from March 2024`, `up to January 2025`, `of March 2024`. */
export function describeSpan({ from, to }: MonthSpan): string {
  if (from !== undefined && from === to) return `of ${formatMonth(from)}`;
  const last = to === undefined ? "" : `${from === undefined ? "up to" : " to"} ${formatMonth(to)}`;
  return `${from === undefined ? "" : `from ${formatMonth(from)}`}${last}`;
}
