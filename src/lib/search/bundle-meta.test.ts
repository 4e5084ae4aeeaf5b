import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeCbor, encodeCoreMeta } from "./bundle-meta.ts";

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

// The examples are those of RFC 8949, appendix A.
test("numbers, texts and lists are written as CBOR", () => {
  assert.equal(hex(encodeCbor(0)), "00");
  assert.equal(hex(encodeCbor(23)), "17");
  assert.equal(hex(encodeCbor(1_000_000)), "1a000f4240");
  assert.equal(hex(encodeCbor("IETF")), "6449455446");
  assert.equal(hex(encodeCbor("\u6c34")), "63e6b0b4");
  assert.equal(hex(encodeCbor([1, [2, 3], [4, 5]])), "8301820203820405");
});

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
  assert.equal(hex(encodeCoreMeta(meta)), hex(encodeCbor(["1", pages, chunks, [], [], ["title"]])));
});
