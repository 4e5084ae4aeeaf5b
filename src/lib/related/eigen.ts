/** Eigenvalues and eigenvectors of a small symmetric matrix, by nothing but the four operations and the square root. */

/** Rounds after which the off-diagonal is long gone; some ten are usual. */
const MOST_SWEEPS = 60;
/** Share of the matrix's norm below which what is off the diagonal counts as nothing. */
const TOLERANCE = 1e-15;

/** A symmetric matrix taken apart: `matrix = vectors · diag(values) · vectorsᵀ`. */
export interface Eigendecomposition {
  /** Eigenvalues, the greatest first. */
  values: Float64Array;
  /** The eigenvector of value `j` is column `j`: row by row, as long as the matrix. */
  vectors: Float64Array;
}

/**
 * Takes a symmetric matrix apart by cyclic Jacobi rotations (Golub, Van Loan, Matrix Computations, 4th edition, 8.5.3).
 * @param matrix row by row, `size · size` numbers; it is overwritten
 */
export function decomposeSymmetric(matrix: Float64Array, size: number): Eigendecomposition {
  const vectors = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) vectors[row * size + row] = 1;
  const limit = TOLERANCE * measureNorm(matrix);
  for (let sweep = 0; sweep < MOST_SWEEPS && sweepMatrix(matrix, vectors, size, limit); sweep += 1);
  return sortEigen(matrix, vectors, size);
}

/** The root of the sum of squares. */
function measureNorm(matrix: Float64Array): number {
  let sum = 0;
  for (const value of matrix) sum += value * value;
  return Math.sqrt(sum);
}

/** Turns every pair of axes once; whether there was anything left to turn. */
function sweepMatrix(matrix: Float64Array, vectors: Float64Array, size: number, limit: number): boolean {
  let hasTurned = false;
  for (let p = 0; p < size - 1; p += 1) {
    for (let q = p + 1; q < size; q += 1) {
      const between = matrix[p * size + q] ?? 0;
      if (Math.abs(between) <= limit) continue;
      hasTurned = true;
      const theta = ((matrix[q * size + q] ?? 0) - (matrix[p * size + p] ?? 0)) / (2 * between);
      const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const cosine = 1 / Math.sqrt(tangent * tangent + 1);
      rotate(matrix, p * size, q * size, 1, cosine, tangent * cosine);
      rotate(matrix, p, q, size, cosine, tangent * cosine);
      rotate(vectors, p, q, size, cosine, tangent * cosine);
    }
  }
  return hasTurned;
}

/** Turns two rows, or columns, that begin at `p` and `q` and whose numbers stand `step` apart. */
function rotate(matrix: Float64Array, p: number, q: number, step: number, cosine: number, sine: number): void {
  const size = Math.sqrt(matrix.length);
  for (let place = 0; place < size * step; place += step) {
    const first = matrix[p + place] ?? 0;
    const second = matrix[q + place] ?? 0;
    matrix[p + place] = cosine * first - sine * second;
    matrix[q + place] = sine * first + cosine * second;
  }
}

/** The diagonal with its vectors, the greatest first; of equal values the earlier. */
function sortEigen(matrix: Float64Array, vectors: Float64Array, size: number): Eigendecomposition {
  const valueAt = (index: number) => matrix[index * size + index] ?? 0;
  const order = Array.from({ length: size }, (_, index) => index).sort((a, b) => valueAt(b) - valueAt(a) || a - b);
  const sorted = new Float64Array(size * size);
  for (const [column, from] of order.entries()) {
    for (let row = 0; row < size; row += 1) sorted[row * size + column] = vectors[row * size + from] ?? 0;
  }
  return { values: Float64Array.from(order, valueAt), vectors: sorted };
}
