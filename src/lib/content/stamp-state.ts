/** Whether the stamp of a digest still speaks for it. What pages show and what tools tell of that is decided here. */
import { type Day, formatDay, isDay } from "../dates.ts";
import type { Problem } from "../errors.ts";
import type { CheckedSource, DigestData } from "./digest.ts";
import { type DigestCheck, type DigestSource, fingerprintDigest } from "./digest-check.ts";
import type { Document } from "./document.ts";
import { fingerprintSource } from "./fingerprint.ts";
import type { PaperRecord } from "./record.ts";
import { statesFact } from "./record-numbers.ts";
import type { Stamp } from "./stamp.ts";

/** How a digest stands to its last check. */
export interface StampState {
  /**
   * `unchecked`: it never was; `changed`: it was written on since; `moved`: its source is another now; `fits`: digest
   * and source are as they were, and the stamp may be shown.
   */
  kind: "unchecked" | "changed" | "moved" | "fits";
  /** `version 2 of 21 October 2025`: what it was held against, where it was checked as it is and the record knew that. */
  against?: string;
  /** `held against version 2 of 21 October 2025; version 4 is out`, where there is such news. */
  news?: string;
}

/**
 * The stamp of a digest that passed.
 * @param outcome what came of the check
 * @param checkedOn its day
 */
export function makeStamp(
  { data, body }: Pick<Document<DigestData>, "data" | "body">,
  { record, abstract }: DigestSource,
  { facts }: DigestCheck,
  checkedOn: Day,
): Stamp {
  const { title, version, updated, published } = record;
  const date = updated ?? (version === 1 && published !== undefined && isDay(published) ? published : undefined);
  const checkedSource: CheckedSource = {
    title: fingerprintSource(title),
    abstract: fingerprintSource(abstract),
    paper: record.id,
    ...(version === undefined ? {} : { version }),
    ...(date === undefined ? {} : { date }),
    ...(facts.length === 0 ? {} : { facts }),
  };
  return { checkedOn, checkedText: fingerprintDigest({ ...data, checkedSource }, body), checkedSource };
}

/**
 * How a digest stands to its last check. The source is the same as long as title and abstract are, word for word; where
 * the record holds no abstract, or the digest tells of the whole paper, as long as there is no other version. Of all
 * else in the record only what numbers of the digest rest on counts: votes may rise, authors may change places.
 */
export function judgeStamp(data: DigestData, body: string, record: PaperRecord): StampState {
  const { checkedOn, checkedText, checkedSource: source } = data;
  if (checkedOn === undefined || checkedText === undefined) return { kind: "unchecked" };
  if (source === undefined || isOfAnother(source, record) || checkedText !== fingerprintDigest(data, body)) {
    return { kind: "changed" };
  }
  const { texts, lost, version, isMoved: isSourceMoved } = compareSource(data, source, record);
  const isMoved = isSourceMoved || data.earlierText === true;
  const against = nameSource(source);
  const named = against === undefined ? {} : { against };
  if (!isMoved && version === undefined) return { kind: "fits", ...named };
  const news = [
    version ?? (texts.length > 0 ? `the ${texts.join(" and ")} changed since` : undefined),
    lost.length > 0 ? `the record no longer says ${lost.join(", ")}` : undefined,
    isMoved ? undefined : "with the same title and abstract",
  ].filter((part) => part !== undefined);
  const earlier = data.earlierText === true ? `an earlier text of the ${data.writtenFrom}` : undefined;
  const held = `held against ${against ?? earlier ?? `the title and abstract of ${formatDay(checkedOn)}`}`;
  return {
    kind: isMoved ? "moved" : "fits",
    ...named,
    news: `${held}; ${news.join(", ") || `the ${data.writtenFrom} was rewritten since`}`,
  };
}

/**
 * Whether a digest was held against another source than there is now, be it itself as it was checked or not. Where a stamp
 * has lost what it was held against, nobody can say that it was this one; a digest that has none was never checked.
 */
export function hasSourceMoved(data: DigestData, record: PaperRecord): boolean {
  const { checkedSource: source, checkedText, checkedOn } = data;
  if (source === undefined) return (checkedText ?? checkedOn) !== undefined;
  return isOfAnother(source, record) || compareSource(data, source, record).isMoved;
}

/** Whether a stamp was copied with its digest from another paper. */
function isOfAnother({ paper }: CheckedSource, { id, previousIds }: PaperRecord): boolean {
  return paper !== undefined && ![id, ...previousIds].includes(paper);
}

/** What of a source is another than a digest was held against, and whether that makes it another source. */
function compareSource(data: DigestData, source: CheckedSource, record: PaperRecord) {
  // A text that the record does not hold is not known to be another.
  const texts = (["title", "abstract"] as const).filter((name) => {
    const text = record[name];
    return text !== undefined && fingerprintSource(text) !== source[name];
  });
  const lost = (source.facts ?? []).filter((fact) => !statesFact(record, fact));
  const version = describeVersion(source, data.checkedOn, record);
  const isTextKnown = data.writtenFrom === "abstract" && record.abstract !== undefined;
  return { texts, lost, version, isMoved: texts.length + lost.length > 0 || (version !== undefined && !isTextKnown) };
}

function nameSource({ version, date }: CheckedSource): string | undefined {
  if (version === undefined) return date && `the text of ${formatDay(date)}`;
  return `version ${version}${date === undefined ? "" : ` of ${formatDay(date)}`}`;
}

/** What the record says of another version than the one that was read; one that has no number is known by its day. */
function describeVersion(
  { version, date }: CheckedSource,
  checkedOn: Day | undefined,
  record: PaperRecord,
): string | undefined {
  if (version !== undefined && record.version !== undefined) {
    if (version === record.version) return undefined;
    return version < record.version ? `version ${record.version} is out` : `the record says version ${record.version}`;
  }
  if (record.updated === undefined || record.updated <= (date ?? checkedOn ?? "")) return undefined;
  return `a text of ${formatDay(record.updated)} is out`;
}

/**
 * What a curator should know of a stamp that is not shown though the digest was checked once, and the cure.
 * @param now the record with the text that the digest is held against, where that is another than its own
 */
export function noteLostStamp(
  { file, data, body }: Pick<Document<DigestData>, "file" | "data" | "body">,
  record: PaperRecord,
  now = record,
): Problem | undefined {
  const { kind, news = "" } = judgeStamp(data, body, now);
  // Of a withdrawn paper no digest is shown.
  if (record.withdrawn !== undefined || (kind !== "changed" && kind !== "moved")) return undefined;
  const command = nameRenewal(record);
  if (kind === "changed") {
    const { paper } = data.checkedSource ?? {};
    const isCopy = data.checkedSource !== undefined && isOfAnother(data.checkedSource, record);
    const message = isCopy
      ? `the stamp is that of the digest of ${paper}, so it is not shown`
      : "the digest, or its stamp, was changed after the check, so the stamp is not shown";
    return { file, field: "checkedText", message, mend: `check it again: ${command}` };
  }
  const earlier = data.earlierText === true ? ", take earlierText out" : "";
  const mend = `read the source as it is now, change what is no longer so${earlier}, then: ${command}`;
  return { file, field: "checkedSource", message: `the digest was ${news}`, mend };
}

/** The command that holds a digest against its source and renews its stamp. */
export function nameRenewal({ id, abstract }: PaperRecord): string {
  return `npm run digest -- check --stamp ${abstract === undefined ? "--abstracts FILE " : ""}${id}`;
}
