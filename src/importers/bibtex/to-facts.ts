/** A BibTeX entry -> facts of a paper. */
import { z } from "zod";
import { boundList, boundText } from "#lib/content/bounds.ts";
import { isWebAddress } from "#lib/content/fields.ts";
import { checkValue } from "#lib/content/issues.ts";
import type { Links } from "#lib/content/record.ts";
import { describeValue, type Problem } from "#lib/errors.ts";
import { toPlainText } from "#lib/latex/render.ts";
import { linkDoi, readDoiLink } from "#lib/papers/doi.ts";
import { isArxivId, type PaperId } from "#lib/papers/id.ts";
import { linkProceedings } from "#lib/papers/proceedings-id.ts";
import { type Facts, SOURCES } from "#lib/records/facts.ts";
import { makeArxivLinks } from "../arxiv/links.ts";
import { splitTitleMark } from "../title-mark.ts";
import { readPublished } from "./date.ts";
import { ADDRESS_FIELDS, findEntryDoi, findEntryId, listAddresses, NAME_FIELDS } from "./identity.ts";
import { listNameSources } from "./name-list.ts";
import { type NameDoubt, readTexNames } from "./names.ts";
import type { BibtexEntry } from "./parse.ts";
import { readJournalRef, readPublication, readVenue } from "./publication.ts";
import { readEntryWithdrawal } from "./retraction-mark.ts";
import { readTexText, readTexTitle } from "./tex.ts";

/**
 * The facts in an entry, unless it has no title; and what was left out of them, and why.
 * @param file how problems name the file
 * @param retrieved day the file was read
 */
export function readBibtexFacts(
  entry: BibtexEntry,
  file: string,
  retrieved: string,
): { facts?: Facts; notices: Problem[] } {
  const { bounded, long } = boundEntry(entry, file);
  const { fields, line } = bounded;
  const name = nameBibtexEntry(entry);
  const at = (field: string) => ({ file, line, field: `${name}.${field}` });
  const notices: Problem[] = entry.undefinedNames.map(({ field, name: abbreviation }) => ({
    ...at(field),
    message: "is left out, since no @string defines the abbreviation in it",
    found: abbreviation,
    mend: `add @string{${abbreviation} = {…}}, or write the name out in braces`,
  }));
  for (const [field, problem] of long)
    notices.push({ ...problem, ...at(field), message: "is left out, since it is too long" });
  const { title, mark } = splitTitleMark(readTexTitle(fields["title"] ?? ""));
  if (title === "") return { notices };
  const { names, parts: ownParts, hasMore, doubts } = readTexNames(fields["author"] ?? "");
  const editors = readTexNames(fields["editor"] ?? "");
  const publication = readPublication(bounded, editors.names);
  const parts = publication === undefined ? ownParts : [...ownParts, ...editors.parts];
  for (const [field, told] of [["author", doubts] as const, ["editor", publication ? editors.doubts : []] as const])
    notices.push(...told.map(({ doubt, found }) => ({ ...at(field), ...DOUBTS[doubt], found: describeValue(found) })));
  const id = findEntryId(fields);
  const { links, refused } = makeLinks(fields, id);
  notices.push(...refused.map((address) => ({ ...at("url"), ...NO_ADDRESS, found: describeValue(address) })));
  const texts = {
    published: readPublished(fields),
    abstract: readTexText(fields["abstract"] ?? ""),
    withdrawn: readEntryWithdrawal(fields, mark),
    venue: readVenue(fields),
    journalRef: readJournalRef(fields),
    publication,
  };
  const keywords = [...new Set(bounded.keywords.map((keyword) => toPlainText(readTexTitle(keyword))))].filter(
    (keyword) => keyword !== "",
  );
  return {
    facts: {
      ...(id === undefined ? {} : { id }),
      title,
      ...(names.length === 0 ? {} : { authors: names }),
      ...(names.length > 0 && hasMore ? { moreAuthors: true } : {}),
      ...(parts.length === 0 ? {} : { nameParts: parts }),
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== "")),
      ...(keywords.length === 0 ? {} : { keywords }),
      links,
      sources: [{ name: SOURCES.bibtex, retrieved }],
      place: { file, line, field: name },
    },
    notices,
  };
}

