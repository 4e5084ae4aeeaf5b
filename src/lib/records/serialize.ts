/** How records are written: one line each, keys in schema order, lines in order of id, so that a diff shows what changed. */

import { compareText } from "../compare-text.ts";
import { ChangeSchema, LinksSchema, type PaperRecord, RecordSchema } from "../content/record.ts";
import { monthOfId } from "../papers/id.ts";

const RECORD_KEYS = Object.keys(RecordSchema.shape);
const LINK_KEYS = Object.keys(LinksSchema.shape);
const CHANGE_KEYS = Object.keys(ChangeSchema.shape);
const ORGANIZATION_KEYS = ["id", "name"];
const SOURCE_KEYS = ["name", "retrieved"];

/** The object with its keys in the order given; keys without a value are left out, others than those given too. */
function orderKeys<Value extends object>(value: Value, keys: string[]): Value {
  const entries = keys.map((key): [string, unknown] => [key, Reflect.get(value, key)]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) as Value;
}

/** A record as one line of JSON without the line break; keys in the order of the schema, absent ones left out. */
export function serializeRecord(record: PaperRecord): string {
  const { organization, links, history, sources } = record;
  const ordered = {
    ...record,
    ...(organization !== undefined && { organization: orderKeys(organization, ORGANIZATION_KEYS) }),
    links: orderKeys(links, LINK_KEYS),
    history: history.map((change) => orderKeys(change, CHANGE_KEYS)),
    sources: sources.map((source) => orderKeys(source, SOURCE_KEYS)),
  };
  return JSON.stringify(orderKeys(ordered, RECORD_KEYS));
}

/** A month file: all records in order of id, each line ended. */
export function serializeRecords(records: Iterable<PaperRecord>): string {
  return [...records]
    .sort((a, b) => compareText(a.id, b.id))
    .map((record) => `${serializeRecord(record)}\n`)
    .join("");
}

/**
 * Name of the month file a record belongs in: the month of an arXiv id, otherwise that of its publication,
 * otherwise `undated.jsonl`. Ask only for new records: one that has a file stays there.
 */
export function nameRecordFile(record: Pick<PaperRecord, "id" | "published">): string {
  return `${monthOfId(record.id) ?? record.published?.slice(0, 7) ?? "undated"}.jsonl`;
}
