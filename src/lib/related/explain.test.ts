import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTermTable } from "#scenes/term-table.ts";
import { createExplainer } from "./explain.ts";
import type { Model } from "./model.ts";

/** A table of two papers, and a model in which stems have the given weights and numbers of papers. */
function explain(
  own: string,
  other: string,
  papers: number,
  stems: { [stem: string]: [weight: number, inPapers: number] },
) {
  const table = makeTermTable([own, other].map((text) => ({ title: "", text })));
  const [first, second] = table.rows;
  assert.ok(first && second);
  const model: Model = {
    weights: Float64Array.from(table.stems, (stem) => stems[stem]?.[0] ?? 1),
    unseen: 1,
    frequency: Int32Array.from(table.stems, (stem) => stems[stem]?.[1] ?? 2),
    papers,
    width: 0,
    offsets: new Int32Array(table.stems.length).fill(-1),
    directions: new Float32Array(0),
  };
  return createExplainer(model, table)(first, second);
}

test("the words that add most to the likeness are named, as the first paper writes them", () => {
  const stems = { otter: [2, 2], seal: [1, 2], walrus: [3, 2] } as { [stem: string]: [number, number] };
  assert.deepEqual(explain("Otters, seals and a Walrus. Krill", "otter seal walrus", 90, stems), [
    "Walrus",
    "otters",
    "seals",
  ]);
  assert.deepEqual(explain("an otter, a seal, a walrus", "seal seal seal seal seal otter", 90, stems), [
    "otter",
    "seal",
  ]);
});

test("a word of no weight is no reason", () => {
  assert.deepEqual(explain("otter seal", "otter seal", 90, { otter: [0, 2] }), ["seal"]);
});

test("a word of half the papers comes last, among a thousand and more a word of a tenth", () => {
  for (const [papers, inPapers, words] of [
    [90, 44, ["otter", "seal"]],
    [90, 45, ["seal", "otter"]],
    [999, 100, ["otter", "seal"]],
    [1000, 99, ["otter", "seal"]],
    [1000, 100, ["seal", "otter"]],
  ] as const) {
    assert.deepEqual(
      explain("otter seal", "otter seal", papers, { otter: [5, inPapers] }),
      words,
      `${inPapers} of ${papers}`,
    );
  }
});

test("a shared compound speaks for its parts", () => {
  assert.deepEqual(explain("self-play by otters", "otters at self-play", 90, {}), ["self-play", "otters"]);
});
