/** Days as a papers page writes them: `Oct 21, 2025`, and `Mar 3` for one of the page's own year. */
import { type Day, isDay } from "#lib/dates.ts";

/** A day as it is written, perhaps without a year, perhaps one that does not exist. */
export interface WrittenDate {
  /** 1 to 12. */
  month: number;
  /** Day of the month. */
  day: number;
  /** Absent when it is left to the reader. */
  year?: number;
  /** The words themselves. */
  text: string;
}

/** A date at the end of an entry, with the number of comments that may stand behind it. */
export interface DateLine {
  /** The date. */
  date: WrittenDate;
  /** Number of comments as it is written; absent when the line has none. */
  comments?: string;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
/** Four digits after the day are a year, other numbers count comments. */
const DATE_LINE = new RegExp(
  `^(?:Published on )?((${MONTH})\\.? (\\d{1,2})(?:,? ((?:19|20)\\d{2}))?)(?: (\\d[\\d.,]*[kKmM]?))?$`,
  "i",
);

/** The date of a line that holds one, and nothing besides but a number of comments; otherwise undefined. */
export function parseDateLine(line: string): DateLine | undefined {
  const [, text = "", month = "", day, year, comments] = DATE_LINE.exec(line) ?? [];
  if (day === undefined) return undefined;
  const date: WrittenDate = {
    month: MONTHS.findIndex((name) => month.toLowerCase().startsWith(name.toLowerCase())) + 1,
    day: Number(day),
    text,
  };
  if (year !== undefined) date.year = Number(year);
  return { date, ...(comments !== undefined && { comments }) };
}

/**
 * The day that is meant on a page of the day given: without a year it is that of the page,
 * or the one before when it would lie after the page. Undefined for a day that does not exist.
 */
export function resolveDate({ month, day, year }: WrittenDate, page: Day): Day | undefined {
  const write = (inYear: number): Day => `${inYear}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const pageYear = Number(page.slice(0, 4));
  const resolved = write(year ?? (write(pageYear) > page ? pageYear - 1 : pageYear));
  return isDay(resolved) ? resolved : undefined;
}

/** Whether a page's own date, which may leave the year away, means the day given. */
export function isSameDay({ month, day, year }: WrittenDate, other: Day): boolean {
  const [otherYear, otherMonth, otherDay] = other.split("-").map(Number);
  return month === otherMonth && day === otherDay && (year === undefined || year === otherYear);
}

/** The exact number of comments; undefined for a rounded one such as `1.2k`. */
export function parseCount(text: string): number | undefined {
  return /^(\d+|\d{1,3}(,\d{3})+)$/.test(text) ? Number(text.replaceAll(",", "")) : undefined;
}
