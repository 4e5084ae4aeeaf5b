/** How records are written: one line each, keys in schema order, lines in order of id, so that a diff shows what changed. */
import { type Record, RecordSchema } from "../content/record.ts";
import { compareText } from "../errors.ts";
import { monthOfId } from "../papers/id.ts";

const RECORD_KEYS = Object.keys(RecordSchema.shape) as (keyof Record)[];

/** A record as one line of JSON without the line break; keys in the order of the schema, absent ones left out. */
export function serializeRecord(record: Record): string {
  const ordered = Object.fromEntries(
    RECORD_KEYS.filter((key) => record[key] !== undefined).map((key) => [key, record[key]]),
  );
  return JSON.stringify(ordered);
}

/** A month file: all records in order of id, each line ended. */
export function serializeRecords(records: Iterable<Record>): string {
  return [...records]
    .sort((a, b) => compareText(a.id, b.id))
    .map((record) => `${serializeRecord(record)}\n`)
    .join("");
}

/**
 * Name of the month file a record belongs in: the month of an arXiv id, otherwise that of its publication,
 * otherwise `undated.jsonl`. Ask only for new records: one that has a file stays there.
 */
export function nameRecordFile(record: Pick<Record, "id" | "published">): string {
  return `${monthOfId(record.id) ?? record.published?.slice(0, 7) ?? "undated"}.jsonl`;
}
