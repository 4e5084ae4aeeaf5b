/** Makes and files the lists of papers. */
import { type Fingerprint, fingerprintData } from "../content/data-fingerprint.ts";
import { type Day, firstDayOf, lastDayOf } from "../dates.ts";
import type { TermCounter, TermRow } from "../papers/terms.ts";
import { createExplainer } from "./explain.ts";
import type { Filing } from "./filing.ts";
import type { Model } from "./model.ts";
import { makeSpace } from "./space.ts";

/** Likeness is filed as a whole number of millionths. */
export const MILLION = 1e6;

/** Papers from the oldest to the newest, with their terms and what is wanted of them. */
export interface DatedPapers {
  /** The papers. */
  papers: readonly { id: string; published?: string; isHidden?: boolean }[];
  /** Fingerprints of the papers' inputs. */
  inputs: readonly Fingerprint[];
  /** Terms of the papers. */
  rows: readonly TermRow[];
  /** Who counted them. */
  counter: TermCounter;
  /** Where lists are filed, from the oldest paper to the newest. */
  filing: Filing;
  /** Most related papers for each. */
  count: number;
  /** How many of a list, from the first on, come with a reason. */
  reasonCount: number;
}

/** Makes and files the lists of the papers from `start` up to `end`, all by one model. */
export function relateStretch(
  { papers, inputs, rows, counter, filing, count, reasonCount }: DatedPapers,
  start: number,
  end: number,
  model: Model,
): void {
  const isHidden = Uint8Array.from(papers, (paper) => (paper.isHidden === true ? 1 : 0));
  // Of a month or a year only what lies wholly behind another is newer for sure.
  const starts = papers.map(({ published }) => (published === undefined ? "" : firstDayOf(published)));
  const ends = papers.map(({ published }) => (published === undefined ? "" : lastDayOf(published)));
  const isNewer = (start: Day | "" = "", end: Day | "" = ""): boolean => end !== "" && start > end;
  const isLeftOut = (candidate: number, position: number): boolean =>
    isHidden[candidate] === 1 || isNewer(starts[candidate], ends[position]);
  const findNeighbours = makeSpace(rows.slice(0, end), counter.stems.length, model, isLeftOut, { from: start });
  const explainRelation = createExplainer(model, counter);
  for (let position = start; position < end; position += 1) {
    const row = rows[position] as TermRow;
    const found = findNeighbours(position, position, count);
    const reasons = found.slice(0, reasonCount);
    const words = reasons.map((other) => explainRelation(row, rows[other.position] as TermRow));
    const positions = found.map((neighbour) => neighbour.position);
    const scores = found.map(({ score }) => Math.round(score * MILLION));
    const ids = positions.map((other) => papers[other]?.id ?? "");
    const list = fingerprintData([ids, scores, words]);
    filing.add({ input: inputs[position] as Fingerprint, row, positions, scores, words, list }, counter.stems);
  }
}
