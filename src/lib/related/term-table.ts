/** The terms of many papers as numbers: some 1.5 kB a paper, where objects would take ten times as much. */
import { createTermCounter } from "../papers/terms.ts";

/** The terms of one paper, each once, in the order in which they first stand there; three lists of one length. */
export interface TermRow {
  /** Numbers of the stems. */
  stems: Int32Array;
  /** How often each stands in the paper, at least 1. */
  counts: Int32Array;
  /** Numbers of the forms in which the paper writes them. */
  surfaces: Int32Array;
}

/** The terms of many papers. */
export interface TermTable {
  /** One row for each paper, in the order in which they were given. */
  rows: TermRow[];
  /** Stems by number; numbers are given in the order of first appearance, so later papers change none. */
  stems: string[];
  /** Forms by number. */
  surfaces: string[];
}

/**
 * Counts the terms of papers. A title is counted twice: it says what a paper is about, and on two public collections
 * its words deserve the weight.
 */
export function makeTermTable(papers: Iterable<{ title: string; text: string }>): TermTable {
  const countTerms = createTermCounter();
  const stems = createNumbering();
  const surfaces = createNumbering();
  const rows: TermRow[] = [];
  for (const { title, text } of papers) {
    const uses = countTerms(`${title}\n${title}`, text);
    rows.push({
      stems: Int32Array.from(uses, ({ stem }) => stems.number(stem)),
      counts: Int32Array.from(uses, ({ count }) => count),
      surfaces: Int32Array.from(uses, ({ surface }) => surfaces.number(surface)),
    });
  }
  return { rows, stems: stems.names, surfaces: surfaces.names };
}

/** Numbers for names, from 0 on. */
function createNumbering(): { names: string[]; number: (name: string) => number } {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    number: (name) => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
  };
}
