/** What a record knows and how it changed, in words for the rail beside a digest. */
import type { Change, PaperRecord } from "../content/record.ts";
import { formatCount } from "../counts.ts";
import { formatDate, formatDay, isPartialDate, tellDate } from "../dates.ts";
import { toPlainText } from "../latex/render.ts";
import type { Paper } from "./paper.ts";
import { isDateFromId } from "./paper-date.ts";
import { describeWithdrawal, WITHDRAWERS } from "./withdrawer.ts";

/** A term with what is known about it. */
export interface Fact {
  /** What it is. */
  term: string;
  /** What is known, in words. */
  value: string;
  /** Where it leads. */
  href?: string;
}

/** What the record knows, in the order readers ask; unknown things are left out or said in words. */
export function listFacts(paper: Pick<Paper, "record" | "entry">): Fact[] {
  const { record, entry } = paper;
  const { updated, version, links, comments } = record;
  const count = Math.max(record.authors.length, record.authorCount ?? 0);
  const facts = [
    makeFact("Published", describeDate(paper)),
    makeFact("Updated", updated && `${formatDay(updated)}${version === undefined ? "" : `, version ${version}`}`),
    makeFact("From", entry.organization?.label, entry.organization?.href),
    makeFact("Authors", count === 0 ? "unknown" : `${formatCount(count)}${record.moreAuthors ? " and more" : ""}`),
    makeFact("Subject", record.categories.join(", ")),
    makeFact("Keywords", record.keywords.map(toPlainText).join(", ")),
    ...listPublicationFacts(record),
    makeFact("Featured", record.featured.map(formatDay).join(", ")),
    makeFact("Upvotes", record.upvotes === undefined ? undefined : formatCount(record.upvotes)),
    makeFact(
      "Comments",
      comments === undefined ? undefined : `${formatCount(comments)} at Hugging Face`,
      entry.comments?.href,
    ),
    makeFact("Stars", record.stars === undefined ? undefined : formatCount(record.stars)),
    makeFact("Code", links.code === undefined ? "none named" : shortenAddress(links.code), links.code),
    makeFact("Project", links.project && shortenAddress(links.project), links.project),
    makeFact("DOI", links.doi && shortenAddress(links.doi), links.doi),
    makeFact("Address", entry.href, entry.href),
    makeFact("Before", record.previousIds.join(", ")),
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** Where it came out. A journal reference has volume, number, pages and year already. */
function listPublicationFacts({ venue, journalRef, publication = {} }: PaperRecord): (Fact | undefined)[] {
  const { year, series, volume, number, chapter, pages, edition, editors } = publication;
  const { publisher, address, school, isbn, issn } = publication;
  const isYearSaid = year === undefined || venue?.includes(year);
  const place = venue !== undefined && !isYearSaid ? `${venue}, ${year}` : venue;
  return [
    makeFact("Venue", journalRef ?? place),
    makeFact("School", school),
    makeFact("Series", series),
    ...(journalRef === undefined
      ? [makeFact("Volume", volume), makeFact("Number", number), makeFact("Pages", pages)]
      : []),
    makeFact("Chapter", chapter),
    makeFact("Edition", edition),
    makeFact("Editors", editors?.join(", ")),
    makeFact("Publisher", publisher),
    makeFact("Place", address),
    makeFact("ISBN", isbn),
    makeFact("ISSN", issn),
  ];
}

/** `March 2026, by its arXiv id`: what no source says is told as what it is. */
function describeDate({ record, entry: { published } }: Pick<Paper, "record" | "entry">): string {
  return `${tellDate(published)}${isDateFromId(record) ? ", by its arXiv id" : ""}`;
}

/** Undefined when there is nothing to say. */
function makeFact(term: string, value: string | undefined, href?: string): Fact | undefined {
  if (value === undefined || value === "") return undefined;
  return { term, value, ...(href === undefined ? {} : { href }) };
}

/** An address without scheme and closing slash, for reading. */
function shortenAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

/** @param by who withdrew it as the history has it: `true` where nobody says */
function tellWithdrawn(by: string): string {
  const { word, who } = describeWithdrawal(WITHDRAWERS.find((known) => known === by));
  return `${word.toLowerCase()}${who}`;
}

/** One change of a record in words, with who said so: `version 2, before that 1 (arXiv)`. */
export function describeChange(change: Change): string {
  const { field, source } = change;
  const [from, to] = [change.from, change.to].map((value) =>
    field === "published" ? value && showDate(value) : value,
  );
  if (field === "withdrawn") return `${to === undefined ? "no longer withdrawn" : tellWithdrawn(to)} (${source})`;
  if (field === "version" && to !== undefined)
    return `version ${to}${from === undefined ? "" : `, before that ${from}`} (${source})`;
  if (field === "venue" && to !== undefined && from === undefined) return `appeared in “${to}” (${source})`;
  if (from !== undefined && to !== undefined) return `${field}: “${from}” became “${to}” (${source})`;
  if (from !== undefined) return `${field}: “${from}” taken away (${source})`;
  return to === undefined ? `${field} changed (${source})` : `${field}: “${to}” added (${source})`;
}

function showDate(value: string): string {
  return isPartialDate(value) ? formatDate(value) : value;
}
