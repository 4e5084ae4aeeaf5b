import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprintData } from "./data-fingerprint.ts";

test("the same data has the same fingerprint, and where a text ends makes a difference", () => {
  const print = fingerprintData(["ab", "c"]);
  assert.equal(fingerprintData(["ab", "c"]), print);
  assert.match(print, /^[\w-]{27}$/);
  for (const other of [["a", "bc"], ["abc"], ["c", "ab"], ["ab", "c", ""], [["ab", "c"]], []]) {
    assert.notEqual(fingerprintData(other), print);
  }
});

test("bytes are read as they are, wherever they lie", () => {
  const bytes = Uint8Array.of(0, 1, 2, 3);
  assert.equal(fingerprintData(bytes.subarray(1)), fingerprintData(Uint8Array.of(1, 2, 3)));
  assert.notEqual(fingerprintData(bytes), fingerprintData(bytes.subarray(1)));
});
