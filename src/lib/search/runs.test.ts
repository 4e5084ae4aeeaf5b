import assert from "node:assert/strict";
import { test } from "node:test";
import { closeRuns, cutPairs, joinPairs, partRuns } from "./runs.ts";

test("a run is cut into all pairs of its letters, and put together again", () => {
  assert.deepEqual(cutPairs("自我博弈"), ["自我", "我博", "博弈"]);
  assert.deepEqual([cutPairs("自我"), cutPairs("weight")], [["自我"], ["weight"]]);
  assert.equal(joinPairs("自我 我博 博弈"), "自我博弈");
  assert.equal(joinPairs("gpt 自我 我博"), "gpt 自我博");
});

test("words that only happen to stand in a row stay apart", () => {
  for (const form of ["self play", "an no ok", "自我 博弈", "李 李明", "자기 학습"])
    assert.equal(joinPairs(form), form);
});

test("scripts part a word, and the spaces in a run mean nothing", () => {
  assert.deepEqual(partRuns("GPT模型v2"), ["GPT", "模型", "v2"]);
  assert.equal(closeRuns("by 李 明 and gpt"), "by 李明 and gpt");
});
