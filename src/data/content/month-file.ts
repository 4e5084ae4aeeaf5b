/** One month of papers, read from its file, with their digests; and as it is kept for the next build. */
import { basename, join } from "node:path";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import type { Digest } from "#lib/content/digest.ts";
import { stampFile } from "#lib/content/file-stamp.ts";
import { type DigestVerdict, judgeDigest } from "#lib/content/held-digest.ts";
import { parseRecords } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { parseSource, type SourceText } from "#lib/content/source-text.ts";
import { countNoun } from "#lib/counts.ts";
import { toSegment } from "#lib/papers/id.ts";
import { joinPaper, type OrganizationNames, type PaperFacts, type TagLabel } from "#lib/papers/paper.ts";
import { assignTopics, type TopicMatcher } from "#lib/papers/topics.ts";
import {
  type DigestFiles,
  type DigestMark,
  keepDigests,
  makeDigestReader,
  markDigestFiles,
  readDigestFile,
  toDigest,
} from "./digest-file.ts";
import { readStored, writeStored } from "./stored-file.ts";
import { type PaperText, type StoredFacts, StoredPaper } from "./stored-paper.ts";

/** What is joined to every paper; whatever is kept was joined with the same. */
export interface JoinContext {
  /** Finds topics for papers without a digest. */
  matcher: TopicMatcher;
  /** Words for topic ids. */
  labels: ReadonlyMap<string, TagLabel>;
  /** What organisations are called. */
  names: OrganizationNames;
}

/** A month in the store. */
interface KeptMonth {
  /** Stamp of its file. */
  stamp: string;
  /** Its digests by segment. */
  digests: [segment: string, mark: DigestMark][];
  /** Its papers, in the order of the file. */
  papers: StoredFacts[];
}

/** A month that was read. */
export interface MonthRead {
  /** As it is kept. */
  month: KeptMonth;
  /** Its papers. */
  papers: StoredPaper[];
  /** Whether anything in it is wrong; what, is for the check of the whole content to say. */
  hasProblems: boolean;
}

/**
 * Reads a month and its digests: from the store, where their files are as they were; else from these, and keeps it.
 * @param path its file, absolute
 * @param allDigests all digests there are
 * @param storeFolder where earlier builds kept months; undefined when nothing is kept
 */
export function readMonth(
  path: string,
  allDigests: DigestFiles,
  context: JoinContext,
  storeFolder: string | undefined,
): MonthRead {
  if (storeFolder === undefined) return readMonthFile(path, allDigests, context);
  const before = readStored<KeptMonth>(nameMonth(storeFolder, path));
  const kept = before && useKeptMonth(before, path, allDigests, context, storeFolder);
  if (kept !== undefined) return kept;
  const month = readMonthFile(path, allDigests, context, before, storeFolder);
  if (!month.hasProblems) keepMonth(path, month, storeFolder);
  return month;
}

/** @param before the month as it was kept: what was found of papers that have not changed holds */
function readMonthFile(
  path: string,
  allDigests: DigestFiles,
  context: JoinContext,
  before?: KeptMonth,
  storeFolder?: string,
): MonthRead {
  const stamp = stampFile(path);
  const { source, outcome } = parseSource(path, parseRecords);
  const lines = outcome.value?.lines ?? [];
  const places = locateLines(source.bytes);
  const segments = lines.map(({ data }) => toSegment(data.id));
  const { marks, sources } = markDigestFiles(segments, allDigests, new Map(before?.digests));
  const readDigest = makeDigestReader(storeFolder && nameDigests(storeFolder, path), allDigests, marks);
  const known = new Map(before?.papers.map((paper) => [paper.version, paper]));
  const month: KeptMonth = { stamp, digests: [...marks], papers: [] };
  const papers: StoredPaper[] = [];
  let hasProblems = outcome.problems.length > 0;
  for (const [index, { line, data: record }] of lines.entries()) {
    const segment = segments[index] ?? "";
    const bytes = places[line - 1] ?? [0, 0];
    const [, fingerprint = ""] = marks.get(segment) ?? [];
    const version = fingerprintData([source.bytes.toString("utf8", ...bytes), fingerprint]);
    const place = { line, bytes, version };
    const same = known.get(version);
    const fresh = same
      ? undefined
      : joinRecord(record, [allDigests.get(segment), sources.get(segment)], place, context);
    // What is kept had no faults.
    hasProblems ||= fresh?.hasProblems ?? false;
    const stored = { ...(same ?? fresh?.stored), ...place } as StoredFacts;
    month.papers.push(stored);
    papers.push(new StoredPaper(stored, { path, labels: context.labels, readDigest }, fresh?.text ?? { record }));
  }
  return { month, papers, hasProblems };
}

