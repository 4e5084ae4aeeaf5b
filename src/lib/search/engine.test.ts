import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEngine, type Pagefind, type SearchOptions, WHOLE_INDEX_PAPERS } from "./engine.ts";
import { encodeEntry } from "./index-format.ts";

const STRICT: SearchOptions = { filters: {}, ranking: "strict", sort: "relevance" };
const FUSED: SearchOptions = { ...STRICT, ranking: "fused" };

const entry = {
  id: "2510.00001",
  href: "/papers/2510.00001/",
  title: "T",
  byline: "",
  topics: [],
  isTopicsAssigned: false,
  isWithdrawn: false,
};

/** Notes what it is asked; a search takes a turn of the event loop, as one in a worker does. */
function makePagefind(log: string[]): Pagefind {
  return {
    async options({ ranking }) {
      log.push(`weights ${(ranking as { termSimilarity: number }).termSimilarity}`);
    },
    async filters() {
      log.push("filters");
    },
    async preload(term) {
      log.push(`preload ${term.length > 20 ? `${term.slice(0, 5)}…` : term}`);
    },
    async search(term, options) {
      log.push(`search ${term} ${JSON.stringify(options)}`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`found ${term}`);
      if (term === "broken") throw new Error("out of memory");
      const data = async () => ({
        content: "one two",
        meta: { title: "T", authors: "Ada", entry: encodeEntry(entry) },
      });
      return { results: [{ id: "en_1", score: 2, words: [1], data }], filters: { year: { "2025": 1 } } };
    },
  };
}

test("searches go one by one, and weights change only between them", async () => {
  const log: string[] = [];
  const engine = await makeEngine(makePagefind(log), 10);
  log.length = 0;
  await Promise.all([engine.search("a", STRICT), engine.search("b", FUSED), engine.search("c", FUSED)]);
  assert.deepEqual(
    log.map((line) => line.split(" {", 1)[0]),
    ["weights 1", "search a", "found a", "weights 3", "search b", "found b", "search c", "found c"],
  );
});

test("the same search is made once; another order or filter is another search", async () => {
  const log: string[] = [];
  const engine = await makeEngine(makePagefind(log), 10);
  log.length = 0;
  const first = engine.search("a", STRICT);
  assert.equal(engine.search("a", { ...STRICT }), first);
  await engine.search("a", { ...STRICT, sort: "newest" });
  await engine.search("a", { ...STRICT, filters: { code: "1" } });
  assert.deepEqual(
    log.filter((line) => line.startsWith("search")),
    [
      'search a {"filters":{},"sort":{}}',
      'search a {"filters":{},"sort":{"date":"desc"}}',
      'search a {"filters":{"code":"1"},"sort":{}}',
    ],
  );
});

test("a small index is fetched whole at once, so that counts are exact; of a large one only what is asked for", async () => {
  const log: string[] = [];
  assert.equal((await makeEngine(makePagefind(log), WHOLE_INDEX_PAPERS)).isWhole, true);
  assert.deepEqual(log, ["filters", "preload 00 01…"]);
  log.length = 0;
  const large = await makeEngine(makePagefind(log), WHOLE_INDEX_PAPERS + 1);
  assert.equal(large.isWhole, false);
  await large.search("a", STRICT);
  assert.deepEqual(log.slice(0, 2), ["preload a", "weights 1"]);
  assert.ok(!log.includes("filters"));
  await large.search("a", { ...STRICT, isCounted: true });
  assert.ok(log.includes("filters"));
});

test("a search that fails is made again when it is asked again, and holds up no other", async () => {
  const log: string[] = [];
  const engine = await makeEngine(makePagefind(log), 10);
  const broken = engine.search("broken", STRICT);
  const next = engine.search("a", STRICT);
  await assert.rejects(broken, /out of memory/);
  assert.equal((await next).hits.length, 1);
  await assert.rejects(engine.search("broken", STRICT));
  assert.equal(log.filter((line) => line === "found broken").length, 2);
});

test("a hit gives the paper with its entry and what is searched beside its text", async () => {
  const engine = await makeEngine(makePagefind([]), 10);
  const { hits, counts } = await engine.search("a", STRICT);
  assert.deepEqual(counts, { year: { "2025": 1 } });
  assert.equal(hits[0]?.score, 2);
  assert.deepEqual(hits[0]?.positions, [1]);
  assert.deepEqual(await hits[0]?.load(), { entry, content: "one two", aside: "T Ada", authors: ["Ada"] });
});
