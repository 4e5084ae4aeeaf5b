/**
 * Papers laid out for comparing: each as its TF-IDF vector, in an inverted index, and as a point in the directions of
 * meaning. The likeness of two papers is the mean of the two cosines.
 */
import type { TermRow } from "../papers/terms.ts";
import { createCandidateFinder, type Effort, USUAL_EFFORT } from "./candidates.ts";
import { type Model, weighRows } from "./model.ts";
import type { SparseMatrix } from "./sparse.ts";

/** More than all that adding and rounding may change in a likeness. */
const ROUNDING = 1e-5;

/** A paper like another. */
export interface NearestPaper {
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
) => NearestPaper[];

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
  const findCandidates = createCandidateFinder(vectors, stemCount, from, effort);
  const own = new Float32Array(stemCount);
  return (position, end, count) => {
    spread(vectors, position, own);
    const neighbours: NearestPaper[] = [];
    const { places, scores, rest } = findCandidates(position, end);
    for (let index = 0; index < places.length && count > 0; index += 1) {
      const candidate = places[index] as number;
      if (candidate === position || isLeftOut(candidate, position)) continue;
      const meaning = multiplyPoints(position, candidate);
      // Those that cannot come in even with all that was not read are not compared in full: most of them.
      const least = neighbours.length < count ? 0 : (neighbours[count - 1] as NearestPaper).score;
      if (((scores[index] as number) + rest + meaning) / 2 < least - ROUNDING) continue;
      const score = Math.round(((multiplyRow(vectors, candidate, own) + meaning) / 2) * 1e6) / 1e6;
      if (score > 0) insert(neighbours, { position: candidate, score: Math.min(1, score) }, count);
    }
    clear(vectors, position, own);
    return neighbours;
  };
}

/** Puts a neighbour into its place among the most alike, of which `count` are kept. */
function insert(neighbours: NearestPaper[], neighbour: NearestPaper, count: number): void {
  const { position, score } = neighbour;
  let place = neighbours.length;
  while (place > 0) {
    const before = neighbours[place - 1] as NearestPaper;
    if (before.score > score || (before.score === score && before.position < position)) break;
    place -= 1;
  }
  if (place === count) return;
  neighbours.splice(place, 0, neighbour);
  if (neighbours.length > count) neighbours.pop();
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

/** The product of a row with a list by stem; four sums that do not wait for each other. */
function multiplyRow({ starts, indices, values }: SparseMatrix, row: number, list: Float32Array): number {
  const end = starts[row + 1] as number;
  let [a, b, c, d] = [0, 0, 0, 0];
  let entry = starts[row] as number;
  for (; entry + 3 < end; entry += 4) {
    a += (values[entry] as number) * (list[indices[entry] as number] as number);
    b += (values[entry + 1] as number) * (list[indices[entry + 1] as number] as number);
    c += (values[entry + 2] as number) * (list[indices[entry + 2] as number] as number);
    d += (values[entry + 3] as number) * (list[indices[entry + 3] as number] as number);
  }
  for (; entry < end; entry += 1) a += (values[entry] as number) * (list[indices[entry] as number] as number);
  return a + b + (c + d);
}
