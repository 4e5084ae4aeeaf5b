import assert from "node:assert/strict";
import { test } from "node:test";
import { makeCatchwords } from "./catchwords.ts";

test("Catch-words are the first of a title, at most four, and end before its colon.", () => {
  assert.equal(makeCatchwords("Counting the Tides of a Small Harbour"), "Counting the Tides of");
  assert.equal(makeCatchwords("TideNet: Counting Ships"), "TideNet");
  assert.equal(makeCatchwords("Ratios of 3:1 in $x^2$"), "Ratios of 3:1 in");
  assert.equal(makeCatchwords(""), "");
});
