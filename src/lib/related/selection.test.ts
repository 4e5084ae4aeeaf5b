import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { selectHighest } from "./selection.ts";

test("the selection is the head of the sorted whole, of equals the lower place first, without scores of 0", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), fc.nat({ max: 12 }), (values, limit) => {
      const sorted = [...values.keys()]
        .filter((place) => (values[place] ?? 0) > 0)
        .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
      const { places, scores } = selectHighest(Float64Array.from(values), values.length, limit);
      assert.deepEqual([...places], sorted.slice(0, limit));
      assert.deepEqual(
        [...scores],
        [...places].map((place) => values[place]),
      );
    }),
  );
});

test("only places before the end are looked at", () => {
  assert.deepEqual([...selectHighest(Float64Array.of(1, 3, 9), 2, 5).places], [1, 0]);
});
