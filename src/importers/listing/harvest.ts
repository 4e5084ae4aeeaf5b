/** A papers page that somebody selected, copied and pasted into a file. It has no ids, and no year of its own. */
import { type Day, formatDay } from "#lib/dates.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { cleanTitle } from "#lib/latex/clean.ts";
import type { Facts, Harvest, SourceFile } from "#lib/records/facts.ts";
import { isSameDay } from "./date.ts";
import { type Listing, type ListingEntry, parseListing } from "./parse.ts";
import { readListingFacts } from "./to-facts.ts";

/** How a page without a header is called. */
const NAMELESS = "listing";

const EXPECTATION =
  'entries of a title, an abstract, a line such as "login Name" or "• 10 authors", a "·" and a date such as "Oct 21, 2025 2"';
const CURE = "open the page in a browser, select all of it, copy it, and paste it into a text file";

/**
 * Everything that a pasted page says of papers.
 * @param day The page's day, YYYY-MM-DD: the day of the edition, and the year of dates without one.
 */
export function harvestListing({ file, text }: SourceFile, day: Day): Harvest {
  const listing = parseListing(text);
  const reason = refuseWhole(listing, text);
  if (reason !== undefined) return { facts: [], refused: [{ file, ...reason }], notices: [], days: [] };
  const name = cleanTitle(listing.name ?? "") || NAMELESS;
  const source = name === NAMELESS ? NAMELESS : `${name} listing`;
  const notices = checkHeader(listing, file, day);
  const refused: Problem[] = [];
  const read: Facts[] = [];
  const seen = new Map<string, ListingEntry>();
  for (const entry of listing.entries) {
    const key = JSON.stringify([entry.title, entry.paragraphs]);
    const first = seen.get(key);
    const facts = first === undefined ? readListingFacts(entry, { file, day, source }, notices) : undefined;
    if (facts !== undefined) read.push(facts);
    else if (first === undefined || entry.title === undefined) refused.push(refuseUntitled(entry, file));
    else notices.push(noteDouble(entry, first, file));
    if (facts !== undefined) seen.set(key, entry);
  }
  return {
    facts: read,
    refused,
    notices: notices.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    days: [
      {
        date: day,
        source: name,
        listed: read.length + refused.length,
        taken: read.length,
        refused: refused.length,
        cut: false,
      },
    ],
  };
}

/** Why a text as a whole cannot be read; undefined when it can. */
function refuseWhole({ isListing, entries }: Listing, text: string): Omit<Problem, "file"> | undefined {
  const index = text.split(/\r\n?|\n/).findIndex((line) => line.trim() !== "");
  if (index < 0) return { message: "the text is empty", allowed: EXPECTATION, mend: CURE };
  if (isListing && entries.length > 0) return undefined;
  const found = describeValue((text.split(/\r\n?|\n/)[index] ?? "").trim());
  return { line: index + 1, message: "this is not the text of a papers page", found, allowed: EXPECTATION, mend: CURE };
}

/** What a curator should know of the page around the entries. */
function checkHeader({ day: own, passedOver }: Listing, file: string, day: Day): Problem[] {
  const notices: Problem[] = [];
  if (own !== undefined && !isSameDay(own.date, day)) {
    notices.push({
      file,
      line: own.line,
      field: "header",
      message: "the page bears another day than --date",
      found: own.date.text,
      allowed: `${formatDay(day)}, as --date says`,
      mend: "if the page is right, undo this import and give --date the page's own day",
    });
  }
  for (const { line, text } of passedOver) {
    const message = "this line belongs to no entry and was passed over";
    notices.push({ file, line, message, found: describeValue(text) });
  }
  return notices;
}

function refuseUntitled(entry: ListingEntry, file: string): Problem {
  const [paragraph] = entry.paragraphs;
  return {
    file,
    line: entry.line,
    field: entry.name,
    message: "this entry has no title",
    ...(paragraph !== undefined && { found: describeValue(paragraph) }),
    allowed: "a line with the title above the abstract",
    mend: "copy the title from the page",
  };
}

function noteDouble(entry: ListingEntry, first: ListingEntry, file: string): Problem {
  return {
    file,
    line: entry.line,
    field: entry.name,
    message: `this entry stands in the text already, in line ${first.line}, and counts once`,
    ...(entry.title !== undefined && { found: describeValue(entry.title) }),
  };
}
