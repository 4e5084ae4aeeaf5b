/** What citations say of a paper's publication: its type, its year, its place in a volume. */

import type { Publication, PublicationType } from "../content/publication.ts";
import type { PaperRecord } from "../content/record.ts";
import { isArxivId } from "../papers/id.ts";
import { findDate } from "../papers/paper-date.ts";
import { escapeLatex } from "./latex.ts";

/** What is known of when and where a paper came out. */
type Published = Pick<PaperRecord, "id" | "published" | "venue" | "journalRef" | "publication">;

/** Words in which the names of conferences differ from those of journals. */
const CONFERENCE =
  /\b(proc(eedings|\.)|conference|conf\.|workshop|symposium|congress|meeting|advances in neural|neurips|nips|icml|iclr|aaai|ijcai|acl|naacl|eacl|emnlp|coling|conll|cvpr|iccv|eccv|wacv|kdd|sigir|www|wsdm|cikm|recsys|corl|icra|iros|rss|aistats|uai|colt|colm|interspeech|icassp|siggraph|chi|uist|osdi|sosp|nsdi|icse|fse|stoc|focs|soda)\b/i;
const JOURNAL = /\b(journals?|transactions|trans\.|letters|annals|magazine|bulletin|national academy|pvldb)\b/i;
/** BibTeX's abbreviations of months, which its styles write out. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Whether a venue is a conference by its name; anything else is taken for a journal. */
export function isConference(venue: string): boolean {
  return CONFERENCE.test(venue) && !JOURNAL.test(venue);
}

/** The type of a paper's entry: what its publication is said to be, else what its venue looks like; `misc` for a preprint. */
export function findEntryType({ venue, journalRef, publication }: Published): PublicationType | "misc" {
  const place = venue ?? journalRef;
  if (publication?.type !== undefined) return publication.type;
  return place === undefined ? "misc" : isConference(place) ? "inproceedings" : "article";
}

/**
 * The year of the publication; where no bibliography says it, the one that reference or venue of a preprint name, else the
 * year in which the paper came out.
 */
export function findYear(record: Published): string | undefined {
  const { id, published, venue = "", journalRef = "", publication } = record;
  if (publication?.year !== undefined) return publication.year;
  // The id tells when it was a preprint, and nothing of a venue.
  const isPreprint = findEntryType(record) === "misc";
  const year = (published ?? (isPreprint ? findDate(record) : undefined))?.slice(0, "YYYY".length);
  // A year in the name of a venue may be its subject; of a preprint nothing else tells when it was accepted.
  if (!isArxivId(id) && published !== undefined) return year;
  return findNamedYear(journalRef) ?? findNamedYear(venue) ?? year;
}

/** The year that a reference names: in brackets, else the last that is a word for itself and none of its pages. */
function findNamedYear(reference: string): string | undefined {
  const bracketed = reference.match(/(?<=\()(?:19|20)\d\d(?=\))/g);
  return (bracketed ?? reference.match(/(?<![\p{L}\p{N}:–-])(?:19|20)\d\d(?![\p{L}\p{N}–-])/gu))?.at(-1);
}

/** Fields of an entry by name; `isBare` marks an abbreviation, which stands without braces. */
export type EntryField = [name: string, value: string | undefined, isBare?: boolean];

/** Year, month and day. A preprint's month is none of the venue that accepted it later. */
export function listDateFields(record: Published): EntryField[] {
  const { id, published = "" } = record;
  const year = findYear(record);
  const isOwn = year === published.slice(0, "YYYY".length) && (!isArxivId(id) || findEntryType(record) === "misc");
  const [, month, day] = isOwn ? published.split("-") : [];
  return [
    ["year", year],
    ["month", month && MONTHS[Number(month) - 1], true],
    ["day", day && String(Number(day))],
  ];
}

/** Journal, proceedings or school, and the place therein; for a book, who published it. */
export function listPlaceFields(record: Published): EntryField[] {
  const { publication = {} } = record;
  const { series, volume, number, chapter, pages, edition, publisher, address, school, isbn, issn } = publication;
  const type = findEntryType(record);
  const place = record.venue ?? record.journalRef;
  return [
    [type === "article" ? "journal" : "booktitle", place],
    ["series", series],
    ["volume", volume],
    ["number", number],
    ["chapter", chapter],
    ["pages", pages?.replaceAll("–", "--")],
    ["edition", edition],
    ["publisher", publisher],
    ["address", address],
    [type === "techreport" ? "institution" : "school", school],
    ["isbn", isbn],
    ["issn", issn],
  ].map(([name = "", value]): EntryField => [name, value && escapeLatex(value)]);
}

/** First and last page, for metadata; the last is absent where there is one page, or an article's number. */
export function splitPages(pages: Publication["pages"] = ""): { first?: string; last?: string } {
  const [, first, last] = /^([^\s,–]+)(?:–([^\s,–]+))?$/.exec(pages) ?? [];
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}
