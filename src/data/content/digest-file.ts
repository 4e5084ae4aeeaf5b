/** Digests in their files, and as they are kept for the next build: one whose file has not changed is not read again. */
import { checkDigestAlone } from "#lib/content/check-digests.ts";
import { type Fingerprint, fingerprintData } from "#lib/content/data-fingerprint.ts";
import type { Digest, DigestData } from "#lib/content/digest.ts";
import type { Document } from "#lib/content/document.ts";
import { stampFile } from "#lib/content/file-stamp.ts";
import { parseDigest } from "#lib/content/parse.ts";
import { parseSource, readSource, type SourceText } from "#lib/content/source-text.ts";
import { toSegment } from "#lib/papers/id.ts";
import { readStored, writeStored } from "./stored-file.ts";

/** Files of digests by segment. */
export type DigestFiles = ReadonlyMap<string, string>;

/** What a digest is known again by: the stamp of its file, and the fingerprint of what that holds. */
export type DigestMark = [stamp: string, fingerprint: Fingerprint];

/** Marks the digests of papers, and gives those read for it. @param before marks they had: under the same stamp none is read */
export function markDigestFiles(
  segments: readonly string[],
  files: DigestFiles,
  before: ReadonlyMap<string, DigestMark>,
): { marks: Map<string, DigestMark>; sources: Map<string, SourceText> } {
  const marks = new Map<string, DigestMark>();
  const sources = new Map<string, SourceText>();
  for (const segment of segments) {
    const path = files.get(segment);
    if (path === undefined) continue;
    const [stamp, known] = [stampFile(path), before.get(segment)];
    if (known?.[0] === stamp) marks.set(segment, known);
    else {
      const source = readSource(path);
      sources.set(segment, source);
      marks.set(segment, [stamp, fingerprintData(source.bytes)]);
    }
  }
  return { marks, sources };
}

/** Reads a digest, and whether anything in it is wrong. @param source what its file holds, where known @param tagIds the vocabulary; absent when it keeps to it */
export function readDigestFile(path: string, source?: SourceText, tagIds?: Pick<ReadonlySet<string>, "has" | "keys">) {
  const { value: document, problems } = parseSource(path, parseDigest, source).outcome;
  return { document, hasProblems: problems.length > 0 || (document && checkDigestAlone(document, tagIds).length > 0) };
}

/** A document as the digest of the paper with this id. */
export function toDigest({ data, body }: Document<DigestData>, id: string): Digest {
  return { ...data, body, id };
}

/** Digests as they are kept, by the fingerprints of their files. */
type KeptDigests = { [fingerprint: Fingerprint]: Omit<Digest, "id"> };

/** Keeps digests in one file, each with its mark. */
export function keepDigests(path: string, digests: readonly (readonly [DigestMark, Digest])[]): void {
  const entries = digests.map(([[, fingerprint], { id, ...digest }]) => [fingerprint, digest] as const);
  writeStored(path, Object.fromEntries(entries) satisfies KeptDigests);
}

/**
 * Makes what gives digests whose files are as they were: those that `keepDigests` kept, which are read when the first is
 * asked for, and others from their files.
 * @param path of the file of kept digests; undefined when nothing is kept
 * @param marks of the files as they are now, by segment
 */
export function makeDigestReader(
  path: string | undefined,
  files: DigestFiles,
  marks: ReadonlyMap<string, DigestMark>,
): (id: string) => Digest | undefined {
  let known: KeptDigests | undefined;
  return (id) => {
    const segment = toSegment(id);
    known ??= (path && readStored<KeptDigests>(path)) || {};
    const kept = known[marks.get(segment)?.[1] ?? ""];
    if (kept !== undefined) return { ...kept, id };
    const { document } = readDigestFile(files.get(segment) ?? "");
    return document && toDigest(document, id);
  };
}
