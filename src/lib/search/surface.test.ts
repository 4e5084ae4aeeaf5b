import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameWord, matchSurfaces } from "./surface.ts";

test("a word answers when it begins with what was asked, or both have one stem", () => {
  const same: [wanted: string, found: string][] = [
    ["agent", "agentic"],
    ["agents", "agentic"],
    ["supervision", "supervised"],
    ["studies", "study"],
    ["playing", "play"],
    ["uses", "use"],
    ["transformr", "transform"],
    ["diff", "diffusion"],
  ];
  for (const [wanted, found] of same) assert.equal(isSameWord(wanted, found), true, `${wanted} ${found}`);
});

test("a word that the index took because it knows no other does not answer", () => {
  const different: [wanted: string, found: string][] = [
    ["sourdough", "so"],
    ["sourdough", "sour"],
    ["lerning", "le"],
    ["banana", "ban"],
    ["published", "pub"],
    ["cat", "car"],
    ["selfplay", "self"],
  ];
  for (const [wanted, found] of different) assert.equal(isSameWord(wanted, found), false, `${wanted} ${found}`);
});

test("the words that answer are given as they stand in the text", () => {
  assert.deepEqual(matchSurfaces("search", ["Search,", "searching", "re-search"]), new Set(["search", "searching"]));
  assert.deepEqual(matchSurfaces("self play", ["Self-Play"]), new Set(["self", "play"]));
  assert.deepEqual(matchSurfaces("selfplay", ["Self-Play"]), new Set(["selfplay"]));
});

test("every part must be answered", () => {
  assert.equal(matchSurfaces("self play", ["self-search"]), undefined);
  assert.equal(matchSurfaces("sourdough", ["so"]), undefined);
});

test("a word that only begins like what was asked does not answer", () => {
  assert.deepEqual(matchSurfaces("selfplay", ["self-play", "self-improvement"]), new Set(["selfplay"]));
  assert.deepEqual(matchSurfaces("learning", ["learning", "learn"]), new Set(["learning", "learn"]));
});