/** What is told of names that are not written as BibTeX has them. */
const DOUBTS: { [doubt in NameDoubt["doubt"]]: Pick<Problem, "message" | "mend"> } = {
  unclear: {
    message: "this name is left out, since its commas leave open what its parts are",
    mend: 'write Family, Given or Family, Jr., Given, and put "and" between names: Example, Ada and Sample, Bo',
  },
  several: {
    message: 'these were read as the names of several people, though no "and" stands between them',
    mend: 'put "and" between names: Example, Ada and Sample, Bo',
  },
  joined: {
    message: "this was read as one name, though it may hold those of several people",
    mend: 'put "and" between names: Example, Ada and Sample, Bo; and braces around an organisation or a family name of several words: {Example & Sample Team}',
  },
  cut: {
    message: "this name begins as a family name does and has no given name",
    mend: "see whether a comma stands in the wrong place: van der Example, Ada",
  },
};

const NO_ADDRESS = { message: "is left out, since it is no address that can be followed", allowed: "http or https" };

/** How reports call an entry: by its key. */
export function nameBibtexEntry({ key, type }: BibtexEntry): string {
  return key === "" ? `@${type} without a key` : key;
}

/** Links of the entry; what is no web address is left out and told. */
function makeLinks(fields: BibtexEntry["fields"], id: PaperId | undefined): { links: Links; refused: string[] } {
  const doi = findEntryDoi(fields);
  const stated = listAddresses(fields, ["url", "pdf"]);
  // Elsewhere an address may stand, or words.
  const others = listAddresses(fields, ["link", "ee", "howpublished", "note"]);
  const addresses = [...stated, ...others].filter((address) => isWebAddress(address));
  const pdf = addresses.find((address) => /\.pdf$|\/pdf[/?]/i.test(address));
  // The address of a DOI says nothing that links.doi does not.
  const page =
    addresses.find((address) => address !== pdf && readDoiLink(address) === undefined) ??
    (id === undefined ? undefined : linkProceedings(id));
  return {
    links: {
      ...(page === undefined ? {} : { abstract: page }),
      ...(pdf === undefined ? {} : { pdf }),
      ...(id !== undefined && isArxivId(id) ? makeArxivLinks(id) : {}),
      ...(doi === undefined ? {} : { doi: linkDoi(doi) }),
    },
    refused: stated.filter((address) => address !== "" && !isWebAddress(address)),
  };
}

const SHORT = boundText(z.string(), "link").optional();
const PLACE = boundText(z.string(), "keyword").optional();
const VENUE = boundText(z.string(), "venue").optional();
const FieldsSchema = z.looseObject({
  title: boundText(z.string(), "title").optional(),
  abstract: boundText(z.string(), "abstract").optional(),
  ...Object.fromEntries(
    "journal journaltitle booktitle series publisher organization address location school institution"
      .split(" ")
      .map((field) => [field, VENUE]),
  ),
  ...Object.fromEntries(
    [
      ..."issue year month day date doi eprint eprinttype archiveprefix primaryclass eprintclass".split(" "),
      ...ADDRESS_FIELDS,
      ...NAME_FIELDS.filter((field) => !field.startsWith("journal")),
    ].map((field) => [field, SHORT]),
  ),
  ...Object.fromEntries(
    "volume number issue chapter pages eid articleno edition isbn issn".split(" ").map((field) => [field, PLACE]),
  ),
});
const ListsSchema = z.object({
  author: boundList(boundText(z.string(), "name"), "authors"),
  editor: boundList(boundText(z.string(), "name"), "authors"),
  keywords: boundList(boundText(z.string(), "keyword"), "keywords"),
});

/** An entry without fields that are too long, and what is wrong with these, by name. */
function boundEntry(entry: BibtexEntry, file: string): { bounded: BibtexEntry; long: Map<string, Problem> } {
  const [author, editor] = ["author", "editor"].map((field) => listNameSources(entry.fields[field] ?? ""));
  const lists = { author, editor, keywords: entry.keywords };
  const problems = [
    ...checkValue(FieldsSchema, entry.fields, file, () => entry.line).problems,
    ...checkValue(ListsSchema, lists, file, () => entry.line).problems,
  ];
  const long = new Map(problems.map((problem) => [/^\w+/.exec(problem.field ?? "")?.[0] ?? "", problem]));
  const fields = Object.fromEntries(Object.entries(entry.fields).filter(([field]) => !long.has(field)));
  return { bounded: { ...entry, fields, keywords: long.has("keywords") ? [] : entry.keywords }, long };
}
