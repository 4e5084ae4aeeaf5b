/** Digests held against their sources, by one rule for the check, builds and imports: what is a fault, and what is news. */
import { basename } from "node:path";
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import type { Abstract } from "./abstracts.ts";
import type { DigestData } from "./digest.ts";
import { checkDigest, type DigestCheck } from "./digest-check.ts";
import type { Document } from "./document.ts";
import type { Content } from "./read.ts";
import type { PaperRecord } from "./record.ts";
import { hasSourceMoved, judgeStamp, nameRenewal, noteLostStamp } from "./stamp-state.ts";

/** What came of holding a digest against its source. */
export interface DigestVerdict {
  /** What was looked up, and what of it is not as it has to be; absent when no abstract is known. */
  check?: DigestCheck;
  /** What keeps the content from being built. */
  problems: Problem[];
  /** What a curator should know: why the stamp is not shown, and what the source as it is now bears out no longer. */
  notices: Problem[];
}

/** A digest with its paper and the text that it is held against. */
export interface HeldDigest {
  /** The digest. */
  digest: Document<DigestData>;
  /** Its paper's record. */
  record: PaperRecord;
  /** Absent when no abstract is known. */
  source?: Abstract;
  /** What came of it. */
  verdict: DigestVerdict;
}

/**
 * Holds a digest against its source. What only a source that has moved on since the check lacks is no fault: an update at
 * night must not break the build of the morning, and the page says what the digest was held against. Of a withdrawn paper
 * no digest is shown, so it can have no faults.
 * @param source absent when no abstract is known
 */
export function judgeDigest(
  digest: Document<DigestData>,
  record: PaperRecord,
  source: Abstract | undefined = takeAbstract(record),
): DigestVerdict {
  const now = source === undefined ? record : { ...record, abstract: source.abstract };
  const lost = noteLostStamp(digest, record) ?? noteLostStamp(digest, record, now);
  const notices = lost === undefined ? [] : [lost];
  if (source === undefined) return { problems: [], notices };
  const check = checkDigest(digest, { record, ...source });
  if (record.withdrawn !== undefined) return { check, problems: [], notices };
  const { data, body } = digest;
  if (judgeStamp(data, body, now).kind !== "moved" || !hasSourceMoved(data, now)) {
    return { check, problems: check.problems, notices };
  }
  const mend = `the source has moved on: hold the digest against it as it is now, then: ${nameRenewal(record)}`;
  return { check, problems: [], notices: [...notices, ...check.problems.map((problem) => ({ ...problem, mend }))] };
}

/** The text that a record itself has to hold a digest against; undefined when it has no abstract. */
function takeAbstract({ title, abstract }: PaperRecord): Abstract | undefined {
  return abstract === undefined ? undefined : { title, abstract };
}

/**
 * Holds all digests against their sources; one without a record is for `checkDigests` to tell of.
 * @param abstracts what to take instead of the abstracts of records
 */
export function holdDigests(
  { digests, records }: Pick<Content, "digests" | "records">,
  abstracts: ReadonlyMap<string, Abstract> = new Map(),
): HeldDigest[] {
  const all = records.flatMap(({ lines }) => lines.map(({ data }) => data));
  const bySegment = new Map(all.map((record) => [toSegment(record.id), record]));
  return digests.flatMap((digest) => {
    const record = bySegment.get(basename(digest.file, ".md"));
    if (record === undefined) return [];
    const source = abstracts.get(record.id) ?? takeAbstract(record);
    return [{ digest, record, ...(source && { source }), verdict: judgeDigest(digest, record, source) }];
  });
}
