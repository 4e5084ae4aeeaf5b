/** How records are written: one line each, keys in schema order, lines in order of id, so that a diff shows what changed. */
import { compareText } from "../compare-text.ts";
import { PublicationSchema } from "../content/publication.ts";
import { ChangeSchema, LinksSchema, NamePartsSchema, type PaperRecord, RecordSchema } from "../content/record.ts";
import { WithdrawalDetailsSchema } from "../content/withdrawal.ts";
import { monthOfId } from "../papers/id.ts";

const { organization, sources } = RecordSchema.shape;
/** Keys of a record and of what it holds, in an order that is right for each. */
const KEYS = [
  ...[RecordSchema, NamePartsSchema, LinksSchema, ChangeSchema, PublicationSchema, WithdrawalDetailsSchema],
  ...[organization.unwrap(), sources.unwrap().element],
].flatMap(({ shape }) => Object.keys(shape));

/** A record as one line of JSON without the line break; keys in the order of the schema, absent ones left out. */
export function serializeRecord(record: PaperRecord): string {
  return JSON.stringify(record, KEYS);
}

/** A month file: all records in order of id, each line ended. */
export function serializeRecords(records: Iterable<PaperRecord>): string {
  return [...records]
    .sort((a, b) => compareText(a.id, b.id))
    .map((record) => `${serializeRecord(record)}\n`)
    .join("");
}

/** Things of one kind, each on a line, keys in the order of their schema. */
export function serializeLines(values: readonly object[], { shape }: { shape: object }): string {
  return values.map((value) => `${JSON.stringify(value, Object.keys(shape))}\n`).join("");
}

/**
 * Name of the file a record belongs in: the month of an arXiv id, otherwise the month of its publication, or the year
 * where no more is known, otherwise `undated.jsonl`. Ask only for new records: one that has a file stays there.
 */
export function nameRecordFile(record: Pick<PaperRecord, "id" | "published">): string {
  return `${monthOfId(record.id) ?? record.published?.slice(0, 7) ?? "undated"}.jsonl`;
}
