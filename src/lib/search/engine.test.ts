import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_TABLES } from "#scenes/search-samples.ts";
import { makeEngine, WHOLE_INDEX_PAPERS } from "./engine.ts";
import { sortResults } from "./order.ts";
import type { Sort } from "./question.ts";
import { makePlainResult } from "./result.ts";
import type { Searcher } from "./searcher.ts";

const entry = {
  id: "2510.00001",
  href: "/papers/2510.00001/",
  title: "T",
  byline: "",
  topics: [],
  isTopicsAssigned: false,
  isWithdrawn: false,
};

/** Notes what it is asked, and finds three papers. */
function makeSearcher(log: string[]): Searcher {
  return {
    async preload(term) {
      log.push(`preload "${term}"`);
    },
    async search(term, ranking) {
      log.push(`search ${term} ${ranking.term_similarity}`);
      await new Promise((resolve) => setImmediate(resolve));
      if (term === "broken") throw new Error("out of memory");
      return ["0_a", "0_b", "1_a"].map((key, index) => ({ key, score: 3 - index, positions: [index] }));
    },
    async load(key) {
      log.push(`load ${key}`);
      return { content: "one two", entry, title: "T", authors: "Ada", topics: "", words: "", near: "7 100 0_3 zz" };
    },
  };
}

function open(log: string[], papers = WHOLE_INDEX_PAPERS + 1, tables = NO_TABLES) {
  return makeEngine(makeSearcher(log), { bundles: [{ folder: "", papers }] }, tables);
}

test("the same search is made once; another word or ranking is another search", async () => {
  const log: string[] = [];
  const engine = await open(log);
  const first = engine.search("a", "strict");
  assert.equal(engine.search("a", "strict"), first);
  await engine.search("b", "strict");
  await engine.search("a", "fused");
  assert.deepEqual(log, ["search a 1", "search b 1", "search a 5"]);
});

test("papers in another order than by score are ordered to the last one; those without a value come last", async () => {
  const readOrder = async (sort: string) =>
    new Map(
      sort === "newest"
        ? [
            ["0_a", 20250101],
            ["0_b", 20260101],
            ["1_a", 20260101],
          ]
        : [["1_a", 0]],
    ) as Map<string, number>;
  const engine = await open([], 500, { ...NO_TABLES, readOrder });
  const keys = async (sort: Sort) => {
    const results = (await engine.search("a", "fused")).map(makePlainResult);
    return (await sortResults(engine, sort, results)).map(({ hit }) => hit.key);
  };
  assert.deepEqual(await keys("relevance"), ["0_a", "0_b", "1_a"]);
  assert.deepEqual(await keys("newest"), ["0_b", "1_a", "0_a"]);
  assert.deepEqual(await keys("comments"), ["1_a", "0_a", "0_b"]);
});

test("a small index is fetched whole at once, so that counts are exact; of a large one only what is asked for", async () => {
  const log: string[] = [];
  const small = await open(log, WHOLE_INDEX_PAPERS);
  assert.deepEqual([small.isWhole, small.paperCount], [true, WHOLE_INDEX_PAPERS]);
  assert.deepEqual(log, ['preload ""']);
  log.length = 0;
  assert.equal((await open(log)).isWhole, false);
  assert.deepEqual(log, []);
});

test("a search that fails is made again when it is asked again, and holds up no other", async () => {
  const log: string[] = [];
  const engine = await open(log);
  const broken = engine.search("broken", "strict");
  const next = engine.search("a", "strict");
  await assert.rejects(broken, /out of memory/);
  assert.equal((await next).length, 3);
  await assert.rejects(engine.search("broken", "strict"));
  assert.equal(log.filter((line) => line.startsWith("search broken")).length, 2);
});

test("a paper whose key is known comes without a search", async () => {
  const log: string[] = [];
  const engine = await open(log);
  assert.equal((await engine.load("0_a")).content, "one two");
  assert.deepEqual(log, ["load 0_a"]);
});

test("a hit gives the paper with its entry, what is searched beside its text, and the papers like it", async () => {
  const engine = await open([]);
  const hits = await engine.search("a", "strict");
  assert.deepEqual([hits[0]?.score, hits[0]?.positions], [3, [0]]);
  const { near, ...paper } = (await hits[2]?.load()) ?? {};
  assert.deepEqual(paper, { entry, content: "one two", aside: "T Ada", authors: ["Ada"] });
  assert.deepEqual(near, [
    { key: "1_7", likeness: 1296 / 1295 },
    { key: "0_3", likeness: 1 },
  ]);
});

test("what a term needs is fetched ahead without a search", async () => {
  const log: string[] = [];
  const engine = await open(log);
  await engine.prepare("agents");
  assert.deepEqual(log, ['preload "agents"']);
});
