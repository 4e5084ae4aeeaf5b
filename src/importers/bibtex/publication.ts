/** Where and when a BibTeX entry says that a paper came out. */
import { type Day, isDay } from "#lib/dates.ts";
import type { BibtexEntry } from "./parse.ts";
import { readTexTitle } from "./tex.ts";

type Fields = BibtexEntry["fields"];

/** Servers of preprints, which accept everything. */
const PREPRINT = /^(?:arxiv|corr|biorxiv|medrxiv|chemrxiv)\b|^computing research repository\b/i;
/** What a venue has not accepted yet, as OpenReview exports it. */
const PENDING = /^(?:to be )?submitted\b|^under review\b|^in preparation\b/i;
/** A journal's name that only the style of that journal knows, such as `\apjl`. */
const STYLE_COMMAND = /^\\[A-Za-z]+$/;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The journal or conference; undefined for preprints and for what is only submitted. */
export function readVenue(fields: Fields): string | undefined {
  return readJournal(fields) ?? acceptVenue(fields["booktitle"]);
}

/** `Journal volume(number):pages, year`, as far as the entry says; undefined without a journal. */
export function readJournalRef(fields: Fields): string | undefined {
  const journal = readJournal(fields);
  if (journal === undefined) return undefined;
  const read = (field: string) => readTexTitle(fields[field] ?? "");
  const [volume, number] = [read("volume"), read("number") || read("issue")];
  const pages = read("pages").replace(/(\d)\s*[-–]{1,2}\s*(?=\d)/g, "$1–");
  const issue = `${volume}${number === "" ? "" : `(${number})`}`;
  const place = issue !== "" && pages !== "" ? `${issue}:${pages}` : issue || (pages === "" ? "" : `pages ${pages}`);
  const year = readYear(fields);
  const head = place.startsWith("pages") ? `${journal}, ${place}` : `${journal} ${place}`.trim();
  return year === undefined ? head : `${head}, ${year}`;
}

/** The year in `year` or `date`: the first number of four digits; undefined when there is none. */
export function readYear(fields: Fields): string | undefined {
  return /(?<!\d)(\d{4})(?!\d)/.exec(fields["year"] ?? fields["date"] ?? "")?.[1];
}

/** The day, where the entry names it; a year or a month is none. */
export function readPublished(fields: Fields): Day | undefined {
  const [date = ""] = (fields["date"] ?? "").trim().split(/[T ]/);
  if (isDay(date)) return date;
  const [year, month, day] = [readYear(fields), readMonth(fields["month"]), /^\d{1,2}$/.exec(fields["day"] ?? "")?.[0]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const whole = `${year}-${month}-${day.padStart(2, "0")}`;
  return isDay(whole) ? whole : undefined;
}

function readMonth(text = ""): string | undefined {
  const index = /^\d{1,2}$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return index >= 1 && index <= 12 ? String(index).padStart(2, "0") : undefined;
}

function readJournal(fields: Fields): string | undefined {
  return acceptVenue(fields["journal"] ?? fields["journaltitle"]);
}

function acceptVenue(value = ""): string | undefined {
  const venue = readTexTitle(value);
  const isNone = venue === "" || PREPRINT.test(venue) || PENDING.test(venue) || STYLE_COMMAND.test(venue);
  return isNone ? undefined : venue;
}
