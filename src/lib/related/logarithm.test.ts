import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { takeLogarithm } from "./logarithm.ts";

test("the logarithm is right to a few units in the last place", () => {
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }), (value) => {
      const expected = Math.log(value);
      assert.ok(Math.abs(takeLogarithm(value) - expected) <= 1e-15 * Math.max(1, Math.abs(expected)));
    }),
  );
});

test("the logarithm of 1 is 0, and a power of two has exactly that many of two's", () => {
  assert.equal(takeLogarithm(1), 0);
  assert.equal(takeLogarithm(1024), 10 * takeLogarithm(2));
});

test("what has no logarithm is refused", () => {
  for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => takeLogarithm(value), RangeError);
  }
});
