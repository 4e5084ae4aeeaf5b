/** Invented facts for tests of matching, merging and importing. */
import type { Facts, Harvest } from "#lib/records/facts.ts";
import { SOURCES } from "#lib/records/facts.ts";

/** What arXiv says of the invented paper of lib/content/samples.ts. */
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
