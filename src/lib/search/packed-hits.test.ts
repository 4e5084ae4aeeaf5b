import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { packHits, unpackHits } from "./packed-hits.ts";

const hit = fc
  .tuple(fc.nat(9), fc.nat(25_000), fc.double({ noNaN: true }), fc.array(fc.nat(100_000), { maxLength: 9 }))
  .map(([bundle, own, score, positions]) => ({ key: `${bundle}_${own}`, score, positions }));

test("hits are read as they were packed, those without places too", () => {
  fc.assert(
    fc.property(fc.array(hit), (hits) => {
      assert.deepEqual(unpackHits(structuredClone(packHits(hits))), hits);
    }),
  );
});
