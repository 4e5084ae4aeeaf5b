import assert from "node:assert/strict";
import { test } from "node:test";
import { createFingerprinter, isSameFingerprint } from "./fingerprint.ts";

function fingerprint(...texts: string[]) {
  const fingerprinter = createFingerprinter();
  for (const text of texts) fingerprinter.addText(text);
  return fingerprinter.finish();
}

test("the same texts have the same fingerprint, and where one ends makes a difference", () => {
  assert.ok(isSameFingerprint(fingerprint("ab", "c"), fingerprint("ab", "c")));
  for (const other of [["a", "bc"], ["abc"], ["c", "ab"], ["ab", "c", ""], ["ab", "d"], []]) {
    assert.ok(!isSameFingerprint(fingerprint("ab", "c"), fingerprint(...other)), other.join());
  }
});

test("a fingerprinter begins anew, and both halves differ for each of many texts", () => {
  const fingerprinter = createFingerprinter();
  const prints = Array.from({ length: 3000 }, (_, index) => {
    fingerprinter.addText(`paper ${index}`);
    return fingerprinter.finish();
  });
  assert.deepEqual(prints[7], fingerprint("paper 7"));
  assert.equal(new Set(prints.map(([high]) => high)).size, 3000);
  assert.equal(new Set(prints.map(([, low]) => low)).size, 3000);
  assert.ok(prints.flat().every((half) => Number.isInteger(half) && half >= 0 && half < 2 ** 32));
});
