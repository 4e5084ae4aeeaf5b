/** Digest files to fill in, for papers that have none. */
import { existsSync } from "node:fs";
import { listContentFiles, locateDigest, nameContentFile } from "#lib/content/content-files.ts";
import { draftDigest } from "#lib/content/digest-draft.ts";
import { parseTags } from "#lib/content/parse.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import { parseSource } from "#lib/content/source-text.ts";
import type { Tag } from "#lib/content/tag.ts";
import { assignTopics } from "#lib/papers/topics.ts";
import { writeFileAtomic } from "#lib/records/write-file.ts";

/**
 * Makes a digest file for each record that has none; one that is there is never touched.
 * @param folder the content folder
 * @param by who writes the digests
 * @returns the files that were made, or would be in a dry run
 */
export function makeDraftFiles(folder: string, records: PaperRecord[], by: string, isDryRun: boolean): string[] {
  const tags = readTags(folder);
  return records.flatMap((record) => {
    const paths = [record.id, ...record.previousIds].map((id) => locateDigest(folder, id));
    const [path = ""] = paths;
    if (paths.some((candidate) => existsSync(candidate))) return [];
    const likely = assignTopics(record, tags);
    const suggestions = likely.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
    if (!isDryRun) writeFileAtomic(path, draftDigest(record, suggestions, by));
    return [nameContentFile(path)];
  });
}

/** The vocabulary, as far as it can be read: its faults are told by `check`. */
function readTags(folder: string): Tag[] {
  const [path] = listContentFiles(folder, "tags");
  if (path === undefined) return [];
  const { value } = parseSource(path, parseTags).outcome;
  return (value?.lines ?? []).map(({ data }) => data);
}
