import assert from "node:assert/strict";
import { test } from "node:test";
import { findNearest, suggestNearest } from "./nearest.ts";

const KNOWN = ["self-play", "search-agents", "planning", "vision", "vista"];

test("A mistyped word finds the nearest known one, whatever its case.", () => {
  assert.equal(findNearest("selfplay", KNOWN), "self-play");
  assert.equal(findNearest("Plannign", KNOWN), "planning");
  assert.equal(findNearest("search-agent", KNOWN), "search-agents");
});

test("Letters that changed places count as one mistake.", () => {
  assert.equal(findNearest("tdlr", ["tldr", "by"]), "tldr");
  assert.equal(findNearest("xyll", ["tldr"]), undefined);
});

test("A word that is far from all finds none.", () => {
  assert.equal(findNearest("robotics", KNOWN), undefined);
  assert.equal(findNearest("xyz", KNOWN), undefined);
  assert.equal(findNearest("x", []), undefined);
});

test("Of words equally near the first in the alphabet is taken.", () => {
  assert.equal(findNearest("visio", ["vision", "visit"]), "vision");
  assert.equal(findNearest("b", ["c", "a"]), "a");
});

test("A suggestion names the nearest word, or else another cure.", () => {
  assert.deepEqual(suggestNearest("planing", KNOWN, "write", "add it"), {
    allowed: "nearest known: planning",
    mend: "write: planning",
  });
  assert.deepEqual(suggestNearest("zebra", KNOWN, "write", "add it"), { mend: "add it" });
});
