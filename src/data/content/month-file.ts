/** One month of papers, read from its file, with their digests; and as it is kept for the next build. */
import { basename, join } from "node:path";
import { checkDigestTopics } from "#lib/content/check-digests.ts";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import type { Digest, DigestData } from "#lib/content/digest.ts";
import type { Document } from "#lib/content/document.ts";
import { stampFile } from "#lib/content/file-stamp.ts";
import { type DigestVerdict, judgeDigest } from "#lib/content/held-digest.ts";
import { parseDigest, parseRecords } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { parseSource } from "#lib/content/source-text.ts";
import { countNoun } from "#lib/counts.ts";
import { toSegment } from "#lib/papers/id.ts";
import { joinPaper, type OrganizationNames, type PaperFacts, type TagLabel } from "#lib/papers/paper.ts";
import { assignTopics, type TopicMatcher } from "#lib/papers/topics.ts";
import { readStored, writeStored } from "./stored-file.ts";
import { type StoredFacts, StoredPaper } from "./stored-paper.ts";

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
export interface KeptMonth {
  /** Stamp of its file. */
  stamp: string;
  /** Its digests by segment, with their stamps, sorted. */
  digests: [segment: string, stamp: string][];
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

/** Files of digests by segment: those of a month, or all there are. */
export type DigestFiles = ReadonlyMap<string, string>;

/**
 * Reads a month and its digests from their files.
 * @param path its file, absolute
 * @param allDigests all digests there are
 * @param before the month as it was kept: what was found of papers that have not changed holds
 */
export function readMonthFile(
  path: string,
  allDigests: DigestFiles,
  context: JoinContext,
  before: KeptMonth | undefined,
): MonthRead {
  const stamp = stampFile(path);
  const {
    source: { bytes },
    outcome: { value, problems },
  } = parseSource(path, parseRecords);
  const lines = value?.lines ?? [];
  const places = locateLines(bytes);
  const texts = readDigests(
    lines.map(({ data }) => data.id),
    allDigests,
    new Set(context.labels.keys()),
  );
  const known = new Map(before?.papers.map((paper) => [paper.version, paper]));
  const kept: StoredFacts[] = [];
  const papers: StoredPaper[] = [];
  const source = { path, labels: context.labels, readDigest: () => undefined };
  let hasProblems = problems.length > 0 || [...texts.values()].some((own) => own.hasProblems);
  for (const { line, data } of lines) {
    const at = places[line - 1] ?? [0, 0];
    const own = texts.get(toSegment(data.id));
    const digest = own?.document && toDigest(own.document, data.id);
    const version = fingerprintData([bytes.toString("utf8", at[0], at[1]), own?.text ?? ""]);
    const place = { line, bytes: at, version };
    const same = known.get(version);
    // What is kept had no faults.
    const verdict = own?.document && same === undefined ? judgeDigest(own.document, data) : NO_NEWS;
    hasProblems ||= verdict.problems.length > 0;
    const news = nameUnstamped(data.id, verdict.notices);
    const stored = same === undefined ? { ...keepFacts(data, digest, place, context), ...news } : { ...same, ...place };
    kept.push(stored);
    papers.push(new StoredPaper(stored, source, { record: data, digest }));
  }
  const stamps = [...texts].map(([segment, own]): [string, string] => [segment, own.stamp]);
  return {
    month: { stamp, digests: stamps, papers: kept },
    papers,
    hasProblems,
  };
}

/** A month as it was kept, however it is now; undefined when it is not known. */
export function findKeptMonth(path: string, storeFolder: string): KeptMonth | undefined {
  return readStored<KeptMonth>(nameMonth(storeFolder, path));
}

/** The papers of a month as they were kept, if neither its file nor its digests have changed; else undefined. */
export function useKeptMonth(
  month: KeptMonth,
  path: string,
  allDigests: DigestFiles,
  { labels }: JoinContext,
  storeFolder: string,
): MonthRead | undefined {
  if (month.stamp !== stampFile(path)) return undefined;
  const segments = month.papers.map(({ facts }) => toSegment(facts.id)).filter((segment) => allDigests.has(segment));
  if (segments.length !== month.digests.length) return undefined;
  const isSame = month.digests.every(([segment, stamp]) => stamp === stampFile(allDigests.get(segment) ?? ""));
  if (!isSame) return undefined;
  let known: { [segment: string]: Omit<Digest, "id"> } | undefined;
  const readDigest = (id: string): Digest | undefined => {
    known ??= readStored(nameDigests(storeFolder, path)) ?? {};
    const segment = toSegment(id);
    const { document } = known[segment] === undefined ? readDigestFile(allDigests.get(segment) ?? "") : {};
    return known[segment] === undefined ? document && toDigest(document, id) : { ...known[segment], id };
  };
  const papers = month.papers.map((stored) => new StoredPaper(stored, { path, labels, readDigest }));
  return { month, papers, hasProblems: false };
}

/** Keeps a month for later builds. */
export function keepMonth(path: string, { month, papers }: MonthRead, storeFolder: string): void {
  const digests = papers.flatMap(({ digest }) => (digest === undefined ? [] : [digest]));
  const bySegment = Object.fromEntries(digests.map(({ id, ...digest }) => [toSegment(id), digest]));
  if (digests.length > 0) writeStored(nameDigests(storeFolder, path), bySegment);
  writeStored(nameMonth(storeFolder, path), month);
}

function nameMonth(storeFolder: string, path: string): string {
  return join(storeFolder, `${basename(path, ".jsonl")}.papers.json`);
}

function nameDigests(storeFolder: string, path: string): string {
  return join(storeFolder, `${basename(path, ".jsonl")}.digests.json`);
}

/** A digest as it was read. */
interface DigestText {
  text: string;
  stamp: string;
  document: Document<DigestData> | undefined;
  hasProblems: boolean;
}

function readDigests(ids: string[], allDigests: DigestFiles, tagIds: Set<string>): Map<string, DigestText> {
  const texts = new Map<string, DigestText>();
  for (const segment of ids.map(toSegment)) {
    const path = allDigests.get(segment);
    if (path !== undefined) texts.set(segment, readDigestFile(path, tagIds));
  }
  return texts;
}

/** @param tagIds the vocabulary; absent when the digest is known to keep to it */
function readDigestFile(path: string, tagIds?: Set<string>): DigestText {
  const stamp = stampFile(path);
  const { source, outcome } = parseSource(path, parseDigest);
  const { value, problems } = outcome;
  const hasProblems = problems.length > 0 || (value !== undefined && checkDigestTopics(value, tagIds).length > 0);
  return { text: source.text, stamp, document: value, hasProblems };
}

function toDigest({ data, body }: Document<DigestData>, id: string): Digest {
  return { ...data, body, id };
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
  const { isTopicsAssigned, organization, order } = joinPaper(record, digest, topics, names, place.version);
  return {
    facts: pickFacts(record),
    topics: topics.map(({ id }) => id),
    isTopicsAssigned,
    ...(organization === undefined ? {} : { organization }),
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
