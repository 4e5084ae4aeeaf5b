/**
 * What is learnt from many papers to compare any two: how much a term weighs (TF-IDF), and which terms go together
 * (latent semantic analysis: Deerwester and others, "Indexing by Latent Semantic Analysis", JASIS 41, 1990).
 */
import type { TermRow } from "../papers/terms.ts";
import { takeLogarithm } from "./logarithm.ts";
import type { SparseMatrix } from "./sparse.ts";
import { computeTruncatedSvd } from "./svd.ts";

/** Directions of meaning; a small collection has room for fewer, or each paper would be a meaning of its own. */
const WIDTH = 64;
const LEAST_WIDTH = 4;
const PAPERS_EACH = 10;
/** Papers that the directions are fitted on at most; of more, every second, third … one serves, which bounds the work. */
const MOST_FITTED = 2500;
/** Any number would do; it must only stay the same. */
const SEED = 20110601;

/** What was learnt of words that go together. */
export type Directions = Pick<Model, "width" | "offsets" | "directions">;

/** What was learnt. Stems are numbers as in the table of terms; stems that were met later weigh `unseen`. */
export interface Model {
  /** Weight of each stem, `1 + ln((1 + papers) / (1 + frequency))`; 0 for one that is left out. */
  weights: Float64Array;
  /** Weight of a stem beyond those: of one that no paper had. */
  unseen: number;
  /** Papers that have each stem, among those learnt from. */
  frequency: Int32Array;
  /** How many papers it was learnt from. */
  papers: number;
  /** Number of directions. */
  width: number;
  /** For each stem where its part in the directions begins, in `directions`; -1 for one that has none. */
  offsets: Int32Array;
  /** Parts of stems in the directions. */
  directions: Float32Array;
}

/** Counts in how many rows each stem stands. */
function countFrequency(rows: readonly TermRow[], stemCount: number): Int32Array {
  const frequency = new Int32Array(stemCount);
  for (const { stems } of rows) {
    for (let place = 0; place < stems.length; place += 1) {
      const stem = stems[place] as number;
      frequency[stem] = (frequency[stem] as number) + 1;
    }
  }
  return frequency;
}

/**
 * Learns from papers: weights by the usual smoothed IDF (Manning, Raghavan, Schütze, Introduction to Information
 * Retrieval, 6.4), and as directions the strongest right singular vectors of the matrix of the papers' TF-IDF vectors.
 * @param isClosed Whether only these papers will be compared: a term that one alone has then relates it to none, and is left out.
 * @param known the directions, where they were found earlier from the same papers
 */
export function fitModel(rows: readonly TermRow[], stemCount: number, isClosed: boolean, known?: Directions): Model {
  const frequency = countFrequency(rows, stemCount);
  const weights = Float64Array.from(frequency, (inPapers) =>
    isClosed && inPapers < 2 ? 0 : 1 + takeLogarithm((1 + rows.length) / (1 + inPapers)),
  );
  const model: Model = {
    weights,
    unseen: isClosed ? 0 : 1 + takeLogarithm(1 + rows.length),
    frequency,
    papers: rows.length,
    width: 0,
    offsets: new Int32Array(0),
    directions: new Float32Array(0),
  };
  return { ...model, ...(known ?? findDirections(rows, model)) };
}

/** The directions in which the papers differ most, by a sample of them. */
function findDirections(rows: readonly TermRow[], model: Model): Directions {
  const step = Math.ceil(rows.length / MOST_FITTED);
  const sample = rows.filter((_, index) => index % step === 0);
  const width = Math.min(WIDTH, Math.max(LEAST_WIDTH, Math.ceil(sample.length / PAPERS_EACH)));
  const { matrix, columns } = joinTerms(weighRows(sample, model), model.weights.length);
  const basis = computeTruncatedSvd(matrix, width, SEED);
  const offsets = columns.map((column) => (column < 0 ? -1 : column * basis.width));
  return { width: basis.width, offsets, directions: Float32Array.from(basis.vectors) };
}

/** Rows as vectors of length 1, `(1 + ln count) · weight` before that, with a column for each stem; a row without any weight is empty. */
export function weighRows(rows: readonly TermRow[], model: Model): SparseMatrix {
  const most = rows.reduce((sum, { stems }) => sum + stems.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(most);
  const values = new Float32Array(most);
  const logarithms: number[] = [];
  let end = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const { stems, counts } = rows[row] as TermRow;
    const start = end;
    let squares = 0;
    for (let place = 0; place < stems.length; place += 1) {
      const stem = stems[place] as number;
      const count = counts[place] as number;
      const weight = model.weights[stem] ?? model.unseen;
      if (weight === 0) continue;
      const logarithm = logarithms[count] ?? takeLogarithm(count);
      logarithms[count] = logarithm;
      const value = (1 + logarithm) * weight;
      indices[end] = stem;
      values[end] = value;
      squares += value * value;
      end += 1;
    }
    const length = Math.sqrt(squares);
    for (let place = start; place < end; place += 1) values[place] = (values[place] as number) / length;
    starts[row + 1] = end;
  }
  const columns = model.weights.length;
  return { rows: rows.length, columns, starts, indices: indices.subarray(0, end), values: values.subarray(0, end) };
}

/** The matrix without the columns that have fewer than two entries, and for each old column its new one or -1. */
function joinTerms(matrix: SparseMatrix, stemCount: number): { matrix: SparseMatrix; columns: Int32Array } {
  const uses = new Int32Array(stemCount);
  for (let entry = 0; entry < matrix.indices.length; entry += 1) {
    const stem = matrix.indices[entry] as number;
    uses[stem] = (uses[stem] as number) + 1;
  }
  const columns = new Int32Array(stemCount).fill(-1);
  const starts = new Int32Array(matrix.rows + 1);
  const indices = new Int32Array(matrix.indices.length);
  const values = new Float32Array(matrix.indices.length);
  let end = 0;
  let width = 0;
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let entry = matrix.starts[row] as number; entry < (matrix.starts[row + 1] as number); entry += 1) {
      const stem = matrix.indices[entry] as number;
      if ((uses[stem] as number) < 2) continue;
      if (columns[stem] === -1) {
        columns[stem] = width;
        width += 1;
      }
      indices[end] = columns[stem] as number;
      values[end] = matrix.values[entry] as number;
      end += 1;
    }
    starts[row + 1] = end;
  }
  const kept = { indices: indices.subarray(0, end), values: values.subarray(0, end) };
  return { matrix: { rows: matrix.rows, columns: width, starts, ...kept }, columns };
}
