/**
 * Papers laid out for comparing: each as its TF-IDF vector, in an inverted index, and as a point in the directions of
 * meaning. The likeness of two papers is the mean of the two cosines.
 */

import type { TermRow } from "../papers/terms.ts";
import { type Model, weighRows } from "./model.ts";
import { selectHighest } from "./selection.ts";
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

/** What may be set otherwise than usual. */
export interface SpaceOptions {
  /** The first position that will be asked for; papers before it are only found. 0 unless told. */
  from?: number;
  /** How much is done for each. */
  effort?: Effort;
}

/**
 * Lays papers out.
 * @param rows papers by position
 * @param stemCount numbers of stems that occur in the rows are below this
 * @param isLeftOut which papers are not to be found for another, both by position
 */
export function makeSpace(
  rows: readonly TermRow[],
  stemCount: number,
  model: Model,
  isLeftOut: (candidate: number, position: number) => boolean,
  { from = 0, effort = USUAL_EFFORT }: SpaceOptions = {},
): FindNeighbours {
  const vectors = weighRows(rows, model);
  const multiplyPoints = layPoints(vectors, model);
  const findCandidates = invert(vectors, stemCount, from, effort);
  const own = new Float32Array(stemCount);
  return (position, end, count) => {
    spread(vectors, position, own);
    const neighbours: Neighbour[] = [];
    for (const candidate of findCandidates(position, end)) {
      if (candidate === position || isLeftOut(candidate, position)) continue;
      const meaning = multiplyPoints(position, candidate);
      const score = Math.round(((multiplyRow(vectors, candidate, own) + meaning) / 2) * 1e6) / 1e6;
      if (score > 0) neighbours.push({ position: candidate, score: Math.min(1, score) });
    }
    clear(vectors, position, own);
    return neighbours.sort((a, b) => b.score - a.score || a.position - b.position).slice(0, count);
  };
}

/**
 * Gives the product of two rows' points: of length 1 in the directions of meaning, all 0 for a row that no direction
 * touches. A point is laid when it is first needed.
 */
function layPoints(vectors: SparseMatrix, model: Model): (a: number, b: number) => number {
  const { width } = model;
  const points = new Float32Array(vectors.rows * width);
  const isLaid = new Uint8Array(vectors.rows);
  const sum = new Float64Array(width);
  const lay = (row: number): void => {
    isLaid[row] = 1;
    sum.fill(0);
    projectRow(vectors, row, model, sum);
    let squares = 0;
    for (let place = 0; place < width; place += 1) squares += (sum[place] as number) * (sum[place] as number);
    const length = squares === 0 ? 1 : Math.sqrt(squares);
    for (let place = 0; place < width; place += 1) points[row * width + place] = (sum[place] as number) / length;
  };
  return (a, b) => {
    if (isLaid[a] === 0) lay(a);
    if (isLaid[b] === 0) lay(b);
    let product = 0;
    for (let first = a * width, second = b * width; first < (a + 1) * width; first += 1, second += 1) {
      product += (points[first] as number) * (points[second] as number);
    }
    return product;
  };
}

/** Adds the parts of a row's stems in the directions, in the order of the stems; two at a time spare memory traffic. */
function projectRow(
  vectors: SparseMatrix,
  row: number,
  { width, offsets, directions }: Model,
  sum: Float64Array,
): void {
  const end = vectors.starts[row + 1] as number;
  let waiting = -1;
  let held = 0;
  for (let entry = vectors.starts[row] as number; entry < end; entry += 1) {
    const offset = offsets[vectors.indices[entry] as number] ?? -1;
    if (offset < 0) continue;
    const value = vectors.values[entry] as number;
    if (waiting < 0) {
      waiting = offset;
      held = value;
      continue;
    }
    for (let place = 0; place < width; place += 1) {
      sum[place] =
        (sum[place] as number) +
        held * (directions[waiting + place] as number) +
        value * (directions[offset + place] as number);
    }
    waiting = -1;
  }
  for (let place = 0; waiting >= 0 && place < width; place += 1) {
    sum[place] = (sum[place] as number) + held * (directions[waiting + place] as number);
  }
}

/**
 * Makes the inverted index, for each stem the rows that have it, and finds in it the papers before `end` that share the
 * heaviest terms with one.
 */
function invert(
  vectors: SparseMatrix,
  stemCount: number,
  from: number,
  { candidates, reads }: Effort,
): (position: number, end: number) => Int32Array {
  const isAsked = new Uint8Array(stemCount);
  for (let entry = vectors.starts[from] ?? 0; entry < vectors.indices.length; entry += 1) {
    isAsked[vectors.indices[entry] as number] = 1;
  }
  const { starts, indices: positions, values: weights } = transpose({ ...vectors, columns: stemCount }, isAsked);
  /** For each stem where the rows before the end that was asked last stop; ends mostly grow. */
  const stops = starts.slice(0, stemCount);
  // All scores are 0 before and after.
  const scores = new Float64Array(vectors.rows);
  const touched = new Int32Array(vectors.rows);
  const findStop = (stem: number, end: number): number => {
    const [first, last] = [starts[stem] as number, starts[stem + 1] as number];
    let stop = stops[stem] as number;
    while (stop < last && (positions[stop] as number) < end) stop += 1;
    while (stop > first && (positions[stop - 1] as number) >= end) stop -= 1;
    stops[stem] = stop;
    return stop;
  };
  return (position, end) => {
    let count = 0;
    let left = reads;
    for (const entry of sortByWeight(vectors, position)) {
      const stem = vectors.indices[entry] as number;
      const value = vectors.values[entry] as number;
      const start = starts[stem] as number;
      const stop = findStop(stem, end);
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
  };
}

/** Entries of a row, the heaviest first. */
function sortByWeight({ starts, values }: SparseMatrix, row: number): number[] {
  const start = starts[row] as number;
  const entries = Array.from({ length: (starts[row + 1] as number) - start }, (_, index) => start + index);
  return entries.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}

/** Writes a row into a list by stem. */
function spread({ starts, indices, values }: SparseMatrix, row: number, list: Float32Array): void {
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
    list[indices[entry] as number] = values[entry] as number;
  }
}

function clear({ starts, indices }: SparseMatrix, row: number, list: Float32Array): void {
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
    list[indices[entry] as number] = 0;
  }
}

function multiplyRow({ starts, indices, values }: SparseMatrix, row: number, list: Float32Array): number {
  let sum = 0;
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
    sum += (values[entry] as number) * (list[indices[entry] as number] as number);
  }
  return sum;
}
