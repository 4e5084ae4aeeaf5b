import assert from "node:assert/strict";
import test from "node:test";
import { countCompounds, joinCompounds, sumCompounds } from "./compounds.ts";

test("what papers rather write with a hyphen is known by how it is written together", () => {
  const counts = [
    ...countCompounds([
      "Agents learn by (self-play), and self-play alone.",
      "A time-series model of time series.",
      "Time series.",
    ]),
    ...countCompounds(["Self-play again, over a time series.", "state-of-the-art and vision-language-action models"]),
  ];
  assert.deepEqual(joinCompounds(counts, 1), [
    ["selfplay", "self play"],
    ["timeseries", "time series"],
    ["visionlanguageaction", "vision language action"],
  ]);
  assert.deepEqual(joinCompounds(counts, 2), [["selfplay", "self play"]]);
});

test("two words that more papers have apart than together are two words", () => {
  const apart = ["Deep thoughts on learning.", "Learning is how deep?"];
  assert.deepEqual(joinCompounds(countCompounds(["Deep-learning.", ...apart]), 1), []);
  assert.deepEqual(joinCompounds(countCompounds(["Deep-learning.", ...apart.slice(1)]), 1), [
    ["deeplearning", "deep learning"],
  ]);
});

test("a text counts once, by the best it has of a word that is written with a hyphen somewhere", () => {
  const texts = ["real-time tides, real time", "in real time, real time", "a real tide in time", "no tide"];
  assert.deepEqual(countCompounds(texts), [["real time", 1, 1, 1]]);
});

test("counts are added and taken away; what nobody writes with a hyphen is left out", () => {
  const tides = countCompounds(["self-play", "real-time tides", "real time"]);
  const other = countCompounds(["self-play and self play", "time for real", "real-time"]);
  assert.deepEqual(sumCompounds([...tides, ...other]), [
    ["real time", 2, 1, 1],
    ["self play", 2, 0, 0],
  ]);
  assert.deepEqual(sumCompounds(sumCompounds([...tides, ...other]), other), sumCompounds(tides));
  assert.deepEqual(sumCompounds(tides, tides), []);
});
