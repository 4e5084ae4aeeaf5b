/**
 * Reads a whole content folder without Astro, for tools, tests and the check before a build.
 * Every problem of every file is collected; nothing is thrown for bad content.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { compareText } from "../compare-text.ts";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import { parseAddresses } from "./addresses.ts";
import type { DaySummary } from "./day.ts";
import type { DigestData } from "./digest.ts";
import type { Document, ParsedDocument } from "./document.ts";
import type { EditionData } from "./edition.ts";
import { EDITIONS } from "./folders.ts";
import type { List } from "./list.ts";
import type { Organization } from "./organization.ts";
import {
  type Parsed,
  parseDays,
  parseDigest,
  parseEdition,
  parseOrganizations,
  parseRecords,
  parseRedirects,
  parseTags,
} from "./parse.ts";
import type { PaperRecord } from "./record.ts";
import type { Redirect } from "./redirect.ts";
import type { Partly } from "./salvage.ts";
import type { Tag } from "./tag.ts";

/** Kinds of content, with where their files lie below the content folder. */
export const CONTENT_FILES = {
  records: { folder: "papers", extension: ".jsonl" },
  digests: { folder: "digests", extension: ".md" },
  editions: { folder: EDITIONS, extension: ".mdx" },
  days: { path: "days.jsonl" },
  tags: { path: "tags.yaml" },
  organizations: { path: "organizations.yaml" },
  redirects: { path: "redirects.jsonl" },
  addresses: { path: "addresses.txt" },
} as const;

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
  /** Where addresses lead that are gone. */
  redirects: List<Redirect>;
  /** Every permalink ever published. */
  addresses: List<string>;
  /** What is left of digests and editions whose fields have faults. */
  faulty: { digests: Document<Partly<DigestData>>[]; editions: Document<Partly<EditionData>>[] };
  /** What is wrong inside single files; see check.ts for what is wrong between them. */
  problems: Problem[];
}

/** The vocabulary that comes with the project: a content folder without one of its own takes it, so that an imported archive has topics. */
const SUPPLIED_TAGS = join("content", CONTENT_FILES.tags.path);

/** Paths of all files of one kind, sorted; hidden files are passed over. */
export function listContentFiles(folder: string, kind: keyof typeof CONTENT_FILES): string[] {
  const place = CONTENT_FILES[kind];
  if ("path" in place) {
    const paths = [join(folder, place.path), ...(kind === "tags" ? [resolve(SUPPLIED_TAGS)] : [])];
    return paths.filter((path) => existsSync(path)).slice(0, 1);
  }
  const directory = join(folder, place.folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(place.extension) && !name.startsWith("."))
    .sort(compareText)
    .map((name) => join(directory, name));
}

/** Where the digest of a paper stands, or would. */
export function locateDigest(folder: string, id: string): string {
  return join(folder, CONTENT_FILES.digests.folder, `${toSegment(id)}${CONTENT_FILES.digests.extension}`);
}

/** Endings that a file of content could have been given by mistake. */
const LIKELY_ENDING = /\.(md|mdx|markdown|mdown|txt|jsonl?|ndjson|ya?ml)$/i;

/** Files that stand among the content but would not be read, because their name ends otherwise. */
function findStrayFiles(folder: string): Problem[] {
  return Object.values(CONTENT_FILES).flatMap((place) => {
    if (!("folder" in place)) return [];
    const directory = join(folder, place.folder);
    if (!existsSync(directory)) return [];
    return readdirSync(directory)
      .filter((name) => LIKELY_ENDING.test(name) && !name.endsWith(place.extension) && !name.startsWith("."))
      .sort(compareText)
      .map((name) => ({
        file: nameContentFile(join(directory, name)),
        message: "this file is not read, because of how its name ends",
        allowed: `names in ${place.folder}/ end with ${place.extension}`,
        mend: "rename it, or move it elsewhere",
      }));
  });
}

/** How problems name a file: from the folder the command was given in, with forward slashes. */
export function nameContentFile(path: string): string {
  const name = relative(process.cwd(), path).replaceAll("\\", "/");
  return name.startsWith("..") ? path : name;
}

/** What a content folder holds beside papers, digests and editions. */
export type SmallFiles = Pick<Content, "days" | "tags" | "organizations" | "redirects" | "addresses" | "problems">;

/**
 * Reads the lists of a content folder: days, topics, organisations, redirects, addresses. Their problems are told with
 * those of the folder itself: one that does not exist, files in it that are not read.
 */
export function readSmallFiles(folder: string): SmallFiles {
  const problems: Problem[] = [];
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    problems.push({
      file: folder,
      message: existsSync(folder) ? "the content folder is a file" : "the content folder does not exist",
      mend: "create it, or set CONTENT_DIR to another folder",
    });
  }
  problems.push(...findStrayFiles(folder));
  const readList = <Data>(
    kind: "days" | "tags" | "organizations" | "redirects" | "addresses",
    parse: (text: string, file: string) => Parsed<List<Data>>,
  ): List<Data> =>
    keepValues(readAll(folder, kind, parse, problems))[0] ?? {
      file: nameContentFile(join(folder, CONTENT_FILES[kind].path)),
      lines: [],
      faulty: [],
    };
  return {
    days: readList("days", parseDays),
    tags: readList("tags", parseTags),
    organizations: readList("organizations", parseOrganizations),
    redirects: readList("redirects", parseRedirects),
    addresses: readList("addresses", parseAddresses),
    problems,
  };
}

/** Reads all content below a folder. */
export function readContent(folder: string): Content {
  const small = readSmallFiles(folder);
  const problems: Problem[] = [];
  const records = readAll(folder, "records", parseRecords, problems);
  const digests = readAll(folder, "digests", parseDigest, problems);
  const editions = readAll(folder, "editions", parseEdition, problems);
  return {
    ...small,
    folder,
    records: keepValues(records),
    digests: keepValues(digests),
    editions: keepValues(editions),
    faulty: { digests: keepFaulty(digests), editions: keepFaulty(editions) },
    problems: [...problems, ...small.problems],
  };
}

/** Reads all files of a kind; what is wrong in them is added to the problems. */
function readAll<Outcome extends { problems: Problem[] }>(
  folder: string,
  kind: keyof typeof CONTENT_FILES,
  parse: (text: string, file: string) => Outcome,
  problems: Problem[],
): Outcome[] {
  const outcomes = listContentFiles(folder, kind).map((path) =>
    parse(readFileSync(path, "utf8"), nameContentFile(path)),
  );
  for (const outcome of outcomes) problems.push(...outcome.problems);
  return outcomes;
}

function keepValues<Value>(outcomes: Parsed<Value>[]): Value[] {
  return outcomes.flatMap(({ value }) => (value === undefined ? [] : [value]));
}

function keepFaulty<Data>(outcomes: ParsedDocument<Data>[]): Document<Partly<Data>>[] {
  return outcomes.flatMap(({ faulty }) => (faulty === undefined ? [] : [faulty]));
}
