/**
 * Sparse matrices and their products with dense blocks. Every sum is taken in the order of the entries, one addition
 * after the other; four at a time only spares reading and writing the sum, and rounds the same.
 */

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
  values: Float32Array | Float64Array;
}

/**
 * The matrix turned: its columns as rows, the entries of each in the order of the rows they came from.
 * @param isWanted for each column 1 if its entries are wanted, otherwise 0; without it all are
 */
export function transpose(
  { rows, columns, starts, indices, values }: SparseMatrix,
  isWanted: Uint8Array = new Uint8Array(columns).fill(1),
): SparseMatrix {
  const turned = new Int32Array(columns + 1);
  for (let entry = 0; entry < indices.length; entry += 1) {
    const column = indices[entry] as number;
    turned[column + 1] = (turned[column + 1] as number) + (isWanted[column] as number);
  }
  for (let column = 0; column < columns; column += 1) {
    turned[column + 1] = (turned[column + 1] as number) + (turned[column] as number);
  }
  const next = turned.slice();
  const positions = new Int32Array(turned[columns] as number);
  const weights = new Float32Array(positions.length);
  for (let row = 0; row < rows; row += 1) {
    const end = starts[row + 1] as number;
    for (let entry = starts[row] as number; entry < end; entry += 1) {
      const column = indices[entry] as number;
      if (isWanted[column] === 0) continue;
      const place = next[column] as number;
      next[column] = place + 1;
      positions[place] = row;
      weights[place] = values[entry] as number;
    }
  }
  return { rows: columns, columns: rows, starts: turned, indices: positions, values: weights };
}

/** `matrix · block`, where the block has `width` numbers for each column. */
export function multiply(matrix: SparseMatrix, block: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.rows * width);
  const { starts, indices, values } = matrix;
  for (let row = 0; row < matrix.rows; row += 1) {
    const to = row * width;
    const end = starts[row + 1] as number;
    let entry = starts[row] as number;
    for (; entry + 3 < end; entry += 4) {
      const a = (indices[entry] as number) * width;
      const b = (indices[entry + 1] as number) * width;
      const c = (indices[entry + 2] as number) * width;
      const d = (indices[entry + 3] as number) * width;
      const ofA = values[entry] as number;
      const ofB = values[entry + 1] as number;
      const ofC = values[entry + 2] as number;
      const ofD = values[entry + 3] as number;
      for (let place = 0; place < width; place += 1) {
        product[to + place] =
          (product[to + place] as number) +
          ofA * (block[a + place] as number) +
          ofB * (block[b + place] as number) +
          ofC * (block[c + place] as number) +
          ofD * (block[d + place] as number);
      }
    }
    for (; entry < end; entry += 1) {
      const from = (indices[entry] as number) * width;
      const value = values[entry] as number;
      for (let place = 0; place < width; place += 1) {
        product[to + place] = (product[to + place] as number) + value * (block[from + place] as number);
      }
    }
  }
  return product;
}
