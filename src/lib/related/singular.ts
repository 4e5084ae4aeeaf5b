/**
 * The strongest right singular vectors of a sparse matrix, by the randomised method of Halko, Martinsson and Tropp,
 * "Finding Structure with Randomness" (SIAM Review 53, 2011, algorithms 4.4 and 5.1): a few random directions are
 * drawn, turned towards the strong ones by multiplying with the matrix, and the small problem in their span is solved
 * exactly. Deterministic: the directions come from a seed, and only + - * / and the square root are used, each in a
 * fixed order and in double precision, which IEEE 754 defines to the last bit.
 */
import { decomposeSymmetric } from "./eigen.ts";

/** Directions drawn beyond those asked for (the paper advises 5 to 10), and rounds of multiplying. */
const EXTRA = 8;
const ROUNDS = 3;
/** An eigenvalue of a Gram matrix below this share of the greatest one is rounding only. */
const RANK_LIMIT = 1e-12;

/** A sparse matrix, row after row. */
export interface SparseMatrix {
  /** Number of rows. */
  rows: number;
  /** Number of columns. */
  columns: number;
  /** Where each row begins in `indices` and `values`; one more for the end of the last. */
  starts: Int32Array;
  /** Columns of the entries. */
  indices: Int32Array;
  /** The entries. */
  values: Float32Array;
}

/** Directions in the space of the columns. */
export interface Basis {
  /** How many directions there are: as many as asked for, or the rank of the matrix if that is less. */
  width: number;
  /** For each column of the matrix its part in every direction: `columns · width` numbers. Directions are orthonormal. */
  vectors: Float64Array;
  /** How strong each direction is: the singular values, the greatest first. */
  strengths: Float64Array;
}

/**
 * The `width` strongest right singular vectors.
 * @param seed a whole number; the same one gives the same basis
 */
export function findBasis(matrix: SparseMatrix, width: number, seed: number): Basis {
  const drawn = Math.min(width + EXTRA, matrix.rows, matrix.columns);
  let span = { width: drawn, vectors: drawDirections(matrix.columns * drawn, seed) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const images = multiply(matrix, span.vectors, span.width);
    const turned = multiplyTransposed(matrix, images, span.width);
    span = orthonormalize(turned, span.width);
  }
  const images = multiply(matrix, span.vectors, span.width);
  const { values, vectors } = decomposeSymmetric(makeGram(images, span.width), span.width);
  const kept = Math.min(width, span.width);
  return {
    width: kept,
    vectors: combine(span.vectors, span.width, vectors, kept),
    strengths: Float64Array.from(values.subarray(0, kept), Math.sqrt),
  };
}

/** Numbers spread evenly over -1 to 1: mulberry32 by Tommy Ettinger. Any spread with mean 0 will do here. */
function drawDirections(count: number, seed: number): Float64Array {
  const numbers = new Float64Array(count);
  let state = seed | 0;
  for (let index = 0; index < count; index += 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    numbers[index] = ((mixed ^ (mixed >>> 14)) >>> 0) / 2_147_483_648 - 1;
  }
  return numbers;
}

/** `matrix · block`, where the block has `width` numbers for each column. */
function multiply(matrix: SparseMatrix, block: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.rows * width);
  for (let row = 0; row < matrix.rows; row += 1) projectRow(matrix, row, block, width, product, row * width);
  return product;
}

/**
 * Adds the product of one row of the matrix and a block to `target`, from `offset` on.
 * @param block `width` numbers for each column of the matrix
 */
export function projectRow(
  matrix: SparseMatrix,
  row: number,
  block: Float64Array,
  width: number,
  target: Float64Array,
  offset: number,
): void {
  const end = matrix.starts[row + 1] as number;
  for (let entry = matrix.starts[row] as number; entry < end; entry += 1) {
    const value = matrix.values[entry] as number;
    const from = (matrix.indices[entry] as number) * width;
    for (let place = 0; place < width; place += 1) {
      target[offset + place] = (target[offset + place] as number) + value * (block[from + place] as number);
    }
  }
}

/** `matrixᵀ · block`, where the block has `width` numbers for each row. */
function multiplyTransposed(matrix: SparseMatrix, block: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.columns * width);
  for (let row = 0; row < matrix.rows; row += 1) {
    const from = row * width;
    const end = matrix.starts[row + 1] as number;
    for (let entry = matrix.starts[row] as number; entry < end; entry += 1) {
      const value = matrix.values[entry] as number;
      const to = (matrix.indices[entry] as number) * width;
      for (let place = 0; place < width; place += 1) {
        product[to + place] = (product[to + place] as number) + value * (block[from + place] as number);
      }
    }
  }
  return product;
}

/** `blockᵀ · block`: `width · width` numbers. */
function makeGram(block: Float64Array, width: number): Float64Array {
  const gram = new Float64Array(width * width);
  for (let start = 0; start < block.length; start += width) {
    for (let row = 0; row < width; row += 1) {
      const value = block[start + row] as number;
      if (value === 0) continue;
      for (let column = row; column < width; column += 1) {
        gram[row * width + column] = (gram[row * width + column] as number) + value * (block[start + column] as number);
      }
    }
  }
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < row; column += 1) gram[row * width + column] = gram[column * width + row] as number;
  }
  return gram;
}

/** An orthonormal block with the same span; narrower where the rank is less than the width. */
function orthonormalize(block: Float64Array, width: number): { width: number; vectors: Float64Array } {
  const { values, vectors } = decomposeSymmetric(makeGram(block, width), width);
  const kept = countAbove(values);
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < kept; column += 1) {
      vectors[row * width + column] = (vectors[row * width + column] as number) / Math.sqrt(values[column] as number);
    }
  }
  return { width: kept, vectors: combine(block, width, vectors, kept) };
}

/** How many of the sorted eigenvalues are more than rounding. */
function countAbove(values: Float64Array): number {
  const limit = (values[0] ?? 0) * RANK_LIMIT;
  return values.filter((value) => value > limit).length;
}

/** `block · mix`, of which the first `kept` columns: `width` numbers in a row become `kept`. */
function combine(block: Float64Array, width: number, mix: Float64Array, kept: number): Float64Array {
  const rows = width === 0 ? 0 : block.length / width;
  const combined = new Float64Array(rows * kept);
  for (let row = 0; row < rows; row += 1) {
    for (let from = 0; from < width; from += 1) {
      const value = block[row * width + from] as number;
      if (value === 0) continue;
      for (let to = 0; to < kept; to += 1) {
        combined[row * kept + to] = (combined[row * kept + to] as number) + value * (mix[from * width + to] as number);
      }
    }
  }
  return combined;
}