/** The papers of a month as they were kept, if neither its file nor its digests have changed; else undefined. */
function useKeptMonth(
  month: KeptMonth,
  path: string,
  allDigests: DigestFiles,
  { labels }: JoinContext,
  storeFolder: string,
): MonthRead | undefined {
  if (month.stamp !== stampFile(path)) return undefined;
  const segments = month.papers.map(({ facts }) => toSegment(facts.id)).filter((segment) => allDigests.has(segment));
  if (segments.length !== month.digests.length) return undefined;
  const isSame = month.digests.every(([segment, [stamp]]) => stamp === stampFile(allDigests.get(segment) ?? ""));
  if (!isSame) return undefined;
  const readDigest = makeDigestReader(nameDigests(storeFolder, path), allDigests, new Map(month.digests));
  const papers = month.papers.map((stored) => new StoredPaper(stored, { path, labels, readDigest }));
  return { month, papers, hasProblems: false };
}

function keepMonth(path: string, { month, papers }: MonthRead, storeFolder: string): void {
  const marks = new Map(month.digests);
  const digests = papers.flatMap(({ facts: { id }, digest }) => {
    const mark = marks.get(toSegment(id));
    return mark && digest ? [[mark, digest] as const] : [];
  });
  if (digests.length > 0) keepDigests(nameDigests(storeFolder, path), digests);
  writeStored(nameMonth(storeFolder, path), month);
}

function nameMonth(storeFolder: string, path: string): string {
  return join(storeFolder, `${basename(path, ".jsonl")}.papers.json`);
}

function nameDigests(storeFolder: string, path: string): string {
  return join(storeFolder, `${basename(path, ".jsonl")}.digests.json`);
}

/** Joins a record with its digest, which is held against it. */
function joinRecord(
  record: PaperRecord,
  [digestFile, source]: [path: string | undefined, source: SourceText | undefined],
  place: Pick<StoredFacts, "line" | "bytes" | "version">,
  context: JoinContext,
): { stored: StoredFacts; text: PaperText; hasProblems: boolean } {
  const { document, hasProblems = false } = digestFile ? readDigestFile(digestFile, source, context.labels) : {};
  const digest = document && toDigest(document, record.id);
  const { problems, notices } = document ? judgeDigest(document, record) : NO_NEWS;
  return {
    stored: { ...keepFacts(record, digest, place, context), ...nameUnstamped(record.id, notices) },
    text: { record, digest },
    hasProblems: hasProblems || problems.length > 0,
  };
}

const NO_NEWS: DigestVerdict = { problems: [], notices: [] };

/** How a build names a digest of which there is news: by its id, and how much its source bears out no longer. */
function nameUnstamped(id: string, notices: DigestVerdict["notices"]): Pick<StoredFacts, "unstamped"> {
  if (notices.length === 0) return {};
  const faults = countNoun(notices.length - 1, "fault");
  return { unstamped: notices.length === 1 ? id : `${id} (hold it against the new version: ${faults})` };
}

function keepFacts(
  record: PaperRecord,
  digest: Digest | undefined,
  place: Pick<StoredFacts, "line" | "bytes" | "version">,
  { matcher, labels, names }: JoinContext,
): StoredFacts {
  const topics = (digest?.tags ?? assignTopics(record, matcher)).flatMap((id) => labels.get(id) ?? []);
  const { isTopicsAssigned, organization, order, links } = joinPaper(record, digest, topics, names, place.version);
  return {
    facts: pickFacts(record),
    topics: topics.map(({ id }) => id),
    isTopicsAssigned,
    ...(organization === undefined ? {} : { organization }),
    ...(links === undefined ? {} : { links }),
    order,
    ...place,
  };
}

/** What every paper must be known by: a record holds an abstract, too, and lists of links. */
const FACTS = [
  ...(["id", "title", "authors", "published", "featured"] as const),
  ...(["withdrawn", "upvotes", "comments", "stars", "previousIds"] as const),
] satisfies (keyof PaperFacts)[];

function pickFacts(record: PaperRecord): PaperFacts {
  const present = FACTS.filter((field) => record[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, record[field]])) as PaperFacts;
}

/** First byte of each line and the one after its last; a mark of byte order before the first is no part of it. */
function locateLines(bytes: Buffer): [number, number][] {
  const places: [number, number][] = [];
  let start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  while (start <= bytes.length) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    places.push([start, end]);
    start = end + 1;
  }
  return places;
}
