/**
 * Reads a whole content folder without Astro, for tools, tests and the check before a build.
 * Every problem of every file is collected; nothing is thrown for bad content.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ContentError, type Problem } from "../errors.ts";
import { parseAddresses } from "./addresses.ts";
import { CONTENT_FILES, findStrayFiles, isFolder, listContentFiles, nameContentFile } from "./content-files.ts";
import type { DaySummary } from "./day.ts";
import type { DigestData } from "./digest.ts";
import type { Document } from "./document.ts";
import type { EditionData } from "./edition.ts";
import type { List, Parsed } from "./list.ts";
import type { Organization } from "./organization.ts";
import {
  parseDays,
  parseDigest,
  parseEdition,
  parseOrganizations,
  parsePeople,
  parseRecords,
  parseRedirects,
  parseTags,
} from "./parse.ts";
import type { Person } from "./person.ts";
import type { PaperRecord } from "./record.ts";
import type { Redirect } from "./redirect.ts";
import type { Partly } from "./salvage.ts";
import { parseSource } from "./source-text.ts";
import type { Tag } from "./tag.ts";

/** Everything in a content folder that could be read. */
export interface Content {
  /** The folder that was read, absolute. */
  folder: string;
  /** Month files in order of name. */
  records: List<PaperRecord>[];
  /** Digests in order of file name. */
  digests: Document<DigestData>[];
  /** Editions in order of date. */
  editions: Document<EditionData>[];
  /** Days with their listings. */
  days: List<DaySummary>;
  /** The vocabulary. */
  tags: List<Tag>;
  /** Overrides of organisations. */
  organizations: List<Organization>;
  /** People under several names. */
  people: List<Person>;
  /** Where addresses lead that are gone. */
  redirects: List<Redirect>;
  /** Every permalink ever published. */
  addresses: List<string>;
  /** What is left of digests and editions whose fields have faults. */
  faulty: { digests: Document<Partly<DigestData>>[]; editions: Document<Partly<EditionData>>[] };
  /** What is wrong inside single files; see check.ts for what is wrong between them. */
  problems: Problem[];
}

/** What a content folder holds beside papers, digests and editions. */
export type SmallFiles = Pick<
  Content,
  "days" | "tags" | "organizations" | "people" | "redirects" | "addresses" | "problems"
>;

/**
 * Reads the lists of a content folder: days, topics, organisations, people, redirects, addresses. Their problems are told with
 * those of the folder itself: one that does not exist, files in it that are not read.
 */
export function readSmallFiles(folder: string): SmallFiles {
  const problems: Problem[] = [];
  if (!isFolder(folder)) {
    problems.push({
      file: folder,
      message: existsSync(folder) ? "the content folder is a file" : "the content folder does not exist",
      mend: "create it, or set CONTENT_DIR to another folder",
    });
  }
  problems.push(...findStrayFiles(folder));
  const readList = <Data>(
    kind: "days" | "tags" | "organizations" | "people" | "redirects" | "addresses",
    parse: (text: string, file: string) => Parsed<List<Data>>,
  ): List<Data> =>
    readLists(folder, kind, parse, problems)[0] ?? {
      file: nameContentFile(join(folder, CONTENT_FILES[kind].path)),
      lines: [],
      faulty: [],
    };
  return {
    days: readList("days", parseDays),
    tags: readList("tags", parseTags),
    organizations: readList("organizations", parseOrganizations),
    people: readList("people", parsePeople),
    redirects: readList("redirects", parseRedirects),
    addresses: readList("addresses", parseAddresses),
    problems,
  };
}

/** Reads all content below a folder. */
export function readContent(folder: string): Content {
  const small = readSmallFiles(folder);
  const problems: Problem[] = [];
  const records = readLists(folder, "records", parseRecords, problems);
  const digests = readAll(folder, "digests", parseDigest, problems);
  const editions = readAll(folder, "editions", parseEdition, problems);
  return {
    ...small,
    folder,
    records,
    digests: digests.flatMap(({ value }) => value ?? []),
    editions: editions.flatMap(({ value }) => value ?? []),
    faulty: {
      digests: digests.flatMap(({ faulty }) => faulty ?? []),
      editions: editions.flatMap(({ faulty }) => faulty ?? []),
    },
    problems: [...problems, ...small.problems],
  };
}

/** Reads all lists of a kind, as far as they can be; what is wrong in them is added to the problems. */
export function readLists<Data>(
  folder: string,
  kind: keyof typeof CONTENT_FILES,
  parse: (text: string, file: string) => Parsed<List<Data>>,
  problems: Problem[],
): List<Data>[] {
  return readAll(folder, kind, parse, problems).flatMap(({ value }) => value ?? []);
}

/** What a list of a kind holds; it may be missing. Throws a `ContentError` with every line that cannot be read. */
export function openLines<Data>(
  folder: string,
  kind: keyof typeof CONTENT_FILES,
  parse: (text: string, file: string) => Parsed<List<Data>>,
): Data[] {
  const problems: Problem[] = [];
  const lists = readLists(folder, kind, parse, problems);
  if (problems.length > 0) throw new ContentError(problems);
  return lists.flatMap(({ lines }) => lines.map(({ data }) => data));
}

/** Reads all files of a kind; what is wrong in them is added to the problems. */
function readAll<Outcome extends { problems: Problem[] }>(
  folder: string,
  kind: keyof typeof CONTENT_FILES,
  parse: (text: string, file: string) => Outcome,
  problems: Problem[],
): Outcome[] {
  const outcomes = listContentFiles(folder, kind).map((path) => parseSource(path, parse).outcome);
  for (const outcome of outcomes) problems.push(...outcome.problems);
  return outcomes;
}
