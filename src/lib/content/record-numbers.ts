/** The few numbers that a record, and not the abstract, lets a digest state; each only in its own form. */
import { monthOfId } from "../papers/id.ts";
import type { FoundNumber } from "./numbers.ts";
import type { PaperRecord } from "./record.ts";

/** Facts of a record that a digest may put in figures. */
export type NumberedRecord = Pick<
  PaperRecord,
  | "id"
  | "authors"
  | "authorCount"
  | "published"
  | "updated"
  | "version"
  | "upvotes"
  | "comments"
  | "stars"
  | "venue"
  | "journalRef"
>;

/** The noun that has to follow each count. */
const NOUNS: [RegExp, (record: NumberedRecord) => number | undefined][] = [
  [/^[\s-]+(?:co-?)?authors?\b/i, (record) => record.authorCount ?? (record.authors.length || undefined)],
  [/^\s+comments?\b/i, (record) => record.comments],
  [/^\s+(?:github\s+)?stars?\b/i, (record) => record.stars],
  [/^\s+(?:upvotes?|votes?)\b/i, (record) => record.upvotes],
];

/**
 * Whether the record states a number of a digest: a year of publication as four digits, or the number of authors,
 * comments, stars or upvotes before its noun, or the version ("version 2", "v2"), or the paper's own id.
 * @param text the text in which the number was found
 */
export function isGroundedInRecord(number: FoundNumber, text: string, record: NumberedRecord): boolean {
  const before = text.slice(0, number.index);
  const after = text.slice(number.index + number.text.length);
  if (number.text === record.id) return true;
  if (isYear(number, record)) return true;
  if (record.version !== undefined && number.text === String(record.version)) {
    if (/\bversion\s$/i.test(before) || number.name?.toLowerCase() === `v${record.version}`) return true;
  }
  const value = number.readings.find(({ unit }) => unit === "plain")?.value;
  return value !== undefined && NOUNS.some(([noun, read]) => noun.test(after) && read(record) === value);
}

/** Whether the number is a year of the paper's, and not that of something else, as in "AIME 2024". */
function isYear({ text, name, phrase = "" }: FoundNumber, record: NumberedRecord): boolean {
  if (!/^\d{4}$/.test(text) || name !== undefined || !listYears(record).has(text)) return false;
  const isOfName = /\p{Lu}.*\p{Lu}/u.test(phrase);
  return !isOfName || `${record.venue} ${record.journalRef}`.includes(phrase);
}

/** Years in which the paper appeared: at its source, in its id, at its venue. */
function listYears({ id, published, updated, venue = "", journalRef = "" }: NumberedRecord): Set<string> {
  const days = [published, updated, monthOfId(id)].flatMap((day) => (day === undefined ? [] : [day.slice(0, 4)]));
  return new Set([...days, ...(`${venue} ${journalRef}`.match(/\b(?:19|20)\d\d\b/g) ?? [])]);
}
