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
import { describeWithdrawal, findWithdrawer } from "../papers/withdrawal.ts";
import { escapeLatex, escapeTitle } from "./latex.ts";

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
/** Words in which the names of conferences differ from those of journals. */
const CONFERENCE =
  /\b(proc(eedings|\.)|conference|conf\.|workshop|symposium|congress|meeting|advances in neural|neurips|nips|icml|iclr|aaai|ijcai|acl|naacl|eacl|emnlp|coling|conll|cvpr|iccv|eccv|wacv|kdd|sigir|www|wsdm|cikm|recsys|corl|icra|iros|rss|aistats|uai|colt|colm|interspeech|icassp|siggraph|chi|uist|osdi|sosp|nsdi|icse|fse|stoc|focs|soda)\b/i;
const JOURNAL = /\b(journals?|transactions|trans\.|letters|annals|magazine|bulletin|national academy|pvldb)\b/i;

/** Whether a venue is a conference by its name; anything else is taken for a journal. */
export function isConference(venue: string): boolean {
  return CONFERENCE.test(venue) && !JOURNAL.test(venue);
}

/**
 * The entry of one paper, without a line break at its end: `@misc` for a preprint, `@inproceedings` or `@article`
 * where venue or journal reference are known. What the record does not have is left out.
 */
export function toBibtex(record: CitedRecord): string {
  const place = record.venue ?? record.journalRef;
  const isProceedings = place !== undefined && isConference(place);
  const type = place === undefined ? "misc" : isProceedings ? "inproceedings" : "article";
  const fields: [name: string, value: string | undefined][] = [
    ["title", escapeTitle(record.title)],
    ["author", listAuthors(record)],
    [isProceedings ? "booktitle" : "journal", place === undefined ? undefined : escapeLatex(place)],
    ["year", findYear(record)],
    ...listArxivFields(record),
    ["url", findAddress(record)],
    ["doi", findDoi(record)],
    ["note", listNotes(record)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [formatField(name, value)],
  );
  return `@${type}{${makeCitationKey(record)},\n${lines.join(",\n")}\n}`;
}

/**
 * Family name of the first author, year and first significant word of the title, in ASCII lower case:
 * `kumar2024training`. A part that is missing, or has no Latin letters, is left out; where nothing is left, the id stands.
 */
export function makeCitationKey(
  record: Pick<CitedRecord, "id" | "title" | "authors" | "nameParts" | "published" | "venue" | "journalRef">,
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

/** The year that venue or journal reference name, else the year of publication. */
function findYear(record: Pick<CitedRecord, "published" | "venue" | "journalRef">): string | undefined {
  const named = /(?<!\d)(19|20)\d\d(?!\d)/g;
  const years = `${record.venue ?? ""} ${record.journalRef ?? ""}`.match(named);
  return years?.at(-1) ?? record.published?.slice(0, 4);
}

function listAuthors({ authors, authorCount, moreAuthors, nameParts }: CitedRecord): string | undefined {
  if (authors.length === 0) return undefined;
  const names = authors.map((name) => formatName(findNameParts(name, nameParts)));
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

function listArxivFields({ id, categories }: CitedRecord): [name: string, value: string | undefined][] {
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

/** What the other fields do not say: the full reference beside a venue, and a withdrawal. */
function listNotes({ venue, journalRef, withdrawn }: CitedRecord): string | undefined {
  const notes = [
    ...(venue !== undefined && journalRef !== undefined && journalRef !== venue ? [escapeLatex(journalRef)] : []),
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
function formatField(name: string, value: string): string {
  const lines = value.match(LINE) ?? [];
  return `  ${name.padEnd(NAME_WIDTH)} = {${lines.join(`\n${INDENT}`)}}`;
}
