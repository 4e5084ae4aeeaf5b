import assert from "node:assert/strict";
import { test } from "node:test";
import { countNoun } from "./counts.ts";

test("Counts agree with their nouns and have separators.", () => {
  assert.equal(countNoun(0, "paper"), "0 papers");
  assert.equal(countNoun(1, "paper"), "1 paper");
  assert.equal(countNoun(12_345, "paper"), "12,345 papers");
  assert.equal(countNoun(2, "entry", "entries"), "2 entries");
});
