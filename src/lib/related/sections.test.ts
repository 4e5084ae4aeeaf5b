import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fingerprintData } from "../content/data-fingerprint.ts";
import { openSections, packNames, packSections } from "./sections.ts";

const PREVIOUS = fingerprintData(["previous"]);
const PACKED = packSections(
  [Int32Array.of(1, -2, 3), Uint8Array.of(4, 5, 6, 7, 8), new Int32Array(0), packNames(["naïve", "", "日本"])],
  PREVIOUS,
);

test("sections come back as they were put in, wherever the bytes lie", () => {
  const shifted = new Uint8Array(PACKED.bytes.length + 1);
  shifted.set(PACKED.bytes, 1);
  for (const bytes of [PACKED.bytes, shifted.subarray(1)]) {
    const opened = openSections(bytes) ?? assert.fail();
    assert.deepEqual([...opened.numbers(0)], [1, -2, 3]);
    assert.deepEqual([...opened.octets(1)], [4, 5, 6, 7, 8]);
    assert.equal(opened.numbers(2).length, 0);
    assert.deepEqual([opened.names(2), opened.names(3)], [[], ["naïve", "", "日本"]]);
    assert.equal(opened.previous, PREVIOUS);
    assert.equal(opened.own, PACKED.own);
  }
});

test("the fingerprint covers the content and what it continues", () => {
  const own = (value: number, previous: number) =>
    packSections([Int32Array.of(value)], fingerprintData([previous])).own;
  assert.equal(own(1, 2), own(1, 2));
  assert.notEqual(own(1, 2), own(3, 2));
  assert.notEqual(own(1, 2), own(1, 3));
});

test("bytes that were changed, cut or added to do not open", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const bytes = PACKED.bytes.slice();
      bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change;
      assert.equal(openSections(bytes), undefined);
    }),
  );
  for (let length = 0; length < PACKED.bytes.length; length += 1) {
    assert.equal(openSections(PACKED.bytes.slice(0, length)), undefined);
  }
  assert.equal(openSections(new Uint8Array([...PACKED.bytes, 0, 0, 0, 0])), undefined);
});
