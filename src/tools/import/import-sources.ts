/** The sources that files can be imported from. */
import type { Harvest, SourceFile } from "#lib/records/facts.ts";
import { harvestArxiv } from "../../importers/arxiv/harvest.ts";
import { harvestBibtex } from "../../importers/bibtex/harvest.ts";
import { harvestHuggingFace } from "../../importers/hugging-face/harvest.ts";
import { harvestJsonl } from "../../importers/jsonl/harvest.ts";
import { harvestListing } from "../../importers/listing/harvest.ts";

/**
 * Sources by the name they are called by, with the endings of their files in a folder, and what reads one of these: a
 * listing for a day that it is told, others know their own.
 */
export const IMPORT_SOURCES = {
  arxiv: { endings: [".xml", ".atom"], harvest: harvestArxiv },
  "hugging-face": { endings: [".json"], harvest: (source: SourceFile) => harvestHuggingFace(source) },
  bibtex: { endings: [".bib", ".bibtex"], harvest: harvestBibtex },
  listing: { endings: [".txt"], harvest: harvestListing },
  jsonl: { endings: [".jsonl", ".ndjson"], harvest: harvestJsonl },
} as const satisfies {
  [name: string]: { endings: string[]; harvest: (source: SourceFile, day: string) => Harvest | Promise<Harvest> };
};

/** The name of a source. */
export type ImportSource = keyof typeof IMPORT_SOURCES;
