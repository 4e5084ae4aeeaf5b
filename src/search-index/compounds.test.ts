import assert from "node:assert/strict";
import test from "node:test";
import { joinCompounds, summarizeCompounds } from "./compounds.ts";
import type { WordSummary } from "./words.ts";

function summarize(...texts: string[]): WordSummary {
  return { papers: texts.length, words: [], stems: [], acronyms: [], ...summarizeCompounds(texts) };
}

test("what papers rather write with a hyphen is known by how it is written together", () => {
  const summaries = [
    summarize(
      "Agents learn by (self-play), and self-play alone.",
      "A time-series model of time series.",
      "Time series.",
    ),
    summarize("Self-play again, over a time series.", "state-of-the-art and vision-language-action models"),
  ];
  assert.deepEqual(joinCompounds(summaries, 1), [
    ["selfplay", "self play"],
    ["visionlanguageaction", "vision language action"],
  ]);
  assert.deepEqual(joinCompounds(summaries, 2), [["selfplay", "self play"]]);
});

test("rows are counted once a text, only for words that are written with a hyphen somewhere", () => {
  const { compounds, rows } = summarizeCompounds(["real-time tides", "in real time, real time", "no tide"]);
  assert.deepEqual(compounds, [["realtime", "real time", 1]]);
  assert.deepEqual(rows, [["real time", 1]]);
});
