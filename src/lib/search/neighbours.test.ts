import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeNeighbourKeys, encodeNeighbourKeys } from "./neighbours.ts";

const neighbour = fc
  .tuple(fc.nat(5), fc.nat(25_000), fc.integer({ min: 1, max: 1295 }))
  .map(([bundle, own, steps]) => ({ key: `${bundle}_${own}`, likeness: steps / 1295 }));

test("neighbours are read as they were written, those of other bundles too", () => {
  fc.assert(
    fc.property(fc.array(neighbour, { maxLength: 20 }), fc.nat(5), (neighbours, bundle) => {
      assert.deepEqual(decodeNeighbourKeys(encodeNeighbourKeys(neighbours, bundle), bundle), neighbours);
    }),
  );
});

test("those of the same bundle are written without it", () => {
  const list = [
    { key: "1_7", likeness: 1 },
    { key: "0_12", likeness: 0.5 },
  ];
  assert.equal(encodeNeighbourKeys(list, 1), "7 zz 0_12 i0");
});
