import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCaptured } from "#scenes/captured-run.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import { countPapersByWord, measureSearch, shorten } from "./search.ts";
import { makeBm25 } from "./search-bm25.ts";
import { computeNdcg, computeRecall } from "./search-scores.ts";
import { bootstrapMean, computeMean, findQuantile } from "./statistics.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const folder = mkdtempSync(join(CACHE_FOLDER, "bench-search-test-"));
after(() => rmSync(folder, { recursive: true }));

test("nDCG is 1 for the best order, 0 for none of the papers, and discounts by rank.", () => {
  const grades = new Map([
    ["a", 2],
    ["b", 1],
  ]);
  assert.equal(computeNdcg(["a", "b", "c"], grades, 10), 1);
  assert.equal(computeNdcg(["c", "d"], grades, 10), 0);
  // Worked by hand: gains 0, 2/log2(3), 1/log2(4) over 2 + 1/log2(3).
  assert.equal(
    computeNdcg(["c", "a", "b"], grades, 10).toFixed(6),
    ((2 / 1.5849625 + 0.5) / (2 + 1 / 1.5849625)).toFixed(6),
  );
  assert.equal(computeNdcg(["c", "a", "b"], grades, 1), 0);
  assert.equal(computeRecall(["c", "a", "b"], grades, 2), 0.5);
  assert.deepEqual([computeMean([1, 2]), computeMean([])], [1.5, 0]);
  const upTo20 = Array.from({ length: 20 }, (_, index) => 20 - index);
  assert.deepEqual([findQuantile(upTo20, 0.95), findQuantile([7], 0.95), findQuantile([], 0.95)], [19, 7, 0]);
});

test("BM25 ranks by rare words and short texts, ties by id, and leaves out papers without any of the words.", () => {
  const bm25 = makeBm25([
    { id: "long", title: "Harbours", abstract: "Ships and cranes and quays and berths and tides and pilots." },
    { id: "short", title: "Ships", abstract: "" },
    { id: "twin", title: "Ships", abstract: "" },
    { id: "other", title: "Trees", abstract: "Leaves." },
  ]);
  assert.deepEqual(bm25("the ship", 10), ["short", "twin", "long"]);
  assert.deepEqual(bm25("the ship", 1), ["short"]);
  assert.deepEqual(bm25("cranes of ships", 1), ["long"]);
  assert.deepEqual(bm25("volcano", 10), []);
});

test("A question is shortened to its rarest content words that some paper has.", () => {
  const counts = new Map(Object.entries({ agents: 40, learn: 30, search: 5, supervision: 2, self: 9, play: 1 }));
  const countOf = (word: string): number => counts.get(word) ?? 0;
  assert.equal(
    shorten("How do the agents learn to search without supervision?", 3, countOf),
    "learn search supervision",
  );
  assert.equal(shorten("agents zzz learn self-play", 2, countOf), "learn self-play");
  assert.equal(shorten("zzz yyy", 2, countOf), "zzz yyy");
  assert.equal(shorten("what of it", Number.POSITIVE_INFINITY, countOf), "what of it");
  const count = countPapersByWord([
    { id: "a", title: "Self-play, self-play", abstract: "plays" },
    { id: "b", title: "Play", abstract: "" },
  ]);
  assert.deepEqual(["self", "play", "plays", "gone"].map(count), [1, 2, 1, 0]);
});

test("The interval of a mean holds it, narrows with more values, and is the same each time.", () => {
  const values = Array.from({ length: 50 }, (_, index) => (index % 5) / 10);
  const [low, high] = bootstrapMean(values);
  assert.ok(low < 0.2 && high > 0.2 && low > 0.1 && high < 0.3, `${low} to ${high}`);
  const [lower, higher] = bootstrapMean([...values, ...values, ...values, ...values]);
  assert.ok(higher - lower < (high - low) * 0.7);
  assert.deepEqual(bootstrapMean(values), [low, high]);
  assert.deepEqual(bootstrapMean([1, 1]), [1, 1]);
});

const PAPERS = [
  { id: "p1", title: "Sorting ships by crane", abstract: "Cranes sort ships in harbours." },
  { id: "p2", title: "Volcanoes of the north", abstract: "Lava flows are measured." },
  { id: "p3", title: "Counting trees", abstract: "Leaves are counted by drones." },
];

function writeCollection(qrels: string): void {
  writeFileSync(join(folder, "corpus.jsonl"), PAPERS.map((paper) => `${JSON.stringify(paper)}\n`).join(""));
  writeFileSync(
    join(folder, "queries.jsonl"),
    '{"id":"q1","text":"which cranes sort ships?"}\n{"id":"q2","text":"lava"}\n',
  );
  writeFileSync(join(folder, "qrels.tsv"), qrels);
}

test("A judged collection is asked through the site's own index and planner.", async () => {
  writeCollection("query\tdocument\tgrade\nq1\tp1\t2\nq2\tp2\t1\nq2\tp3\t0\n");
  const { code, out } = await runCaptured(measureSearch, ["search", "--collection", folder, "--json"], PROJECT_FOLDER);
  assert.equal(code, 0);
  const { bytes, ms, ...figures } = JSON.parse(out);
  assert.deepEqual(figures, {
    "ndcg@10": 1,
    "recall@50": 1,
    zero: 0,
    under10: 1,
    bm25: { "ndcg@10": 1, "recall@50": 1 },
    gain: [0, 0],
  });
  assert.ok(bytes > 0 && ms > 0);
  const table = await runCaptured(measureSearch, ["search", "--collection", folder], PROJECT_FOLDER);
  assert.match(table.out, /95 in 100 take +\d+\.\d ms/);
});

test("What is wrong with a collection or a call is told.", async () => {
  writeCollection("query\tdocument\tgrade\nq1\n");
  const faulty = await runCaptured(measureSearch, ["search", "--collection", folder], PROJECT_FOLDER);
  assert.equal(faulty.code, 1);
  assert.match(faulty.errors, /qrels\.tsv:2 {2}is not query, document and grade, apart by tabs/);
  const kind = await runCaptured(measureSearch, ["search", "--collection", folder, "--queries", "4"], PROJECT_FOLDER);
  assert.deepEqual([kind.code, /--queries is "4"/.test(kind.errors)], [2, true]);
});
