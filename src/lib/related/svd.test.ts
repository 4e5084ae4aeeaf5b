import assert from "node:assert/strict";
import { test } from "node:test";
import { decomposeSymmetric } from "./eigen.ts";
import type { SparseMatrix } from "./sparse.ts";
import { computeTruncatedSvd } from "./svd.ts";

/** A matrix of the given numbers, without its zeros. */
function makeSparse(table: number[][]): SparseMatrix {
  const entries = table.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    rows: table.length,
    columns: table[0]?.length ?? 0,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries.flat(), ({ column }) => column),
    values: Float32Array.from(entries.flat(), ({ value }) => value),
  };
}

/** Forty rows and thirty columns, a third of them zeros, with three strong directions. */
const TABLE = Array.from({ length: 40 }, (_, row) =>
  Array.from({ length: 30 }, (_, column) =>
    (row * 7 + column * 5) % 3 === 1 ? 0 : (row % 3 === column % 3 ? 8 : 0) + ((row * 31 + column * 17) % 11) / 11,
  ),
);

test("the strengths are the greatest singular values, which the eigenvalues of the Gram matrix give", () => {
  const gram = new Float64Array(900);
  for (const row of TABLE) {
    for (const [a, first] of row.entries()) {
      for (const [b, second] of row.entries()) {
        gram[a * 30 + b] = (gram[a * 30 + b] ?? 0) + Math.fround(first) * Math.fround(second);
      }
    }
  }
  const expected = decomposeSymmetric(gram, 30).values;
  const { strengths, width } = computeTruncatedSvd(makeSparse(TABLE), 3, 1);
  assert.equal(width, 3);
  for (const [index, strength] of strengths.entries()) {
    assert.ok(Math.abs(strength / Math.sqrt(expected[index] ?? 0) - 1) < 1e-6, `${index}: ${strength}`);
  }
});

test("the directions are orthonormal", () => {
  const { vectors, width } = computeTruncatedSvd(makeSparse(TABLE), 5, 1);
  for (let a = 0; a < width; a += 1) {
    for (let b = 0; b < width; b += 1) {
      let product = 0;
      for (let start = 0; start < vectors.length; start += width) {
        product += (vectors[start + a] ?? 0) * (vectors[start + b] ?? 0);
      }
      assert.ok(Math.abs(product - (a === b ? 1 : 0)) < 1e-9);
    }
  }
});

test("a matrix of lower rank gives as many directions as it has, and an empty one none", () => {
  const two = makeSparse([
    [1, 1, 0, 0, 0],
    [0, 0, 1, 1, 1],
    [2, 2, 0, 0, 0],
    [1, 1, 1, 1, 1],
  ]);
  assert.equal(computeTruncatedSvd(two, 4, 1).width, 2);
  for (const empty of [makeSparse([]), makeSparse([[0, 0]])]) {
    const basis = computeTruncatedSvd(empty, 4, 1);
    assert.equal(basis.width, 0);
    assert.equal(basis.vectors.length, 0);
  }
});

test("the result is the same to the last bit on every machine", () => {
  const { strengths, vectors } = computeTruncatedSvd(makeSparse(TABLE), 3, 9);
  assert.deepEqual([...strengths], [103.28163580769456, 95.85441365344944, 93.93132222470537]);
  assert.deepEqual([...vectors.subarray(0, 3)], [-0.23885149954804946, 0.20708995785761908, 0.009417866177774748]);
});
