/** The terms of many papers as numbers: some 1.5 kB a paper, where objects would take ten times as much. */
import { createTermCounter, type TermCounter, type TermRow } from "../papers/terms.ts";

/** The terms of many papers. */
export interface TermTable {
  /** One row for each paper, in the order in which they were given. */
  rows: TermRow[];
  /** Stems by number; numbers are given in the order of first appearance, so later papers change none. */
  stems: string[];
  /** Forms by number. */
  surfaces: string[];
}

/** What of a paper is counted. */
export interface TitledText {
  /** Its title. */
  readonly title: string;
  /** What else is known in words. */
  readonly text: string;
}

/**
 * Counts the terms of a paper. A title is counted twice: it says what a paper is about, and on two public collections
 * its words deserve the weight.
 */
export function countPaperTerms({ countTerms }: TermCounter, { title, text }: TitledText): TermRow {
  return countTerms(`${title}\n${title}`, text);
}

/** Counts the terms of papers. */
export function makeTermTable(papers: Iterable<TitledText>): TermTable {
  const counter = createTermCounter();
  const rows: TermRow[] = [];
  for (const paper of papers) rows.push(countPaperTerms(counter, paper));
  return { rows, stems: counter.stems, surfaces: counter.surfaces };
}
