import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { selectHighest } from "./selection.ts";

test("the selection is the head of the sorted whole, of equals the lower place first", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), fc.nat({ max: 12 }), (values, limit) => {
      const places = Int32Array.from(values, (_, index) => values.length - 1 - index);
      const sorted = [...places].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
      const selected = selectHighest(places, places.length, Float64Array.from(values), limit);
      assert.deepEqual([...selected], sorted.slice(0, limit));
    }),
  );
});

test("only the first places are looked at", () => {
  assert.deepEqual([...selectHighest(Int32Array.of(2, 0, 1), 2, Float64Array.of(1, 9, 3), 5)], [2, 0]);
});
