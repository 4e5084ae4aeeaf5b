import assert from "node:assert/strict";
import { test } from "node:test";
import { type DaySummary, judgeDay } from "./day.ts";

const DAY: DaySummary = { date: "2026-03-09", source: "Daily", listed: 2, taken: 2, refused: 0, cut: false };

test("A day is complete when all was taken and nothing cut, empty when nothing was listed, partial otherwise.", () => {
  assert.equal(judgeDay(DAY), "complete");
  assert.equal(judgeDay({ ...DAY, cut: true }), "partial");
  assert.equal(judgeDay({ ...DAY, taken: 1 }), "partial");
  assert.equal(judgeDay({ ...DAY, taken: 1, refused: 1 }), "partial");
  assert.equal(judgeDay({ ...DAY, listed: 0, taken: 0 }), "empty");
});
