import assert from "node:assert/strict";
import { test } from "node:test";
import { fuseHits } from "./fusion.ts";
import type { WordHits } from "./word-hits.ts";

/** A word of weight 1 with the scores that it gives to papers. */
function makeHits(text: string, scores: { [key: string]: number }): WordHits {
  const load = () => Promise.reject(new Error("no paper is read"));
  return {
    word: { text, forms: [text], count: 1 },
    hits: Object.entries(scores).map(([key, score]) => ({ key, score, positions: [], load })),
    isSure: () => true,
    isTied: () => false,
    isWhole: (key) => key in scores,
    weight: 1,
    hasParts: false,
    isKnown: true,
    isLoose: async () => false,
    isCounted: true,
  };
}

/** Words that no paper has. */
const OTHERS = ["quay", "berth", "pilot"].map((text) => makeHits(text, {}));

test("Of papers with the same sum of scores the one that has more of a long question comes first.", () => {
  const fused = fuseHits([
    makeHits("harbour", { often: 6, both: 2, all: 2 }),
    makeHits("crane", { both: 4, all: 2 }),
    makeHits("tide", { all: 2 }),
    ...OTHERS,
  ]);
  assert.deepEqual(
    fused.map(({ key }) => key),
    ["all", "both", "often"],
  );
  // The share of all weights to the power of a fifth, by hand.
  assert.deepEqual(
    fused.map(({ score }) => score.toFixed(4)),
    [3, 2, 1].map((words) => (6 * (words / 6) ** 0.2).toFixed(4)),
  );
});

test("Coverage decides little, and nothing in a short question.", () => {
  const words = [makeHits("harbour", { often: 9, both: 3 }), makeHits("crane", { both: 3 })];
  assert.equal(fuseHits([...words, makeHits("tide", {}), ...OTHERS])[0]?.key, "often");
  assert.deepEqual(
    fuseHits(words).map(({ key, score }) => [key, score]),
    [
      ["often", 9],
      ["both", 6],
    ],
  );
});

test("Words without weight change nothing.", () => {
  const weightless = { ...makeHits("a", { one: 2 }), weight: 0 };
  assert.deepEqual(
    fuseHits([weightless, weightless, weightless, ...OTHERS.map((word) => ({ ...word, weight: 0 }))]).map(
      ({ score }) => score,
    ),
    [0],
  );
});
