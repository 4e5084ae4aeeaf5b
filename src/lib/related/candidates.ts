/** Papers that may be like one, from an inverted index with a bound on what is read of it. */
import { type Selection, selectHighest } from "./selection.ts";
import { type SparseMatrix, transpose } from "./sparse.ts";

/** How many papers are compared in full, and how much is read to find them. */
export interface Effort {
  /** Papers with the highest TF-IDF product over the terms that were read. */
  candidates: number;
  /** Entries of the inverted index read for one paper at most; the terms that would pass it are skipped. */
  reads: number;
}

/**
 * Enough that more finds nothing better on the collections measured, and little enough that work grows with the papers,
 * not with their pairs.
 */
export const USUAL_EFFORT: Effort = { candidates: 200, reads: 60_000 };

/** Papers that may be like one: their positions, with the TF-IDF product over the terms that were read. */
export interface Candidates extends Selection {
  /** The terms that were not read add no more than this to a product. */
  rest: number;
}

/** Finds the papers before `end` that share the heaviest terms with the one at `position`. */
export type FindCandidates = (position: number, end: number) => Candidates;

/**
 * Makes the inverted index: for each stem the rows that have it.
 * @param vectors papers by position
 * @param stemCount numbers of stems that occur in the rows are below this
 * @param from the first position that will be asked for; only stems that occur from there on are looked up
 */
export function createCandidateFinder(
  vectors: SparseMatrix,
  stemCount: number,
  from: number,
  { candidates, reads }: Effort,
): FindCandidates {
  const isAsked = new Uint8Array(stemCount);
  for (let entry = vectors.starts[from] ?? 0; entry < vectors.indices.length; entry += 1) {
    isAsked[vectors.indices[entry] as number] = 1;
  }
  const index = transpose({ ...vectors, columns: stemCount }, isAsked);
  const findStop = createStopFinder(index);
  // Adding without asking whether a paper is met for the first time, and looking at all papers once afterwards, costs
  // less than keeping a list of those met.
  const scores = new Float64Array(vectors.rows);
  return (position, end) => {
    scores.fill(0, 0, end);
    let left = reads;
    let skipped = 0;
    for (const entry of sortByWeight(vectors, position)) {
      const stem = vectors.indices[entry] as number;
      const value = vectors.values[entry] as number;
      const start = index.starts[stem] as number;
      const stop = findStop(stem, end);
      if (stop - start > left) {
        skipped += value * value;
        continue;
      }
      left -= stop - start;
      addProducts(scores, index, start, stop, value);
    }
    // No vector is longer than 1, so none has more in common with the terms skipped than their own length.
    return { ...selectHighest(scores, end, candidates), rest: Math.sqrt(skipped) };
  };
}

/** Adds the products of a weight with those of the rows from `start` up to `stop`. A function of its own is compiled as such. */
function addProducts(
  scores: Float64Array,
  { indices, values }: SparseMatrix,
  start: number,
  stop: number,
  weight: number,
): void {
  for (let place = start; place < stop; place += 1) {
    const row = indices[place] as number;
    scores[row] = (scores[row] as number) + weight * (values[place] as number);
  }
}

/** Finds where the rows of a stem that are before `end` stop. It begins where it found the last end, for ends mostly grow. */
function createStopFinder({ rows, starts, indices }: SparseMatrix): (stem: number, end: number) => number {
  const stops = starts.slice(0, rows);
  return (stem, end) => {
    const first = starts[stem] as number;
    const last = starts[stem + 1] as number;
    let stop = stops[stem] as number;
    while (stop < last && (indices[stop] as number) < end) stop += 1;
    while (stop > first && (indices[stop - 1] as number) >= end) stop -= 1;
    stops[stem] = stop;
    return stop;
  };
}

/** Entries of a row, the heaviest first. */
function sortByWeight({ starts, values }: SparseMatrix, row: number): number[] {
  const start = starts[row] as number;
  const entries = Array.from({ length: (starts[row + 1] as number) - start }, (_, index) => start + index);
  return entries.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}
