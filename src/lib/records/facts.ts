/** What a source says of papers, before it is merged into records: the language between importers and archive. */
import type { DaySummary } from "../content/day.ts";
import type { PaperRecord } from "../content/record.ts";
import type { Withdrawal } from "../content/withdrawal.ts";
import type { Problem } from "../errors.ts";

/** Sources by the names that records bear, the best first; which facts each owns stands in ownership.ts. */
export const SOURCES = {
  arxiv: "arXiv",
  huggingFace: "Hugging Face",
  bibtex: "BibTeX",
} as const;

/** The facts of one paper as one source gives them. What the source does not say is absent. */
export interface Facts extends Partial<Omit<PaperRecord, "id" | "title" | "withdrawn" | "sources">> {
  /** The paper's id, where the source gives one. An entry without it is matched by title and author, or gets one that is made of them. */
  id?: string;
  /** Title, cleaned as lib/latex/clean.ts has it. */
  title: string;
  /** What the source says of its withdrawal; false when it would say and does not, absent when it never does. */
  withdrawn?: Withdrawal | false;
  /** Sources of these facts, most often one, each with the day it was read. */
  sources: PaperRecord["sources"];
  /** Where the entry stands, for reports: the file, its line if known, and as field what the entry is called there. */
  place: SourcePlace;
}

/** Where an entry stands; it is called `[3].paper`, say, or `entry 12`. */
export type SourcePlace = Pick<Problem, "file" | "line"> & Required<Pick<Problem, "field">>;

/** Everything that an importer read from one file. */
export interface Harvest {
  /** What could be read, in the order of the file. */
  facts: Facts[];
  /** Entries, or whole files, that could not be read; `field` names the entry. */
  refused: Problem[];
  /** What a curator should know of though nothing was refused. */
  notices: Problem[];
  /** Days whose lists the file holds. `taken` counts the facts above, `refused` the entries that could not be read. */
  days: DaySummary[];
}

/** A harvest that holds this and nothing else. */
export function completeHarvest(parts: Partial<Harvest>): Harvest {
  return { facts: [], refused: [], notices: [], days: [], ...parts };
}

/** A file to import. */
export interface SourceFile {
  /** How problems name it; `standard input` for text that was piped in. */
  file: string;
  /** Its text. */
  text: string;
  /** Day it was read at its source, for sources that do not say so themselves; YYYY-MM-DD. */
  retrieved: string;
}
