/** The records of the 45 real days, by which answers are judged. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stemmer } from "stemmer";
import type { PaperRecord } from "../src/lib/content/record.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import { findSite } from "./sites.ts";

/** All records of the site with the days. */
export function readDaysRecords(): PaperRecord[] {
  const folder = join(PROJECT_FOLDER, findSite("days").content, "papers");
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as PaperRecord),
  );
}

/** Ids of those for which a test holds, in order. */
export function listIds(records: readonly PaperRecord[], test: (record: PaperRecord) => boolean): string[] {
  return records
    .filter(test)
    .map(({ id }) => id)
    .sort();
}

/** Whether a record has a word, with whatever ending: a plain fold and stem, apart from how search does it. */
export function hasWord({ title, abstract, authors, keywords, organization }: PaperRecord, word: string): boolean {
  const text = [title, abstract, ...authors, ...keywords, organization?.name].join(" ");
  return splitWords(text).some((other) => stemmer(other) === stemmer(word));
}

/** Whether the title or abstract of a record has a text, word by word with whatever endings; a space may be a hyphen. */
export function hasText({ title, abstract }: PaperRecord, text: string): boolean {
  return stemAll(`${title} ${abstract}`).includes(stemAll(text));
}

/** The stems of a text's words, with a space before and behind each. */
function stemAll(text: string): string {
  return ` ${splitWords(text).map(stemmer).join(" ")} `;
}

/** Words in small letters, without marks on their letters; parts of a compound such as `Self-Play` or `TurboDiffusion` are words. */
function splitWords(text: string): string[] {
  const apart = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ");
  return apart.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
