/** When a BibTeX or BibLaTeX entry says that a paper came out: a day, a month or a year. */
import { agreesWith, isPartialDate, type PartialDate } from "#lib/dates.ts";
import { foldLatin } from "#lib/papers/latin.ts";
import type { BibtexEntry } from "./parse.ts";
import { readTexTitle } from "./tex.ts";

type Fields = BibtexEntry["fields"];

/** How names of months begin, from January on, in the languages that reference managers write them in. */
const MONTHS = [
  /^(?:jan|ene|gen)/,
  /^fe[bv]/,
  /^(?:mar|maerz|mrz|maart|mrt)/,
  /^(?:a[pvb]r)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:juni?o?$|june|junho|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:o[ck]t|out|ott)/,
  /^nov/,
  /^de[cz]|^dic/,
];
/** Longest text that is looked through for a month or a day; a date is shorter. */
const LONGEST = 100;

/**
 * The date, as precisely as the entry has it: BibLaTeX's `date`, else `year` with `month` and `day`. Of a span it is the
 * month, or the year, in which that begins, never its first day. Undefined where no year is named.
 */
export function readPublished(fields: Fields): PartialDate | undefined {
  const [date, parts] = [readDate(fields["date"]), readDate(fields["year"], fields["month"], fields["day"])];
  return date === undefined || (parts !== undefined && agreesWith(parts, date)) ? parts : date;
}

/** The year, as `readPublished` has it. */
export function readYear(fields: Fields): string | undefined {
  return readPublished(fields)?.slice(0, "YYYY".length);
}

function readDate(value = "", monthValue = "", dayValue = ""): PartialDate | undefined {
  const text = readTexTitle(value).slice(0, LONGEST);
  const [whole = ""] = text.split(/[T\s]/);
  const [start = "", end] = whole.split("/").map((part) => part.replace(/(?<![?~%])[?~%]+$/, ""));
  if (isPartialDate(start) && start.length > "YYYY".length) {
    // `2031-03-04/2031-03-09`, and open ones: `2031-03/..`.
    return end === undefined ? start : start.slice(0, "YYYY-MM".length);
  }
  const year = /(?<!\d)(?!0000)(\d{4})(?!\d)/.exec(text)?.[1];
  if (year === undefined) return undefined;
  const { month, day } = readMonth(monthValue === "" ? text.replace(year, " ") : readTexTitle(monthValue));
  if (month === undefined) return year;
  const ownDay = /^\d{1,2}$/.exec(dayValue.trim())?.[0] ?? day;
  const date = `${year}-${month}-${(ownDay ?? "").padStart(2, "0")}`;
  return isPartialDate(date) ? date : `${year}-${month}`;
}

/** `Jul`, `7`, `jul # "~3"` as the parser joins it, `23--29 Jul`: the first month, and the day where it is only one. */
function readMonth(text: string): { month?: string; day?: string } {
  const part = text.slice(0, LONGEST);
  if (/^\s*\d{1,2}\s*$/.test(part)) return writeMonth(Number(part));
  const words = foldLatin(part).match(/\p{L}+/gu) ?? [];
  const found = words.flatMap((word) => MONTHS.findIndex((form) => form.test(word)) + 1 || []);
  if (found[0] === undefined) return {};
  const days = (part.match(/\d+/g) ?? []).filter((number) => number.length <= 2);
  const [day] = days;
  return { ...writeMonth(found[0]), ...(days.length === 1 && found.length === 1 && day !== undefined && { day }) };
}

function writeMonth(month: number): { month?: string } {
  return month >= 1 && month <= 12 ? { month: String(month).padStart(2, "0") } : {};
}
