/**
 * Papers as BibTeX. Letters outside ASCII stay in UTF-8, which biber, BibTeX8 and every citation manager read;
 * the classic 8-bit BibTeX passes them through but sorts them wrongly.
 */
import type { PaperRecord } from "../content/record.ts";
import type { Withdrawal } from "../content/withdrawal.ts";
import { splitRuns } from "../latex/runs.ts";
import { findNameParts, type NameParts } from "../papers/author.ts";
import { readDoiLink } from "../papers/doi.ts";
import { isArxivId } from "../papers/id.ts";
import { foldLatin } from "../papers/latin.ts";
import { describeWithdrawal, findWithdrawer } from "../papers/withdrawer.ts";
import { escapeLatex, escapeTitle } from "./latex.ts";
import { type EntryField, findEntryType, findYear, listDateFields, listPlaceFields } from "./publication.ts";

/** What a citation needs of a record. */
export type CitedRecord = Pick<
  PaperRecord,
  | "id"
  | "title"
  | "authors"
  | "authorCount"
  | "moreAuthors"
  | "nameParts"
  | "published"
  | "categories"
  | "links"
  | "venue"
  | "journalRef"
  | "publication"
  | "withdrawn"
>;

/** Width of the longest field name, to which all are filled up. */
const NAME_WIDTH = "archivePrefix".length;
const INDENT = " ".repeat(NAME_WIDTH + "   = {".length);
/** A line of a value, which ends at column 69 at the latest where there is a space. */
const LINE = /(?<=^| )(?:.{1,50}|\S+)(?= |$)/gs;

/** Words that a citation key passes over. */
const SMALL_WORDS = new Set(
  "a an and are as at be by can do does for from how in into is it its not of on or over the their through to toward towards under up via what when where which who why with without your".split(
    " ",
  ),
);
/**
 * The entry of one paper, without a line break at its end: `@misc` for a preprint, `@inproceedings` or `@article`
 * where venue or journal reference are known. What the record does not have is left out.
 */
export function toBibtex(record: CitedRecord): string {
  const fields: EntryField[] = [
    ["title", escapeTitle(record.title)],
    ["author", listAuthors(record)],
    ["editor", listNames(record.publication?.editors ?? [], record).join(" and ")],
    ...listPlaceFields(record),
    ...listDateFields(record),
    ...listArxivFields(record),
    ["url", findAddress(record)],
    ["doi", findDoi(record)],
    ["note", listNotes(record)],
  ];
  const lines = fields.flatMap(([name, value, isBare]) =>
    value === undefined || value === "" ? [] : [formatField(name, value, isBare)],
  );
  return `@${findEntryType(record)}{${makeCitationKey(record)},\n${lines.join(",\n")}\n}`;
}

/**
 * Family name of the first author, year and first significant word of the title, in ASCII lower case:
 * `kumar2024training`. A part that is missing, or has no Latin letters, is left out; where nothing is left, the id stands.
 */
export function makeCitationKey(
  record: Pick<
    CitedRecord,
    "id" | "title" | "authors" | "nameParts" | "published" | "venue" | "journalRef" | "publication"
  >,
): string {
  const [first] = record.authors;
  const name = first === undefined ? undefined : findNameParts(first, record.nameParts);
  const family = name === undefined ? "" : isWholeName(name) ? findKeyWord(name.family) : toKeyPart(name.family);
  const word = findKeyWord(record.title);
  const year = findYear(record) ?? "";
  if (family === "" && word === "") return toKeyPart(record.id);
  return family === "" ? `${word}${year}` : `${family}${year}${word}`;
}

function toKeyPart(text: string): string {
  return foldLatin(text).replace(/[^a-z0-9]/g, "");
}

/** The first word of a title that says something, else its first word; "" where no word has Latin letters. */
function findKeyWord(title: string): string {
  const words = splitRuns(title)
    .map(({ kind, source }) => (kind === "text" ? source : " "))
    .join("")
    .split(/\s+/)
    .map(toKeyPart)
    .filter((word) => word !== "");
  return words.find((word) => !SMALL_WORDS.has(word)) ?? words[0] ?? "";
}

function listNames(names: readonly string[], { nameParts }: Pick<CitedRecord, "nameParts">): string[] {
  return names.map((name) => formatName(findNameParts(name, nameParts)));
}

function listAuthors({ authors, authorCount, moreAuthors, nameParts }: CitedRecord): string | undefined {
  if (authors.length === 0) return undefined;
  const names = listNames(authors, { nameParts });
  if (moreAuthors || (authorCount ?? 0) > authors.length) names.push("others");
  return names.join(" and ");
}

/** `particle Family, Suffix, Given`; a whole name in braces where BibTeX would take it apart. */
function formatName(parts: NameParts): string {
  const family = escapeLatex(parts.family);
  if (isWholeName(parts)) return /[\s,]|^others$/i.test(family) ? `{${family}}` : family;
  const head = parts.particle === undefined ? family : `${escapeLatex(parts.particle)} ${family}`;
  const rest = [parts.suffix ?? "", parts.given].filter((part) => part !== "").map(escapeLatex);
  return [head, ...rest].join(", ");
}

function isWholeName(parts: NameParts): boolean {
  return parts.given === "" && parts.particle === undefined && parts.suffix === undefined;
}

function listArxivFields({ id, categories }: CitedRecord): EntryField[] {
  if (!isArxivId(id)) return [];
  const primary = categories[0];
  return [
    ["eprint", id],
    ["archivePrefix", "arXiv"],
    ["primaryClass", primary !== undefined && /^[a-z-]+(\.[A-Za-z-]+)?$/.test(primary) ? primary : undefined],
  ];
}

function findAddress({ id, links }: CitedRecord): string | undefined {
  if (links.abstract !== undefined) return links.abstract;
  if (isArxivId(id)) return `https://arxiv.org/abs/${id}`;
  return links.doi ?? links.pdf ?? links.project;
}

/** The DOI without its resolver. One whose decoded form would break the entry stays percent-encoded. */
function findDoi({ id, links }: CitedRecord): string | undefined {
  const doi = id.startsWith("doi:") ? id.slice(4) : readDoiLink(links.doi ?? "");
  return doi?.replace(/[{}\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What the other fields do not say: the full reference beside a venue whose volume and pages nothing else gives, and a withdrawal. */
function listNotes({ venue, journalRef, publication, withdrawn }: CitedRecord): string | undefined {
  const isSaid = journalRef === venue || (publication?.volume ?? publication?.pages) !== undefined;
  const notes = [
    ...(venue !== undefined && journalRef !== undefined && !isSaid ? [escapeLatex(journalRef)] : []),
    ...(withdrawn === undefined ? [] : [noteWithdrawal(withdrawn)]),
  ];
  return notes.length === 0 ? undefined : notes.join("; ");
}

function noteWithdrawal(withdrawal: Withdrawal): string {
  const { word, who } = describeWithdrawal(findWithdrawer(withdrawal));
  const reason = withdrawal === true ? undefined : withdrawal.reason;
  return escapeLatex(`${word}${who}${reason === undefined ? "" : `: ${reason}`}`);
}

/** A field on lines of at most 69 columns, broken at spaces, later lines set below the value's first letter. */
function formatField(name: string, value: string, isBare = false): string {
  if (isBare) return `  ${name.padEnd(NAME_WIDTH)} = ${value}`;
  const lines = value.match(LINE) ?? [];
  return `  ${name.padEnd(NAME_WIDTH)} = {${lines.join(`\n${INDENT}`)}}`;
}
