import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decomposeSymmetric } from "./eigen.ts";

/** A symmetric matrix of a few numbers, among which zeros and equal ones are frequent. */
const symmetric = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size * size, maxLength: size * size }).map((numbers) => ({
    size,
    matrix: Float64Array.from(numbers, (_, index) => {
      const [row, column] = [Math.floor(index / size), index % size].sort((a, b) => a - b) as [number, number];
      return numbers[row * size + column] ?? 0;
    }),
  })),
);

test("values and vectors put together give the matrix again, the vectors are orthonormal and the values fall", () => {
  fc.assert(
    fc.property(symmetric, ({ size, matrix }) => {
      const { values, vectors } = decomposeSymmetric(matrix.slice(), size);
      const sum = (compute: (index: number) => number) =>
        Array.from({ length: size }, (_, index) => compute(index)).reduce((total, part) => total + part, 0);
      const at = (row: number, column: number) => vectors[row * size + column] ?? 0;
      for (let a = 0; a < size; a += 1) {
        assert.ok(a === 0 || (values[a - 1] ?? 0) >= (values[a] ?? 0));
        for (let b = 0; b < size; b += 1) {
          const again = sum((index) => at(a, index) * (values[index] ?? 0) * at(b, index));
          assert.ok(Math.abs(again - (matrix[a * size + b] ?? 0)) < 1e-12);
          const product = sum((index) => at(index, a) * at(index, b));
          assert.ok(Math.abs(product - (a === b ? 1 : 0)) < 1e-12);
        }
      }
    }),
  );
});
