/** A span of months that papers are narrowed down to: read from what people type, said in words. */
import { formatMonth, type Month, monthOf, nameMonth } from "../dates.ts";

/** A span of months, both ends included; an end that is absent is open. */
export interface MonthSpan {
  /** The first month. */
  from?: Month;
  /** The last month. */
  to?: Month;
}

/** Papers are of these two centuries. */
const YEAR = "(?:19|20)\\d{2}";
/** A month and a year as numbers, in either order: `2024-03`, `2024/3`, `2024 03`, `3/2024`, `03.24`. */
const NUMBERS = new RegExp(`^(?:(${YEAR})[-–/. ]+(\\d{1,2})|(\\d{1,2})[-–/. ]+(${YEAR})|(\\d{1,2})[/.](\\d{2}))$`);
/** A month's name, or its first letters, and a year in either order: `March 2024`, `Mar. 24`, `2024, March`. */
const NAMED = new RegExp(`^(?:(\\p{L}{3,9})[-–/., ]+(${YEAR}|’?'?\\d{2})|(${YEAR})[-–/., ]+(\\p{L}{3,9})\\.?)$`, "u");
const ONLY_YEAR = new RegExp(`^${YEAR}$`);
/** English names of months, in small letters. */
const NAMES = Array.from({ length: 12 }, (_, month) => nameMonth(`2000-${pad(month + 1)}`).toLowerCase());
/** Names that the first letters of another do not begin. */
const OTHER_NAMES = ["sept"];

/** How a month may be written, for whoever is asked for one. */
export const MONTH_FORMS = "2025-06, June 2025 or 2025";

/** A month as it was typed: its year, and its number where one stands there. */
function readTyped(text: string): { year: string; month?: number } | undefined {
  const typed = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?([-–/.,]) ?/g, "$1");
  if (ONLY_YEAR.test(typed)) return { year: typed };
  const [, yearFirst, second, first, yearLast, before, short] = NUMBERS.exec(typed) ?? [];
  const year = yearFirst ?? yearLast ?? (short && lengthenYear(short));
  if (year !== undefined && year !== "") return { year, month: Number(second ?? first ?? before) };
  const [, name, yearBehind, yearBefore, nameBehind] = NAMED.exec(typed) ?? [];
  const spoken = (name ?? nameBehind ?? "").toLowerCase();
  const stated = yearBefore ?? yearBehind?.replace(/^[’']/, "");
  if (stated === undefined) return undefined;
  const month = OTHER_NAMES.includes(spoken) ? 9 : NAMES.findIndex((own) => own.startsWith(spoken)) + 1;
  return month === 0 ? undefined : { year: lengthenYear(stated), month };
}

/** A year in two digits is one of this century, unless that has not come so far: arXiv began in 1991. */
function lengthenYear(year: string): string {
  return year.length > 2 ? year : `${Number(year) > 90 ? "19" : "20"}${year}`;
}

function pad(month: number): string {
  return String(month).padStart(2, "0");
}

/** The month that was typed; of a year alone its first one, or its last. Undefined where it means nothing. */
export function parseTypedMonth(text: string, end: keyof MonthSpan): Month | undefined {
  const { year, month = end === "from" ? 1 : 12 } = readTyped(text) ?? {};
  return year === undefined || month < 1 || month > 12 ? undefined : `${year}-${pad(month)}`;
}

/** What is wrong with a month as it was typed, in a sentence; "" where nothing is. */
export function explainTypedMonth(text: string): string {
  if (text.trim() === "" || parseTypedMonth(text, "from") !== undefined) return "";
  const { month } = readTyped(text) ?? {};
  return month === undefined
    ? `“${text.trim()}” is no month. Write it as ${MONTH_FORMS}.`
    : `There is no month ${month}. Write it as ${MONTH_FORMS}.`;
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
