/**
 * Papers laid out for comparing: each as its TF-IDF vector, in an inverted index, and as a point in the directions of
 * meaning. The likeness of two papers is the mean of the two cosines.
 */
import { type Model, weighRows } from "./model.ts";
import { selectHighest } from "./selection.ts";
import type { SparseMatrix } from "./singular.ts";
import type { TermRow } from "./term-table.ts";

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

/** A paper like another. */
export interface Neighbour {
  /** Its position. */
  position: number;
  /** Mean of the two cosines, above 0 up to 1, to six decimals, so that the last bit of a sum decides no order. */
  score: number;
}

/** Finds the papers most like one of them, most alike first, of equal ones the first. */
export type FindNeighbours = (
  /** The paper that is asked for. */
  position: number,
  /** Only papers before this position are looked at. */
  end: number,
  /** Most that are returned. */
  count: number,
) => Neighbour[];

/** For each stem the rows that have it, ascending, with the weights at the same places. */
interface Postings {
  starts: Int32Array;
  positions: Int32Array;
  weights: Float32Array;
}

/**
 * Lays papers out.
 * @param rows papers by position
 * @param stemCount numbers of stems that occur in the rows are below this
 * @param isLeftOut which papers are never found, by position
 */
export function makeSpace(
  rows: readonly TermRow[],
  stemCount: number,
  model: Model,
  isLeftOut: (position: number) => boolean,
  effort: Effort = USUAL_EFFORT,
): FindNeighbours {
  const vectors = weighRows(rows, model);
  const points = placeRows(vectors, model);
  const postings = invert(vectors, stemCount);
  const scores = new Float64Array(rows.length);
  const touched = new Int32Array(rows.length);
  const own = new Float64Array(stemCount);
  return (position, end, count) => {
    spread(vectors, position, own);
    const candidates = findCandidates(vectors, postings, position, end, { scores, touched, ...effort });
    const neighbours: Neighbour[] = [];
    for (const candidate of candidates) {
      if (candidate === position || isLeftOut(candidate)) continue;
      const meaning = multiplyPoints(points, model.width, position, candidate);
      const score = Math.round(((multiplyRow(vectors, candidate, own) + meaning) / 2) * 1e6) / 1e6;
      if (score > 0) neighbours.push({ position: candidate, score: Math.min(1, score) });
    }
    clear(vectors, position, own);
    return neighbours.sort((a, b) => b.score - a.score || a.position - b.position).slice(0, count);
  };
}

/** Points of length 1 in the directions of meaning, row after row; all 0 for a row that no direction touches. */
function placeRows(vectors: SparseMatrix, { width, offsets, directions }: Model): Float32Array {
  const points = new Float32Array(vectors.rows * width);
  const sum = new Float64Array(width);
  for (let row = 0; row < vectors.rows; row += 1) {
    sum.fill(0);
    for (let entry = vectors.starts[row] as number; entry < (vectors.starts[row + 1] as number); entry += 1) {
      const offset = offsets[vectors.indices[entry] as number] ?? -1;
      if (offset < 0) continue;
      const value = vectors.values[entry] as number;
      for (let place = 0; place < width; place += 1) {
        sum[place] = (sum[place] as number) + value * (directions[offset + place] as number);
      }
    }
    let squares = 0;
    for (const part of sum) squares += part * part;
    const length = squares === 0 ? 1 : Math.sqrt(squares);
    for (let place = 0; place < width; place += 1) points[row * width + place] = (sum[place] as number) / length;
  }
  return points;
}

function invert(vectors: SparseMatrix, stemCount: number): Postings {
  const starts = new Int32Array(stemCount + 1);
  for (const stem of vectors.indices) starts[stem + 1] = (starts[stem + 1] as number) + 1;
  for (let stem = 0; stem < stemCount; stem += 1)
    starts[stem + 1] = (starts[stem + 1] as number) + (starts[stem] as number);
  const next = starts.slice();
  const positions = new Int32Array(vectors.indices.length);
  const weights = new Float32Array(vectors.indices.length);
  for (let row = 0; row < vectors.rows; row += 1) {
    for (let entry = vectors.starts[row] as number; entry < (vectors.starts[row + 1] as number); entry += 1) {
      const stem = vectors.indices[entry] as number;
      const place = next[stem] as number;
      next[stem] = place + 1;
      positions[place] = row;
      weights[place] = vectors.values[entry] as number;
    }
  }
  return { starts, positions, weights };
}

/** The papers before `end` that share the heaviest terms. All scores are 0 before and after. */
function findCandidates(
  vectors: SparseMatrix,
  { starts, positions, weights }: Postings,
  position: number,
  end: number,
  { scores, touched, candidates, reads }: Effort & { scores: Float64Array; touched: Int32Array },
): Int32Array {
  let count = 0;
  let left = reads;
  for (const entry of sortByWeight(vectors, position)) {
    const stem = vectors.indices[entry] as number;
    const value = vectors.values[entry] as number;
    const start = starts[stem] as number;
    const stop = findPlace(positions, start, starts[stem + 1] as number, end);
    if (stop - start > left) continue;
    left -= stop - start;
    for (let place = start; place < stop; place += 1) {
      const other = positions[place] as number;
      const score = scores[other] as number;
      if (score === 0) {
        touched[count] = other;
        count += 1;
      }
      scores[other] = score + value * (weights[place] as number);
    }
  }
  const highest = selectHighest(touched, count, scores, candidates);
  for (let index = 0; index < count; index += 1) scores[touched[index] as number] = 0;
  return highest;
}

/** Entries of a row, the heaviest first. */
function sortByWeight({ starts, values }: SparseMatrix, row: number): number[] {
  const start = starts[row] as number;
  const entries = Array.from({ length: (starts[row + 1] as number) - start }, (_, index) => start + index);
  return entries.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}

/** The first place from `start` up to `stop` whose position is not below `end`. */
function findPlace(positions: Int32Array, start: number, stop: number, end: number): number {
  let low = start;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writes a row into a list by stem. */
function spread({ starts, indices, values }: SparseMatrix, row: number, list: Float64Array): void {
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
    list[indices[entry] as number] = values[entry] as number;
  }
}

function clear({ starts, indices }: SparseMatrix, row: number, list: Float64Array): void {
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
    list[indices[entry] as number] = 0;
  }
}

function multiplyRow({ starts, indices, values }: SparseMatrix, row: number, list: Float64Array): number {
  let sum = 0;
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
    sum += (values[entry] as number) * (list[indices[entry] as number] as number);
  }
  return sum;
}

function multiplyPoints(points: Float32Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let place = 0; place < width; place += 1) {
    sum += (points[a * width + place] as number) * (points[b * width + place] as number);
  }
  return sum;
}
