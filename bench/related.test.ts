import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCaptured } from "#scenes/captured-run.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { UsageError } from "#tools/commands/command.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { findRelated, measureRelated } from "./related.ts";
import { pairPapers } from "./related-pairs.ts";
import type { RelatingFigures } from "./related-time.ts";
import { readCollection } from "./search-collection.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const folder = mkdtempSync(join(CACHE_FOLDER, "related-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const PAPERS = [
  { id: "w1", title: "Whales sing", abstract: "Dialects of whale song in the ocean." },
  { id: "w2", title: "Ocean song", abstract: "Whales and their dialects." },
  { id: "w3", title: "A pod", abstract: "The song of whales." },
  { id: "l1", title: "Lemmas", abstract: "A prover finds lemmas for theorems." },
  { id: "l2", title: "Theorems", abstract: "Lemmas and a prover." },
];

/** Writes a collection and returns its folder. */
function writeCollection(name: string, queries: { id: string; text: string }[], grades: [string, string, number][]) {
  const path = join(folder, name);
  mkdirSync(path);
  const toLines = (objects: object[]) => objects.map((object) => JSON.stringify(object)).join("\n");
  writeFileSync(join(path, "corpus.jsonl"), toLines(PAPERS));
  writeFileSync(join(path, "queries.jsonl"), toLines(queries));
  writeFileSync(join(path, "qrels.tsv"), ["query\tpaper\tgrade", ...grades.map((row) => row.join("\t"))].join("\n"));
  return path;
}

test("A paper is not found for itself and not counted as missing, and --json prints one object.", async () => {
  const path = writeCollection(
    "own",
    [
      { id: "w1", text: "Whales sing\nDialects of whale song in the ocean." },
      { id: "outside", text: "Theorems and lemmas of a prover" },
      { id: "l1", text: "only its own grade" },
    ],
    [
      ["w1", "w1", 3],
      ["w1", "w2", 2],
      ["w1", "w3", 1],
      ["outside", "l1", 1],
      ["outside", "l2", 1],
      ["l1", "l1", 1],
    ],
  );
  const { code, out } = await runCaptured(measureRelated, ["related", "--collection", path, "--json"], folder);
  assert.equal(code, 0);
  const { seconds, ...figures } = JSON.parse(out) as { seconds: number };
  assert.ok(seconds >= 0);
  assert.deepEqual(figures, { "ndcg@10": 1, "recall@50": 1, bm25: { "ndcg@10": 1, "recall@50": 1 } });
});

test("A query that was judged for one facet is its paper: of its text, and never found for itself.", async () => {
  const queries = [{ id: "w1#method", text: "lemmas" }];
  const path = writeCollection("facets", queries, [
    ["w1#method", "w1", 3],
    ["w1#method", "w2", 2],
    ["w1#method", "w3", 1],
  ]);
  const { out } = await runCaptured(measureRelated, ["related", "--collection", path, "--json"], folder);
  const { seconds: _, ...figures } = JSON.parse(out) as { seconds: number };
  assert.deepEqual(figures, { "ndcg@10": 1, "recall@50": 1, bm25: { "ndcg@10": 1, "recall@50": 1 } });
  const [found = []] = findRelated(readCollection(path));
  assert.deepEqual([found.slice(0, 2).sort(), found.includes("w1")], [["w2", "w3"], false]);
});

test("A call without a collection, and a collection that judges nothing, are refused in words.", async () => {
  await assert.rejects(async () => measureRelated.run([]), UsageError);
  const path = writeCollection("nothing", [{ id: "w1", text: "Whales" }], [["w1", "w1", 1]]);
  const { code, errors } = await runCaptured(measureRelated, ["related", "--collection", path], folder);
  assert.equal(code, 1);
  assert.match(errors, /judges no paper/);
});

test("Of an invented archive, a day more costs its own papers and one file.", async () => {
  const { code, out } = await runCaptured(measureRelated, ["related", "--papers", "2300", "--json"], folder);
  assert.equal(code, 0);
  const { scratch, day } = JSON.parse(out) as RelatingFigures;
  assert.deepEqual([scratch.made, day.made], [2250, 50]);
  assert.ok(scratch.written === scratch.bytes && scratch.peakMB > 0);
  assert.ok(day.written < day.bytes / 2, `${day.written} of ${day.bytes}`);
});

test("Papers that answer the same questions are pairs, graded by how many those are, three at most.", () => {
  const answers = ["w1", "w2", "w3", "l1", "gone"];
  const all = new Map(answers.map((id) => [id, 1]));
  const two = new Map([
    ["w1", 2],
    ["w2", 1],
  ]);
  const queries = ["a", "b", "c", "d", "e"].map((id) => ({ id, text: "?" }));
  const grades = new Map([
    ["a", all],
    ["b", two],
    ["c", two],
    ["d", two],
    ["e", new Map([["l2", 1]])],
  ]);
  const pairs = pairPapers({ papers: PAPERS, queries, grades });
  assert.deepEqual(
    new Map([
      ["w2", 3],
      ["w3", 1],
      ["l1", 1],
    ]),
    pairs.grades.get("w1"),
  );
  assert.deepEqual(pairs.queries.map(({ id }) => id).sort(), ["l1", "w1", "w2", "w3"]);
  assert.ok(
    pairs.queries.every(
      ({ id, text }) =>
        text === PAPERS.filter((paper) => paper.id === id).map(({ title, abstract }) => `${title}\n${abstract}`)[0],
    ),
  );
});

for (const [name, least] of [
  ["cranfield", 0.025],
  ["cisi", 0.02],
] as const) {
  const { path: shared, skip } = findSharedData("data", "ir", name);
  test(`Related papers of ${name} are better than BM25's, and bounds on the work cost nothing.`, {
    skip,
  }, async () => {
    const args = ["related", "--collection", shared, "--pairs", "--json"];
    const { out } = await runCaptured(measureRelated, args, folder);
    const figures = JSON.parse(out) as { "ndcg@10": number; bm25: { "ndcg@10": number } };
    assert.ok(figures["ndcg@10"] > figures.bm25["ndcg@10"] + least, out);
    const pairs = pairPapers(readCollection(shared));
    const bounded = findRelated(pairs).map((list) => list.slice(0, 10));
    const all = findRelated(pairs, { candidates: 2000, reads: 1e9 }).map((list) => list.slice(0, 10));
    const lost = bounded.flatMap((list, index) => (all[index] ?? []).filter((id) => !list.includes(id)));
    assert.ok(lost.length <= 0.01 * all.flat().length, `${lost.length} of ${all.flat().length}`);
  });
}
