import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { multiply, type SparseMatrix, transpose } from "./sparse.ts";

/** Up to six rows of nine columns, in which zeros are frequent. */
const tables = fc.array(fc.array(fc.constantFrom(0, 0, 1, 2, -3), { minLength: 9, maxLength: 9 }), { maxLength: 6 });

function toSparse(table: number[][]): SparseMatrix {
  const entries = table.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  let end = 0;
  return {
    rows: table.length,
    columns: 9,
    starts: Int32Array.of(0, ...entries.map(({ length }) => (end += length))),
    indices: Int32Array.from(entries.flat(), ({ column }) => column),
    values: Float32Array.from(entries.flat(), ({ value }) => value),
  };
}

function toTable({ rows, columns, starts, indices, values }: SparseMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const numbers = new Array<number>(columns).fill(0);
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      numbers[indices[entry] ?? 0] = values[entry] ?? 0;
    }
    return numbers;
  });
}

test("a turned matrix has the columns as rows, those that are not wanted empty", () => {
  fc.assert(
    fc.property(tables, fc.array(fc.nat({ max: 1 }), { minLength: 9, maxLength: 9 }), (table, wanted) => {
      const turned = Array.from({ length: 9 }, (_, column) => table.map((row) => row[column] ?? 0));
      assert.deepEqual(toTable(transpose(toSparse(table))), turned);
      const some = turned.map((row, column) => (wanted[column] === 1 ? row : row.map(() => 0)));
      assert.deepEqual(toTable(transpose(toSparse(table), Uint8Array.from(wanted))), some);
    }),
  );
});

test("a product is the sum of each row's entries times the block's rows", () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 3 }), (table, width) => {
      const block = Float64Array.from({ length: 9 * width }, (_, place) => (place * 7) % 11);
      const expected = table.flatMap((row) =>
        Array.from({ length: width }, (_, place) =>
          row.reduce<number>((sum, value, column) => sum + value * (block[column * width + place] ?? 0), 0),
        ),
      );
      assert.deepEqual(
        [...multiply(toSparse(table), block, width)],
        expected.map((value) => value + 0),
      );
    }),
  );
});
