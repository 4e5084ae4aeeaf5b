/** Checks a digest against its source: every number stands there, and no sentence was taken over. */
import type { Problem } from "../errors.ts";
import { hashText } from "../records/sealed-text.ts";
import type { Abstract } from "./abstracts.ts";
import type { DigestData } from "./digest.ts";
import type { Document } from "./document.ts";
import { FINGERPRINT_DIGITS } from "./fingerprint.ts";
import { isGrounded, makeNumberSource, type NumberSource } from "./grounding.ts";
import { formatPath } from "./issues.ts";
import { findNumbers, flattenMath } from "./numbers.ts";
import { findSharedRuns, makeSourceWords, OVERLAP_WORDS } from "./overlap.ts";
import type { PaperRecord } from "./record.ts";
import { findRecordFact, statesFact, trimAddress } from "./record-numbers.ts";

/** What a digest is held against: title and abstract as the source writes them, and the facts of the paper. */
export interface DigestSource extends Abstract {
  /** Facts of the paper. */
  record: PaperRecord;
}

/** What came of checking one digest. */
export interface DigestCheck {
  /** Numbers that are not in the source and runs of words that are; empty when all is well. */
  problems: Problem[];
  /** How many numbers were looked up in the source. */
  numbers: number;
  /** What of the record bears out numbers that the title and the abstract do not have, see `findRecordFact`. */
  facts: string[];
}

/** One text of a digest with its place. */
interface DigestText {
  /** Path in the front matter; `body` for the prose. */
  path: PropertyKey[];
  text: string;
}

/** Numbers of the source that a problem lists at most. */
const LISTED_NUMBERS = 16;

/** Characters quoted on either side of a number. */
const AROUND = 24;

/** Every text that readers see as the digest's own: its fields in the order of the page, then the body. */
function listTexts(data: DigestData, body: string): DigestText[] {
  const { tldr, why, problem, approach, results, limitations, audience } = data;
  return listTextsWithin({ tldr, why, problem, approach, results, limitations, audience, body }, []);
}

/** The texts in a value at a path; fields stand in the order of their schema, as zod gives them. */
function listTextsWithin(value: unknown, path: PropertyKey[]): DigestText[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => listTextsWithin(item, [...path, index]));
  return Object.entries(value ?? {}).flatMap(([key, part]) => listTextsWithin(part, [...path, key]));
}

/** Holds every text of a digest against the title, the abstract and the record of its paper. */
export function checkDigest(digest: Document<DigestData>, source: DigestSource): DigestCheck {
  const numberSource = makeNumberSource(source.record.title, source.title, source.abstract);
  const sourceWords = makeSourceWords(source.abstract);
  const allowed = describeNumbers(numberSource);
  const problems: Problem[] = [];
  const facts = new Set<string>();
  let numbers = 0;
  for (const { path, text } of listTexts(digest.data, digest.body)) {
    const place = (before: string): Pick<Problem, "file" | "line" | "field"> => ({
      file: digest.file,
      line: path[0] === "body" ? digest.bodyLine + before.split("\n").length - 1 : (digest.locateLine(path) ?? 1),
      field: formatPath(path),
    });
    const prose = hideAddresses(flattenMath(text), source, facts);
    const checked = checkNumbers(prose, numberSource, source.record);
    numbers += checked.count;
    for (const fact of checked.facts) facts.add(fact);
    for (const { written, index, end } of checked.missing) {
      problems.push({
        ...place(prose.slice(0, index)),
        message: "this number is not in the title, the abstract or the record",
        found: `"${written}" in "${quoteAround(prose, index, end)}"`,
        allowed,
        mend: "write the number as the source has it, or say it without a number",
      });
    }
    for (const run of findSharedRuns(text, sourceWords)) {
      problems.push({
        ...place(text.slice(0, run.index)),
        message: `${run.words} words in a row are the abstract's`,
        found: `"${run.text}"`,
        allowed: `at most ${OVERLAP_WORDS - 1} words in a row`,
        mend: "say it in your own words",
      });
    }
  }
  return { problems, numbers, facts: [...facts].sort() };
}

/** How many numbers a text has, what of the record bears some of them out, and those that nothing does. */
function checkNumbers(text: string, source: NumberSource, record: PaperRecord) {
  const numbers = findNumbers(text).filter((number) => !number.isFree);
  const borne = numbers
    .filter((number) => !isGrounded(number, source))
    .map((number) => ({ number, fact: findRecordFact(number, text, record) }));
  const missing = borne
    .flatMap(({ number, fact }) => (fact === undefined ? [number] : []))
    // A name with several numbers is one fault.
    .filter(({ name }, index, all) => name === undefined || !name.startsWith(`${all[index - 1]?.name}-`))
    .map(({ name, text: written, index }) => ({ written: name ?? written, index, end: index + written.length }));
  return { count: numbers.length, facts: borne.flatMap(({ fact }) => fact ?? []), missing };
}

/**
 * Blanks out what holds no claims: ids in links to other pages here, addresses that the source or the record has, and the figures of a numbered list.
 * @param facts gets those addresses that have figures and only the record has
 */
function hideAddresses(text: string, { record, abstract }: DigestSource, facts: Set<string>): string {
  const known = (abstract.match(/https?:\/\/[^\s)>\]]+/g) ?? []).map(trimAddress);
  return text
    .replace(/\[\[[^[\]|\n]{1,200}(?=[|\]])/g, (target) => " ".repeat(target.length))
    .replace(/https?:\/\/[^\s)>\]]+/g, (address) => {
      const bare = trimAddress(address);
      const fact = `address ${bare}`;
      const isInAbstract = known.includes(bare);
      if (!isInAbstract && !statesFact(record, fact)) return address;
      if (!isInAbstract && /\d/.test(bare)) facts.add(fact);
      return " ".repeat(address.length);
    })
    .replace(/^[^\S\n\r\u2028\u2029]*\d+[.)](?=\s)/gm, (mark) => mark.replace(/\S/g, " "));
}

/** `across 19 simulated tasks`: enough of the text around a place to find it in a long paragraph, in whole words. */
function quoteAround(text: string, index: number, end: number): string {
  const before = text.slice(Math.max(0, index - AROUND), index);
  const after = text.slice(end, end + AROUND);
  const start = before.length < AROUND ? before : before.replace(/^\S*\s/, "");
  const rest = after.length < AROUND ? after : after.replace(/\s\S*$/, "");
  return `${start}${text.slice(index, end)}${rest}`.replace(/\s+/g, " ").trim();
}

/** The numbers a digest could have taken, as the source writes them. */
function describeNumbers({ written }: NumberSource): string {
  if (written.length === 0) return "none, for the title and the abstract hold no number";
  const more = written.length > LISTED_NUMBERS ? ", …" : "";
  return `those of the source: ${written.slice(0, LISTED_NUMBERS).join(", ")}${more}`;
}

/**
 * Fingerprint of what a check covers: all texts of the digest, and what they were held against. The day, the topics,
 * who wrote it and what they had read are left out, so that they may change.
 */
export function fingerprintDigest(data: DigestData, body: string): string {
  const texts = listTexts(data, body).map(({ path, text }) => [
    formatPath(path),
    text.normalize("NFC").replace(/\s+/g, " ").trim(),
  ]);
  const { title, abstract, version, date, facts, paper } = data.checkedSource ?? {};
  const source = [title, abstract, version, date, facts, ...(paper === undefined ? [] : [paper])];
  return hashText(JSON.stringify([...texts, source]), FINGERPRINT_DIGITS);
}
