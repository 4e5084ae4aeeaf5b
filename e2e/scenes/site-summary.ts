/** What a finished site holds, so that one that grew can be held against one that was made at once. */
import assert from "node:assert/strict";
import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { INDEX_FOLDER, isIndexFile } from "#tools/build/plan-pages.ts";
import { type FixedQuestion, type IndexSummary, summarizeIndex } from "./index-summary.ts";
import { readTree } from "./process.ts";

/** A finished site by what it holds. */
export interface SiteSummary {
  /** Digests of all files but those of the search index, by path. */
  files: Map<string, string>;
  /** What its index holds; absent when it has none. */
  index?: IndexSummary;
}

/** Reads a finished site. @param questions what its index is asked */
export async function summarizeSite(folder: string, questions: readonly FixedQuestion[]): Promise<SiteSummary> {
  const files = readSiteFiles(folder);
  if (!existsSync(join(folder, INDEX_FOLDER))) return { files };
  return { files, index: await summarizeIndex(folder, questions) };
}

/** Digests of all files of a site but those of its search index, by path. */
export function readSiteFiles(folder: string): SiteSummary["files"] {
  return new Map([...readTree(folder)].filter(([path]) => !isIndexFile(path)));
}

/** Fails unless both have the same files with the same bytes, and indexes that hold and answer the same. */
export function assertSameSite(ours: SiteSummary, theirs: SiteSummary, why = ""): void {
  assert.deepEqual(listDiffering(ours.files, theirs.files), [], `files differ from those of a clean build ${why}`);
  assert.equal(ours.index === undefined, theirs.index === undefined, `only one of two sites has an index ${why}`);
  if (ours.index === undefined || theirs.index === undefined) return;
  for (const part of ["papers", "words", "answers"] as const) {
    const differing = listDiffering(ours.index[part], theirs.index[part]);
    assert.deepEqual(differing, [], `${part} of the index differ from those of a clean build ${why}`);
  }
  assert.deepEqual(ours.index.counts, theirs.index.counts, `counts of the index differ ${why}`);
}

/** Names that only one of two maps has, or that have other values there. */
export function listDiffering(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): string[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((name) => ours.get(name) !== theirs.get(name));
}

/** Where each file of a site lies on the disk, and when it was last changed: both stay while nobody writes it anew. */
export function stampSite(folder: string, files: Iterable<string>): Map<string, string> {
  return new Map(
    [...files].map((file) => {
      const { ino, mtimeMs } = lstatSync(join(folder, file));
      return [file, `${ino} ${mtimeMs}`];
    }),
  );
}
