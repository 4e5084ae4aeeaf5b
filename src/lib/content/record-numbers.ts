/** The few numbers that a record, and not the abstract, lets a digest state; each only in its own form. */
import { monthOfId } from "../papers/id.ts";
import type { FoundNumber } from "./numbers.ts";
import type { PaperRecord } from "./record.ts";

/** Counts of a record, each with the nouns that may follow it. */
const COUNTS: { [name: string]: { noun: RegExp; read: (record: PaperRecord) => number | undefined } } = {
  authors: {
    noun: /^[\s-]+(?:co-?)?authors?\b/i,
    read: ({ authors, authorCount, moreAuthors }) =>
      authorCount ?? (moreAuthors === true ? undefined : authors.length || undefined),
  },
  comments: { noun: /^\s+comments?\b/i, read: ({ comments }) => comments },
  stars: { noun: /^\s+(?:github\s+)?stars?\b/i, read: ({ stars }) => stars },
  upvotes: { noun: /^\s+(?:upvotes?|votes?)\b/i, read: ({ upvotes }) => upvotes },
};

/**
 * What the record states that bears out a number of a digest: a year of publication as four digits, the number of
 * authors, comments, stars or upvotes before its noun, the version ("version 2", "v2"), or the paper's own id. As text
 * that `statesFact` knows, such as `33 upvotes`; undefined when the record has no such number.
 * @param text the text in which the number was found
 */
export function findRecordFact(number: FoundNumber, text: string, record: PaperRecord): string | undefined {
  const before = text.slice(Math.max(0, number.index - "a version ".length), number.index);
  const after = text.slice(number.index + number.text.length);
  const value = number.readings.find(({ unit }) => unit === "plain")?.value;
  const isVersion = /\bversion\s$/i.test(before) || number.name?.toLowerCase() === `v${number.text}`;
  const candidates = [
    `id ${number.text}`,
    ...(/^\d{4}$/.test(number.text) && number.name === undefined ? [nameYear(number)] : []),
    ...(isVersion ? [`version ${number.text}`] : []),
    ...Object.entries(COUNTS).flatMap(([name, { noun }]) =>
      value !== undefined && noun.test(after) ? [`${value} ${name}`] : [],
    ),
  ];
  return candidates.find((fact) => statesFact(record, fact));
}

/** A year by itself may be one of the paper's; that of something else, as in "AIME 2024", must stand in its venue. */
function nameYear({ text, phrase = "" }: FoundNumber): string {
  return /\p{Lu}.*\p{Lu}/u.test(phrase) ? `venue ${phrase}` : `year ${text}`;
}

/** An address without the marks that a sentence puts behind it. */
export function trimAddress(address: string): string {
  return address.replace(/(?<![.,;:!?])[.,;:!?]+$/, "");
}

/**
 * Whether the record states a fact that `findRecordFact` gave of it, or of what it was before; `address https://…` for
 * one that is among its links.
 */
export function statesFact(record: PaperRecord, fact: string): boolean {
  const { id, version, published, updated, venue = "", journalRef = "", links } = record;
  const place = `${venue} ${journalRef}`;
  const [, phrase] = /^venue (.+)$/.exec(fact) ?? [];
  if (phrase !== undefined) return place.includes(phrase);
  const [, address] = /^address (.+)$/.exec(fact) ?? [];
  if (address !== undefined) return Object.values(links).some((link) => link && trimAddress(link) === address);
  const days = [published, updated, monthOfId(id)].flatMap((day) => (day === undefined ? [] : [day.slice(0, 4)]));
  const years = [...days, ...(place.match(/\b(?:19|20)\d\d\b/g) ?? [])];
  const counts = Object.entries(COUNTS).map(([name, { read }]) => `${read(record)} ${name}`);
  return [`id ${id}`, `version ${version}`, ...years.map((year) => `year ${year}`), ...counts].includes(fact);
}
