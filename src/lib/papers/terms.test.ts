import assert from "node:assert/strict";
import { test } from "node:test";
import { addToStatistics, createTermCounter, startStatistics, weighTerms } from "./terms.ts";

test("the forms of a word are one term, written as the paper does most often", () => {
  const uses = createTermCounter()("Training Robots", "Robots train. A robot trains by training; training helps.");
  assert.deepEqual(uses, [
    { stem: "train", count: 5, isInTitle: true, surface: "training" },
    { stem: "robot", count: 3, isInTitle: true, surface: "robots" },
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

test("a paper keeps its forty heaviest terms, scaled to length 1", () => {
  const count = createTermCounter();
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  const statistics = startStatistics();
  const uses = count("", `${words.join(" ")} word59`);
  addToStatistics(statistics, uses);
  addToStatistics(statistics, count("", words.join(" ")));
  addToStatistics(statistics, count("", words.slice(0, 30).join(" ")));
  const terms = weighTerms(uses, statistics, true);
  assert.equal(terms.length, 40);
  assert.equal(terms[0]?.stem, "word59");
  assert.ok(words.slice(30).every((word) => terms.some((term) => term.stem === word)));
  assert.ok(Math.abs(Math.hypot(...terms.map((term) => term.weight)) - 1) < 1e-12);
});

test("a rarer word, a repeated one and one of the title weigh more", () => {
  const count = createTermCounter();
  const statistics = startStatistics();
  for (const text of ["otter seal walrus dolphin", "otter", "otter", "seal walrus dolphin"]) {
    addToStatistics(statistics, count("", text));
  }
  const terms = weighTerms(count("dolphin", "otter seal walrus walrus"), statistics, false);
  const weigh = (stem: string) => terms.find((term) => term.stem === stem)?.weight ?? 0;
  assert.ok(weigh("otter") < weigh("seal"));
  assert.ok(Math.abs(weigh("walrus") / weigh("seal") - (1 + Math.log(2))) < 1e-12);
  assert.ok(Math.abs(weigh("dolphin") / weigh("seal") - 2) < 1e-12);
});
