import assert from "node:assert/strict";
import { test } from "node:test";
import { makeInput, makeYear, SMALL } from "#scenes/related-samples.ts";
import type { RelatedInput } from "../related/inputs.ts";
import { type RelatedOptions, relatePapers } from "./related.ts";

/** The five papers, one of them changed. */
function change(id: string, changes: Partial<RelatedInput>): RelatedInput[] {
  return SMALL.map((paper) => (paper.id === id ? { ...paper, ...changes } : paper));
}

test("the lists are those of this format of the state; when they come out otherwise, raise it in related/sections.ts", () => {
  const papers = [...makeYear(2020, 90), ...makeYear(2021, 40), ...makeYear(2022, 40)];
  const related = relatePapers(papers, { fitFrom: 100 });
  const prints = papers.map(({ id }) => related.fingerprintOf(id));
  assert.deepEqual([prints[89], prints[169]], ["_GyJTY5ZNqXpy8d7p6KfNHj5D7s", "L32vz1xuNPey24OZgiLUHXbL528"]);
});

test("a list's fingerprint follows what it shows: ids, likeness, words and the topics shared now", () => {
  const printOf = (papers: RelatedInput[], options: RelatedOptions = {}) =>
    relatePapers(papers, options).fingerprintOf("c");
  const print = printOf(SMALL);
  assert.equal(printOf([...SMALL].reverse()), print);
  assert.equal(printOf(change("c", { topics: ["hands", "robots"] })), print, "only the shared one is shown");
  assert.notEqual(printOf(change("a", { topics: [] })), print);
  assert.notEqual(printOf(change("a", { title: "Robots that stack plates" })), print);
  assert.notEqual(printOf(change("c", { title: "Grasps porcelain" })), print, "another form of a shared word");
  assert.notEqual(printOf(SMALL, { reasonCount: 0 }), print);
  assert.equal(relatePapers(SMALL).fingerprintOf("unknown"), relatePapers([]).fingerprintOf("c"));
  assert.deepEqual(relatePapers(SMALL).listOf("unknown"), []);
});

test("a fingerprint of reasons follows what readers see: ids, words and shared topics, not likeness nor the rest of a list", () => {
  const printOf = (papers: RelatedInput[], options: RelatedOptions = {}) =>
    relatePapers(papers, options).fingerprintReasons("c");
  const print = printOf(SMALL);
  const more = [...SMALL, makeInput("f", "2024-06-01", "Plates", "Plates and lifts.")];
  assert.notEqual(relatePapers(more).fingerprintOf("c"), relatePapers(SMALL).fingerprintOf("c"), "another likeness");
  assert.equal(printOf(more), print);
  assert.notEqual(printOf(change("a", { topics: [] })), print);
  assert.notEqual(printOf(change("c", { title: "Grasps porcelain" })), print, "another form of a shared word");
  assert.notEqual(printOf(change("a", { id: "aa" })), print);
  const none = printOf(SMALL, { reasonCount: 0 });
  assert.notEqual(none, print);
  assert.equal(relatePapers(SMALL).fingerprintReasons("unknown"), none);
});
