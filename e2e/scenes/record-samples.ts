/** Invented facts for tests of matching, merging and importing. */
import type { PaperRecord } from "#lib/content/record.ts";
import { type Facts, type Harvest, SOURCES } from "#lib/records/facts.ts";
import type { ImportReport } from "#lib/records/import.ts";
import { makeRecord } from "./content-samples.ts";

/** What arXiv says of the invented paper of content-samples.ts. */
export function makeFacts(changes: Partial<Facts> = {}): Facts {
  return {
    id: "2510.00001",
    title: "Harbour: Sorting Ships with 3 Cranes",
    sources: [{ name: SOURCES.arxiv, retrieved: "2026-03-10" }],
    place: { file: "a.xml", line: 7, field: "entry 1" },
    ...changes,
  };
}

/** A harvest of these facts, without days. */
export function makeHarvest(facts: Facts[], changes: Partial<Harvest> = {}): Harvest {
  return { facts, refused: [], notices: [], days: [], ...changes };
}

/** The same as one source says it, which was read on a day. */
export function factsFrom(name: string, retrieved: string, changes: Partial<Facts> = {}): Facts {
  return makeFacts({ sources: [{ name, retrieved }], ...changes });
}

/** A record of the invented paper that was read at one source on one day. */
export function readAt(name: string, retrieved: string, changes: Partial<PaperRecord> = {}): PaperRecord {
  return makeRecord({ sources: [{ name, retrieved }], ...changes });
}

/** What an import says of papers and days, without files and records. */
export function summarize({ added, changed, unchanged, refused, days }: ImportReport): object {
  return { added, changed, unchanged, refused: refused.map(({ field, message }) => `${field}: ${message}`), days };
}
