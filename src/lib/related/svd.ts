/**
 * Truncated singular value decomposition (SVD): the strongest right singular vectors of a sparse matrix, by the randomised method of Halko, Martinsson and Tropp,
 * "Finding Structure with Randomness" (SIAM Review 53, 2011, algorithms 4.4 and 5.1): a few random directions are
 * drawn, turned towards the strong ones by multiplying with the matrix, and the small problem in their span is solved
 * exactly. Deterministic: the directions come from a seed, and only + - * / and the square root are used, each in a
 * fixed order and in double precision, which IEEE 754 defines to the last bit.
 */
import { makeRandom } from "../random.ts";
import { decomposeSymmetric } from "./eigen.ts";
import { multiply, type SparseMatrix, transpose } from "./sparse.ts";

/** Directions drawn beyond those asked for (the paper advises 5 to 10), and rounds of multiplying. */
const EXTRA = 8;
const ROUNDS = 2;
/** An eigenvalue of a Gram matrix below this share of the greatest one is rounding only. */
const RANK_LIMIT = 1e-12;

/** Directions in the space of the columns. */
export interface TruncatedSvd {
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
export function computeTruncatedSvd(matrix: SparseMatrix, width: number, seed: number): TruncatedSvd {
  const drawn = Math.min(width + EXTRA, matrix.rows, matrix.columns);
  const turned = transpose(matrix);
  // All but the last step is orthonormalised on the side of the rows, of which there are far fewer than columns.
  let span = orthonormalize(multiply(matrix, drawDirections(matrix.columns * drawn, seed), drawn), drawn);
  for (let round = 0; round < ROUNDS; round += 1) {
    const images = multiply(turned, span.vectors, span.width);
    span = orthonormalize(multiply(matrix, images, span.width), span.width);
  }
  return orthonormalize(multiply(turned, span.vectors, span.width), span.width, width);
}

/** Numbers spread evenly over -1 to 1. Any spread with mean 0 will do here. */
function drawDirections(count: number, seed: number): Float64Array {
  const random = makeRandom(seed);
  return new Float64Array(count).map(() => 2 * random() - 1);
}

/** `blockᵀ · block`: `width · width` numbers. */
function makeGram(block: Float64Array, width: number): Float64Array {
  const gram = new Float64Array(width * width);
  const whole = block.length - (block.length % (4 * width || 1));
  for (let start = 0; start < whole; start += 4 * width) {
    const [second, third, fourth] = [start + width, start + 2 * width, start + 3 * width];
    for (let row = 0; row < width; row += 1) {
      const a = block[start + row] as number;
      const b = block[second + row] as number;
      const c = block[third + row] as number;
      const d = block[fourth + row] as number;
      const to = row * width;
      for (let column = row; column < width; column += 1) {
        gram[to + column] =
          (gram[to + column] as number) +
          a * (block[start + column] as number) +
          b * (block[second + column] as number) +
          c * (block[third + column] as number) +
          d * (block[fourth + column] as number);
      }
    }
  }
  for (let start = whole; start < block.length; start += width) {
    for (let row = 0; row < width; row += 1) {
      const value = block[start + row] as number;
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

/**
 * The orthonormal block with the same span, along the axes of the given one, the strongest first; narrower where the
 * rank is less than the width, or where fewer are wanted.
 */
function orthonormalize(block: Float64Array, width: number, wanted = width): TruncatedSvd {
  const { values, vectors } = decomposeSymmetric(makeGram(block, width), width);
  const kept = Math.min(wanted, countAbove(values));
  const strengths = Float64Array.from(values.subarray(0, kept), Math.sqrt);
  const mix = new Float64Array(width * kept);
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < kept; column += 1) {
      mix[row * kept + column] = (vectors[row * width + column] as number) / (strengths[column] as number);
    }
  }
  return { width: kept, vectors: combine(block, width, mix, kept), strengths };
}

/** How many of the sorted eigenvalues are more than rounding. */
function countAbove(values: Float64Array): number {
  const limit = (values[0] ?? 0) * RANK_LIMIT;
  return values.filter((value) => value > limit).length;
}

/** `block · mix`: `width` numbers in a row become `kept`. */
function combine(block: Float64Array, width: number, mix: Float64Array, kept: number): Float64Array {
  const rows = width === 0 ? 0 : block.length / width;
  const starts = new Int32Array(rows + 1).map((_, row) => row * width);
  const indices = new Int32Array(block.length).map((_, place) => place % width);
  return multiply({ rows, columns: width, starts, indices, values: block }, mix, kept);
}
