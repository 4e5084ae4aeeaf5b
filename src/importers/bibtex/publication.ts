/** Where a BibTeX entry says that a paper came out. */
import { isConference } from "#lib/citations/publication.ts";
import type { Publication, PublicationType } from "#lib/content/publication.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
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

/** Types of entries, those of BibLaTeX among them, by what they are; of all others the fields tell. */
const TYPES: ReadonlyMap<string, PublicationType> = new Map([
  ["article", "article"],
  ["inproceedings", "inproceedings"],
  ["conference", "inproceedings"],
  ["incollection", "incollection"],
  ["inbook", "incollection"],
  ["book", "book"],
  ["proceedings", "book"],
  ["collection", "book"],
  ["phdthesis", "phdthesis"],
  ["thesis", "phdthesis"],
  ["mastersthesis", "mastersthesis"],
  ["techreport", "techreport"],
  ["report", "techreport"],
]);

/** The journal or conference; undefined for preprints and for what is only submitted. */
export function readVenue(fields: Fields): string | undefined {
  return readJournal(fields) ?? acceptVenue(fields["booktitle"]);
}

/** `Journal volume(number):pages, year`, as far as the entry says; undefined without a journal, as of proceedings called one. */
export function readJournalRef(fields: Fields): string | undefined {
  const journal = readJournal(fields);
  if (journal === undefined || isOfConference(fields)) return undefined;
  const { volume = "", number, pages = "" } = readPlace(fields);
  const issue = `${volume}${number === undefined ? "" : `(${number})`}`;
  const place = issue !== "" && pages !== "" ? `${issue}:${pages}` : issue || (pages === "" ? "" : `pages ${pages}`);
  const year = readYear(fields);
  const head = place.startsWith("pages") ? `${journal}, ${place}` : `${journal} ${place}`.trim();
  return year === undefined ? head : `${head}, ${year}`;
}

/**
 * What the entry says of its publication; undefined of preprints, and where it names nobody who published it.
 * @param editors the names in its field of that name
 */
export function readPublication(
  { type: entryType, fields }: Pick<BibtexEntry, "type" | "fields">,
  editors: string[] = [],
): Publication | undefined {
  const type = findType(entryType, fields);
  const isOfSchool = type === "phdthesis" || type === "mastersthesis" || type === "techreport";
  const school = isOfSchool ? acceptVenue(fields["school"] ?? fields["institution"]) : undefined;
  const publisher = acceptVenue(fields["publisher"]) ?? acceptVenue(fields["organization"]);
  const isPublished = readVenue(fields) !== undefined || school !== undefined || hasPlace(entryType, fields);
  if (type === undefined || (!isPublished && (type !== "book" || publisher === undefined))) return undefined;
  return dropUndefined({
    type,
    year: readYear(fields),
    series: acceptVenue(fields["series"]),
    ...readPlace(fields),
    editors: editors.length === 0 ? undefined : editors,
    edition: readText(fields, "edition"),
    publisher,
    address: readText(fields, "address") ?? readText(fields, "location"),
    school,
    isbn: readText(fields, "isbn"),
    issn: readText(fields, "issn"),
  });
}

function findType(entryType: string, fields: Fields): PublicationType | undefined {
  const type = TYPES.get(entryType);
  if (type === "phdthesis" && /\b(?:master|ma|msc)/i.test(fields["type"] ?? "")) return "mastersthesis";
  if (type === "article" || type === undefined) {
    if (isOfConference(fields)) return "inproceedings";
    if (readJournal(fields) !== undefined) return "article";
    return acceptVenue(fields["booktitle"]) === undefined ? type : "inproceedings";
  }
  return type;
}

/** Whether an entry of a published type has a place in a volume, though its journal is not named, or only by a style's command. */
function hasPlace(entryType: string, fields: Fields): boolean {
  const name = readTexTitle(fields["journal"] ?? fields["journaltitle"] ?? fields["booktitle"] ?? "");
  const { volume, pages } = readPlace(fields);
  return TYPES.has(entryType) && isAccepted(name) && (volume ?? pages) !== undefined;
}

/** Whether what is called a journal is a conference: Google Scholar does so. An issue of a volume is a journal's. */
function isOfConference(fields: Fields): boolean {
  const { number } = readPlace(fields);
  return number === undefined && isConference(readJournal(fields) ?? "");
}

function readText(fields: Fields, field: string): string | undefined {
  return readTexTitle(fields[field] ?? "") || undefined;
}

/** Volume, number and pages, or the article's number; an id of arXiv's, as some programs write it there, is none. */
function readPlace(fields: Fields): Pick<Publication, "volume" | "number" | "chapter" | "pages"> {
  const read = (field: string): string | undefined => {
    const text = readText(fields, field);
    return text === undefined || /^(?:arxiv:|abs\/)/i.test(text) ? undefined : text;
  };
  return dropUndefined({
    volume: read("volume"),
    number: read("number") ?? read("issue"),
    chapter: read("chapter"),
    pages: joinPages(read("pages") ?? read("eid") ?? read("articleno")),
  });
}

/** Spans of pages with a dash; a hyphen is one only where no dash says otherwise: `2-1--2-10`. Of a span without an end the first page stays: `12--`. */
function joinPages(pages: string | undefined): string | undefined {
  const dash = /--|–/.test(pages ?? "") ? "(?:--|–)" : "-";
  return pages?.replace(new RegExp(`(\\d)\\s*${dash}\\s*(?=\\d)`, "g"), "$1–").replace(/(?<=\d)(?:--?|–)$/, "");
}

function readJournal(fields: Fields): string | undefined {
  return acceptVenue(fields["journal"] ?? fields["journaltitle"]);
}

/** An id of arXiv's behind a venue, which is no part of its name: `Odd Letters (arXiv:3101.00007 [cs.CL])`. */
const ARXIV_BEHIND = /(?<![\s,;(])[\s,;]*\(?arXiv:\s?[\w./-]+(?:\s?\[[^\][]*\])?\)?$/i;

function acceptVenue(value = ""): string | undefined {
  const text = readTexTitle(value);
  const venue = PREPRINT.test(text) ? text : text.replace(ARXIV_BEHIND, "");
  return venue === "" || !isAccepted(venue) || STYLE_COMMAND.test(venue) ? undefined : venue;
}

function isAccepted(venue: string): boolean {
  return !PREPRINT.test(venue) && !PENDING.test(venue);
}
