import assert from "node:assert/strict";
import { test } from "node:test";
import { createTermCounter } from "./terms.ts";

test("the forms of a word are one term, written as the paper does most often", () => {
  const uses = createTermCounter()("Training Robots", "Robots train. A robot trains by training; training helps.");
  assert.deepEqual(uses, [
    { stem: "train", count: 5, surface: "training" },
    { stem: "robot", count: 3, surface: "robots" },
  ]);
});

test("a compound is counted as itself and as its parts", () => {
  const stems = createTermCounter()("", "tree-search").map((use) => use.stem);
  assert.deepEqual(stems, ["treesearch", "tree", "search"]);
});

test("capitals of acronyms and names stay, those of titles and sentences go", () => {
  const surfaces = createTermCounter()("Search by MCTS", "Otters win. We ask Nash and DeepMind.").map(
    (use) => use.surface,
  );
  assert.deepEqual(surfaces, ["search", "MCTS", "otters", "Nash", "DeepMind"]);
});

test("numbers, sizes, single letters and words of no subject are no terms", () => {
  assert.deepEqual(createTermCounter()("The 7B of 2,000", "x is 3.5 and using it"), []);
});
