import assert from "node:assert/strict";
import { test } from "node:test";
import { compareText } from "./compare-text.ts";

test("Text is ordered by code unit, not by locale.", () => {
  assert.deepEqual(["b", "ä", "a", "B", "10", "9"].sort(compareText), ["10", "9", "B", "a", "b", "ä"]);
  assert.equal(compareText("a", "a"), 0);
});
