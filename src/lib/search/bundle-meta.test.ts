import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "cborg";
import fc from "fast-check";
import { encodeCoreMeta } from "./bundle-meta.ts";

test("the core is told each page by the number of its paper, and each chunk by its place", () => {
  const meta = { version: "1", words: [7, 5], chunks: ["a b", "c d"], fields: ["title"] };
  const pages = [
    ["0", 7],
    ["1", 5],
  ];
  const chunks = [
    ["a", "b", "0"],
    ["c", "d", "1"],
  ];
  assert.deepEqual(decode(encodeCoreMeta(meta)), ["1", pages, chunks, [], [], ["title"]]);
});

test("what is written is CBOR, however large numbers, long texts and how many there are", () => {
  const words = fc.array(fc.nat(0xffff_ffff), { maxLength: 300 });
  const fields = fc.array(fc.string({ unit: "grapheme", maxLength: 300 }), { maxLength: 300 });
  fc.assert(
    fc.property(words, fields, (counts, names) => {
      const bytes = encodeCoreMeta({ version: "1", words: counts, chunks: [], fields: names });
      const pages = counts.map((count, number) => [String(number), count]);
      assert.deepEqual(decode(bytes), ["1", pages, [], [], [], names]);
    }),
  );
});
