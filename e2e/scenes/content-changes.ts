/** Changes of the sample content that are told in a few words, and putting them into a folder. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PaperRecord } from "#lib/content/record.ts";
import { makeContentFiles, makeDigestText, makeRecord, SAMPLE_EDITION, SAMPLE_TAGS } from "./content-samples.ts";

/** A file's text or bytes, what has to stand there instead of a file, or nothing. */
export type Place = string | Buffer | { link: string } | "FOLDER" | undefined;
/** What of the sample content is otherwise, by path. */
export type Changes = { [path: string]: Place };

/** Where the sample has its record. */
export const RECORDS = "papers/2025-10.jsonl";
/** Where the sample has its digest. */
export const DIGEST = "digests/2510.00001.md";
/** Where the sample has its edition. */
export const EDITION = "editions/2026-03-09.mdx";
/** The month of the sample's record, with a record for each of these changes. */
export const records = (...changes: Partial<PaperRecord>[]): Changes => ({
  [RECORDS]: changes.map((change) => `${JSON.stringify(makeRecord(change))}\n`).join(""),
});
/** The digest with other fields, and other prose. */
export const digest = (fields: { [name: string]: string | undefined }, body?: string): Changes => ({
  [DIGEST]: makeDigestText(fields, body),
});
/** The digest with more prose. */
export const prose = (text: string): Changes => ({ [DIGEST]: `${makeDigestText()}\n${text}\n` });
/** The edition with one text in place of another. */
export const edition = (from: string, to: string): Changes => ({ [EDITION]: SAMPLE_EDITION.replace(from, to) });
/** The edition with more in its introduction. */
export const introduction = (text: string): Changes => ({ [EDITION]: `${SAMPLE_EDITION}\n${text}\n` });
/** The vocabulary with more topics. */
export const tags = (text: string): Changes => ({ "tags.yaml": `${SAMPLE_TAGS}${text}` });
/** A topic as it stands in the vocabulary. */
export const tag = (id: string, rest = "", label = id): string =>
  `- id: ${id}\n  label: ${label}\n  description: It.\n${rest}`;
/** A list of redirects, each from an address to another. */
export const redirects = (...pairs: [from: string, to: string][]): Changes => ({
  "redirects.jsonl": pairs
    .map(([from, to]) => `${JSON.stringify({ from, to, date: "2026-03-10", reason: "Gone." })}\n`)
    .join(""),
});
/** A list of organisations. */
export const organizations = (text: string): Changes => ({ "organizations.yaml": text });
/** A line of the list of days. */
export const writeDayLine = (changes: object): string =>
  `${JSON.stringify({ date: "2026-03-09", source: "Daily", listed: 1, taken: 1, refused: 0, cut: false, ...changes })}\n`;

/** Puts a file, or what stands there instead, into a content folder. */
export function put(folder: string, path: string, place: Place): void {
  const to = join(folder, path);
  rmSync(to, { recursive: true, force: true });
  if (place === undefined) return;
  mkdirSync(dirname(to), { recursive: true });
  if (place === "FOLDER") mkdirSync(to);
  else if (typeof place === "object" && "link" in place) symlinkSync(place.link, to);
  else writeFileSync(to, place);
}

/** Makes sound content sound again where it was changed, and leaves all else as it is. */
export function restore(folder: string, changes: Changes): void {
  const sound = makeContentFiles();
  for (const changed of Object.keys(changes)) {
    put(folder, changed, undefined);
    const lost = Object.keys(sound).filter((path) => path === changed || path.startsWith(`${changed}/`));
    for (const path of lost) put(folder, path, sound[path]);
  }
}
