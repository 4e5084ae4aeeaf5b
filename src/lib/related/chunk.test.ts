import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprintData } from "../content/data-fingerprint.ts";
import { type FiledPaper, packChunk, showChunk } from "./chunk.ts";
import { openSections } from "./sections.ts";

const PAPERS: FiledPaper[] = [
  {
    input: "first input",
    row: { stems: Int32Array.of(0, 1), counts: Uint8Array.of(1, 255), surfaces: Int32Array.of(3, 4) },
    positions: [],
    scores: [],
    words: [],
    list: "first list",
  },
  {
    input: "second input",
    row: { stems: Int32Array.of(1, 2, 0), counts: Uint8Array.of(1, 2, 3), surfaces: Int32Array.of(5, 6, 7) },
    positions: [0, 7],
    scores: [1_000_000, 1],
    words: [["naïve", "GPT-4"], []],
    list: "second list",
  },
];

test("papers come back from the bytes as they were filed, without the forms of their words", () => {
  const { bytes } = packChunk(PAPERS, ["otter", "日本"], 9, fingerprintData([])).sections;
  const chunk = showChunk(openSections(bytes) ?? assert.fail());
  assert.equal(chunk.count, 2);
  assert.equal(chunk.firstEnd, 9);
  assert.deepEqual(chunk.readStems(), ["otter", "日本"]);
  for (const [index, { row, positions, scores, ...rest }] of PAPERS.entries()) {
    const read = chunk.readPaper(index);
    assert.deepEqual({ input: read.input, words: read.words, list: read.list }, rest);
    assert.deepEqual([[...read.row.stems], [...read.row.counts]], [[...row.stems], [...row.counts]]);
    assert.equal(read.row.surfaces.length, 0);
    assert.deepEqual([Array.from(read.positions), Array.from(read.scores)], [positions, scores]);
  }
});

test("a chunk without new stems has none", () => {
  assert.deepEqual(packChunk(PAPERS.slice(0, 1), [], 0, fingerprintData([])).readStems(), []);
});
