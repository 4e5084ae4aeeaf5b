/** The terms of many papers as numbers, for what tests and measurements learn from them. */
import { countPaperTerms, createTermCounter, type TermRow, type TitledText } from "#lib/papers/terms.ts";

/** The terms of many papers. */
export interface TermTable {
  /** One row for each paper, in the order in which they were given. */
  rows: TermRow[];
  /** Stems by number. */
  stems: string[];
  /** Forms by number. */
  surfaces: string[];
}

/** Counts the terms of papers. */
export function makeTermTable(papers: readonly TitledText[]): TermTable {
  const counter = createTermCounter();
  const rows = papers.map((paper) => countPaperTerms(counter, paper));
  return { rows, stems: counter.stems, surfaces: counter.surfaces };
}
