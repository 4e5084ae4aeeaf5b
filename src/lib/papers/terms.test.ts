import assert from "node:assert/strict";
import { test } from "node:test";
import { countPaperTerms, createTermCounter } from "./terms.ts";

/** The terms of one paper in words. */
function countTerms(title: string, text: string): { stem: string; count: number; surface: string }[] {
  const counter = createTermCounter();
  const row = counter.countTerms(title, text);
  return Array.from(row.stems, (stem, place) => ({
    stem: counter.stems[stem] ?? "",
    count: row.counts[place] ?? 0,
    surface: counter.surfaces[row.surfaces[place] ?? -1] ?? "",
  }));
}

test("the forms of a word are one term, written as the paper does most often", () => {
  const uses = countTerms("Training Robots", "Robots train. A robot trains by training; training helps.");
  assert.deepEqual(uses, [
    { stem: "train", count: 5, surface: "training" },
    { stem: "robot", count: 3, surface: "robots" },
  ]);
});

test("a compound is counted as itself and as its parts", () => {
  const stems = countTerms("", "tree-search").map((use) => use.stem);
  assert.deepEqual(stems, ["treesearch", "tree", "search"]);
});

test("capitals of acronyms and names stay, those of titles and sentences go", () => {
  const surfaces = countTerms("Search by MCTS", "Otters win. We ask Nash and DeepMind.").map((use) => use.surface);
  assert.deepEqual(surfaces, ["search", "MCTS", "otters", "Nash", "DeepMind"]);
});

test("numbers, sizes, single letters and words of no subject are no terms", () => {
  assert.deepEqual(countTerms("The 7B of 2,000", "x is 3.5 and using it"), []);
});

test("a counter reads many papers, each by itself, and keeps numbers that are known", () => {
  const { countTerms: count, stems } = createTermCounter(["krill", "otter"]);
  const first = count("Otters", "seal otter. Seals and otters");
  const second = count("Seals", "Krill");
  assert.deepEqual(stems, ["krill", "otter", "seal"]);
  assert.deepEqual(
    [[...first.stems], [...first.counts]],
    [
      [1, 2],
      [3, 2],
    ],
  );
  assert.deepEqual(
    [[...second.stems], [...second.counts]],
    [
      [2, 0],
      [1, 1],
    ],
  );
});

test("the form used most stands for a term, of forms used as often the shorter, then the first", () => {
  const surfaceOf = (text: string) => countTerms("", text)[0]?.surface;
  assert.equal(surfaceOf("we trains trained trains"), "trains");
  assert.equal(surfaceOf("we trains train"), "train");
  assert.equal(surfaceOf("we tuning tunned"), "tuning");
});

test("a word of the title counts twice, in the form in which the text writes it", () => {
  const counter = createTermCounter();
  const row = countPaperTerms(counter, { title: "Otters and Seals", text: "Glaciers under a seal." });
  const terms = Array.from(row.stems, (stem, place) => [
    counter.stems[stem],
    row.counts[place],
    counter.surfaces[row.surfaces[place] ?? -1],
  ]);
  assert.deepEqual(terms, [
    ["otter", 2, "otters"],
    ["seal", 3, "seals"],
    ["glacier", 1, "glaciers"],
  ]);
});
