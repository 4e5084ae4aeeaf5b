/** Where a BibTeX entry says that a paper came out. */
import { readYear } from "./date.ts";
import type { BibtexEntry } from "./parse.ts";
import { readTexTitle } from "./tex.ts";

type Fields = BibtexEntry["fields"];

/** Servers of preprints, which accept everything. */
const PREPRINT = /^(?:arxiv|corr|biorxiv|medrxiv|chemrxiv)\b|^computing research repository\b/i;
/** What a venue has not accepted yet, as OpenReview exports it. */
const PENDING = /^(?:to be )?submitted\b|^under review\b|^in preparation\b/i;
/** A journal's name that only the style of that journal knows, such as `\apjl`. */
const STYLE_COMMAND = /^\\[A-Za-z]+$/;

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

function readJournal(fields: Fields): string | undefined {
  return acceptVenue(fields["journal"] ?? fields["journaltitle"]);
}

function acceptVenue(value = ""): string | undefined {
  const venue = readTexTitle(value);
  const isNone = venue === "" || PREPRINT.test(venue) || PENDING.test(venue) || STYLE_COMMAND.test(venue);
  return isNone ? undefined : venue;
}
