/**
 * Days, weeks and months. Every date in Offprint is a day in UTC written `YYYY-MM-DD`, but for that of a publication,
 * which may be known to the month or the year only. Nothing here reads the clock, so that the same content always gives
 * the same pages.
 */

/** A day in UTC, `YYYY-MM-DD`. */
export type Day = string;
/** A month, `YYYY-MM`. */
export type Month = string;
/**
 * A date as precisely as it is known: a year `YYYY`, a month `YYYY-MM` or a day `YYYY-MM-DD`. It stands where its period
 * begins, so that text of such dates is in their order: a year before its months, a month before its days.
 */
export type PartialDate = string;
/** An ISO 8601 week, `YYYY-Www`; weeks begin on Monday and belong to the year of their Thursday. */
export type Week = string;

const MONTH_NAME = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const MONTHS = Array.from({ length: 12 }, (_, month) => MONTH_NAME.format(Date.UTC(2000, month)));
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MS = 86_400_000;

/** Whether the text is a day that exists in the calendar, written `YYYY-MM-DD`; there is no year 0. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && toDay(new Date(time)) === text;
}

/** Whether the text is a year, a month or a day that exists, written as `PartialDate` has it. */
export function isPartialDate(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && isDay(firstDayOf(text));
}

/** The first day of a year or a month; a day is its own. */
export function firstDayOf(date: PartialDate): Day {
  return `${date}-01-01`.slice(0, "YYYY-MM-DD".length);
}

/** The last day of a year or a month; a day is its own. */
export function lastDayOf(date: PartialDate): Day {
  if (date.length === "YYYY".length) return `${date}-12-31`;
  if (date.length > "YYYY-MM".length) return date;
  const [year, month] = date.split("-").map(Number);
  // The day before the next month's first; setUTCFullYear, since Date.UTC takes the year 50 for 1950.
  return toDay(new Date(new Date(0).setUTCFullYear(year ?? 0, month ?? 0, 0)));
}

/** Whether a date lies in the period of another, or is the same: `2017-11` in `2017`. */
export function agreesWith(date: PartialDate, period: PartialDate): boolean {
  return date === period || date.startsWith(`${period}-`);
}

/** The UTC day of an instant. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Midnight UTC at the start of a day. */
export function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** `2026-03-09` becomes `9 March 2026`; always with the year. */
export function formatDay(day: Day): string {
  return `${toDate(day).getUTCDate()} ${formatMonth(day)}`;
}

/** `2026-03-09` becomes `9 Mar 2026`, for lines of facts. */
export function formatDayShort(day: Day): string {
  return `${toDate(day).getUTCDate()} ${formatMonthShort(day)}`;
}

/** A date as precisely as it is known: `9 March 2026`, `March 2026`, `2026`. */
export function formatDate(date: PartialDate): string {
  if (date.length === "YYYY".length) return date;
  return date.length > "YYYY-MM".length ? formatDay(date) : formatMonth(date);
}

/** A date as precisely as it is known, for lines of facts: `9 Mar 2026`, `Mar 2026`, `2026`. */
export function formatDateShort(date: PartialDate): string {
  if (date.length === "YYYY".length) return date;
  return date.length > "YYYY-MM".length ? formatDayShort(date) : formatMonthShort(date);
}

/** What is said of a date that nobody tells. */
export const UNKNOWN_DATE = "date unknown";

/** A date in words, or that it is unknown. */
export function tellDate(date: PartialDate | undefined, format: (date: PartialDate) => string = formatDate): string {
  return date === undefined ? UNKNOWN_DATE : format(date);
}

/** `2026-03-09` becomes `Monday, 9 March 2026`. */
export function formatDayLong(day: Day): string {
  return `${WEEKDAYS[toDate(day).getUTCDay()]}, ${formatDay(day)}`;
}

/** `2026-03` becomes `March 2026`. */
export function formatMonth(month: Month): string {
  return `${nameMonth(month)} ${month.slice(0, 4)}`;
}

/** `2026-03` becomes `Mar 2026`. */
export function formatMonthShort(month: Month): string {
  return `${nameMonth(month).slice(0, 3)} ${month.slice(0, 4)}`;
}

/** `2026-W11` becomes `week 11 of 2026`. */
export function formatWeek(week: Week): string {
  return `week ${Number(week.slice(6))} of ${week.slice(0, 4)}`;
}

/** English name of the month of a day or a month. */
export function nameMonth(text: Day | Month): string {
  return MONTHS[Number(text.slice(5, 7)) - 1] ?? "";
}

/** The month that a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The ISO 8601 week that a day lies in: the week of the Thursday nearest to it. */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 3 - ((toDate(day).getUTCDay() + 6) % 7));
  return `${thursday.slice(0, 4)}-W${String(Math.ceil(dayOfYear(thursday) / 7)).padStart(2, "0")}`;
}

/** A year from 1 on as days have it, so that text of dates is in their order. */
export function padYear(year: number): string {
  return String(year).padStart(4, "0");
}

/** 1 for 1 January, 365 or 366 for 31 December. */
export function dayOfYear(day: Day): number {
  return daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1;
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / DAY_MS);
}

/** The day so many days later; earlier when there are fewer than none. */
export function addDays(day: Day, count: number): Day {
  return toDay(new Date(toDate(day).getTime() + count * DAY_MS));
}

/** `2026-03` becomes `2026-Q1`. */
export function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** All quarters from the first to the last, both included. */
export function listQuarters(first: string, last: string): string[] {
  const [start, end] = [first, last].map((label) => Number(label.slice(0, 4)) * 4 + Number(label.slice(6)) - 1);
  return Array.from({ length: Math.max(0, (end ?? 0) - (start ?? 0) + 1) }, (_, index) => {
    const count = (start ?? 0) + index;
    return `${padYear(Math.floor(count / 4))}-Q${(count % 4) + 1}`;
  });
}

/** The calendar's designation of an issue: the year, and the day of the year, so that it never shifts. */
export function formatVolume(day: Day): string {
  return `Vol. ${day.slice(0, 4)}, Day ${dayOfYear(day)}`;
}
