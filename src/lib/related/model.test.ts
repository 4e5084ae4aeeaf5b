import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTermTable } from "#scenes/term-table.ts";
import { fitModel, weighRows } from "./model.ts";

const TABLE = makeTermTable(
  ["otter seal walrus dolphin", "otter", "otter", "seal walrus dolphin dolphin"].map((text) => ({ title: "", text })),
);

const weightsOf = (model: ReturnType<typeof fitModel>) =>
  Object.fromEntries(TABLE.stems.map((stem, number) => [stem, model.weights[number]]));

test("a rarer term weighs more, and one never met most of all", () => {
  const model = fitModel(TABLE.rows, TABLE.stems.length, false);
  assert.equal(weightsOf(model)["otter"], 1 + Math.log(5 / 4));
  assert.equal(weightsOf(model)["seal"], 1 + Math.log(5 / 3));
  assert.equal(model.unseen, 1 + Math.log(5));
});

test("of a closed collection, a term that only one paper has is left out", () => {
  const { rows, stems } = makeTermTable([
    { title: "otter", text: "" },
    { title: "otter", text: "seal" },
  ]);
  const model = fitModel(rows, stems.length, true);
  assert.deepEqual([...weighRows(rows, model).values], [1, 1]);
  assert.deepEqual([...weighRows(rows, fitModel(rows, stems.length, false)).starts], [0, 1, 3]);
});

test("vectors have length 1 and a repeated term weighs 1 + ln of its count", () => {
  const model = fitModel(TABLE.rows, TABLE.stems.length, false);
  const { starts, values } = weighRows(TABLE.rows, model);
  const row = values.subarray(starts[3], starts[4]);
  assert.ok(Math.abs(Math.hypot(...row) - 1) < 1e-6);
  assert.ok(Math.abs((row[2] ?? 0) / (row[0] ?? 0) - (1 + Math.log(2))) < 1e-6);
});

test("a paper of no known term is an empty vector", () => {
  const model = fitModel(TABLE.rows, TABLE.stems.length, true);
  const late = makeTermTable([...["otter seal walrus dolphin", "krill"].map((text) => ({ title: "", text }))]);
  assert.deepEqual([...weighRows(late.rows, model).starts], [0, 4, 4]);
});

test("a small collection has fewer directions than a large one", () => {
  const texts = Array.from({ length: 300 }, (_, index) => ({
    title: `word${index % 97} word${(index * 7) % 89}`,
    text: `term${index % 83} term${(index * 3) % 79}`,
  }));
  const { rows, stems } = makeTermTable(texts);
  assert.equal(fitModel(rows, stems.length, true).width, 30);
  assert.equal(fitModel(rows.slice(0, 100), stems.length, true).width, 10);
  assert.equal(fitModel(rows.slice(0, 20), stems.length, false).width, 4);
});
