/** A calendar: the days of a month or a week in rows that begin on Monday, each with what there is of it. */
import type { Completeness } from "./content/day.ts";
import { addDays, type Day, isDay, lastDayOf, type Month, toDate } from "./dates.ts";

/** What there is of a day. */
export interface CalendarEntry {
  /** How many papers. */
  count: number;
  /** Where they stand. */
  href: string;
  /** Whether the day's list has all that its source named; absent where days are no lists. */
  state?: Completeness;
}

/** A day with what there is of it. */
export interface CalendarDay extends Partial<CalendarEntry> {
  /** The day. */
  date: Day;
}

/** Days in rows that end on Sunday; the first row, and the last, may have fewer than seven. */
export type CalendarRows = CalendarDay[][];

/** What weekdays are called, from Monday on. */
export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The days of a month. @param entries what there is of its days */
export function makeMonthCalendar(month: Month, entries: ReadonlyMap<Day, CalendarEntry>): CalendarRows {
  return makeRows(`${month}-01`, Number(lastDayOf(month).slice(-2)), entries);
}

/** The days of a week. @param any a day of it */
export function makeWeekCalendar(any: Day, entries: ReadonlyMap<Day, CalendarEntry>): CalendarRows {
  const monday = addDays(any, -weekdayOf(any));
  return makeRows(monday, WEEKDAYS.length, entries);
}

/** 0 for Monday, 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (toDate(day).getUTCDay() + 6) % 7;
}

/** Days are counted, not compared: behind 9999-12-31 comes one that no year of four digits has, which is left out. */
function makeRows(first: Day, count: number, entries: ReadonlyMap<Day, CalendarEntry>): CalendarRows {
  const rows: CalendarRows = [];
  for (let index = 0; index < count; index += 1) {
    const date = addDays(first, index);
    if (!isDay(date)) continue;
    const day = { date, ...entries.get(date) };
    if (rows.length === 0 || weekdayOf(date) === 0) rows.push([day]);
    else rows.at(-1)?.push(day);
  }
  return rows;
}

/** Bars of fewer papers than this do not fill their days, so that a day of one paper does not look like a great one. */
const FEW = 4;

/** The papers of the fullest day, by which bars are measured. */
export function findFullestDay(rows: CalendarRows): number {
  return Math.max(FEW, ...rows.flat().map(({ count = 0 }) => count));
}
