/** The records of a content folder in memory, and the way back to their month files. */
import { basename, join } from "node:path";
import { compareText } from "../compare-text.ts";
import { checkDoubleRecord } from "../content/check-records.ts";
import { CONTENT_FILES, nameContentFile } from "../content/content-files.ts";
import type { FirstSeen } from "../content/first-seen.ts";
import { suggestNearest } from "../content/nearest.ts";
import { parseRecords } from "../content/parse.ts";
import { readLists } from "../content/read.ts";
import type { PaperRecord } from "../content/record.ts";
import { ContentError, type Problem } from "../errors.ts";
import { findPaperId } from "../papers/find-id.ts";
import { areSameId } from "../papers/id.ts";
import { RecordIndex } from "./match.ts";
import { nameRecordFile, serializeRecords } from "./serialize.ts";
import type { FileText } from "./write-file.ts";

/** All records of a content folder. */
export interface Archive {
  /** The content folder. */
  folder: string;
  /** Records by id. */
  records: Map<string, PaperRecord>;
  /** The records in a form that can be searched. */
  index: RecordIndex;
  /** Name of the month file that each record stands in, by id. */
  homes: Map<string, string>;
  /** Names of month files whose records have changed since they were read. */
  changed: Set<string>;
}

/**
 * Reads all records. A folder that does not exist holds none.
 * Throws a `ContentError` with every line that cannot be read: a file with such a line cannot be written again
 * without losing it, so it has to be mended first.
 */
export function openArchive(folder: string): Archive {
  const problems: Problem[] = [];
  const ids: FirstSeen = new Map();
  const records = new Map<string, PaperRecord>();
  const homes = new Map<string, string>();
  for (const { file, lines } of readLists(folder, "records", parseRecords, problems)) {
    for (const { line, data } of lines) {
      const double = checkDoubleRecord(ids, { file, line, field: "id", found: data.id });
      if (double !== undefined) problems.push(double);
      records.set(data.id, data);
      homes.set(data.id, basename(file));
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
  return { folder, records, index: new RecordIndex(records), homes, changed: new Set() };
}

/** Puts a record into the archive: a new one into the file of its month, a known one back into its own. */
export function putRecord(archive: Archive, record: PaperRecord): void {
  const home = archive.homes.get(record.id) ?? nameRecordFile(record);
  archive.homes.set(record.id, home);
  archive.records.set(record.id, record);
  archive.index.add(record);
  archive.changed.add(home);
}

/** Takes a record out of the archive. */
export function dropRecord(archive: Archive, id: string): void {
  const home = archive.homes.get(id);
  if (home === undefined) return;
  archive.records.delete(id);
  archive.homes.delete(id);
  archive.changed.add(home);
}

/**
 * The month files that have changed, one after the other: which, and what they hold now.
 * @param old records that are not in the archive any more and are to stay in their files for now
 */
export function* listChangedFiles(
  archive: Archive,
  old: readonly { home: string | undefined; record: PaperRecord | undefined }[] = [],
): Generator<FileText> {
  const files = new Map<string, PaperRecord[]>([...archive.changed].sort(compareText).map((name) => [name, []]));
  for (const [id, home] of archive.homes) {
    const record = archive.records.get(id);
    if (record !== undefined) files.get(home)?.push(record);
  }
  for (const { home, record } of old) if (record !== undefined) files.get(home ?? "")?.push(record);
  for (const [name, records] of files) {
    yield { path: join(archive.folder, CONTENT_FILES.records.folder, name), content: serializeRecords(records) };
  }
}

/** The id of the record that a curator names: by its id in any form, or its address at a registry; else the id in what is written, or that itself. */
export function findNamedRecord({ records, index }: Archive, written: string): string {
  if (records.has(written)) return written;
  const id = findPaperId(written);
  const found = id === undefined ? undefined : index.findById(id);
  // An earlier id may be that of a change that was broken off.
  return found !== undefined && areSameId(found, id ?? "") ? found : (id ?? written);
}

/** The problem of an id that is not among the records, with the nearest one that is. */
export function refuseUnknown({ folder, records }: Archive, id: string): Problem {
  return {
    file: nameContentFile(folder),
    message: "no record has this id",
    found: id,
    ...suggestNearest(id, records.keys(), "did you mean", "see content/papers for what there is"),
  };
}
