import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import type { SearchEngine, SearchOptions } from "../lib/search/engine.ts";
import { countFacets } from "../lib/search/facet-table.ts";
import { BUNDLE_BOUNDS } from "./plan.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

const OPTIONS: SearchOptions = { filters: {}, ranking: "fused", sort: "relevance" };
const WORDS = ["volcanoes", "glaciers", "self-play", "agents", "caf\u00e9s"];

/** Ten papers a month; day and number of comments of each follow from its number, in another order than its id. */
function listPages(): Record<string, string> {
  const pages: Record<string, string> = {};
  for (let number = 0; number < 60; number += 1) {
    const month = 1 + Math.floor(number / 10);
    const id = `260${month}.${String(100 - number).padStart(5, "0")}`;
    const day = `2026-0${month}-${String(1 + ((number * 7) % 28)).padStart(2, "0")}`;
    const comments = number % 3 === 0 ? undefined : (number * 11) % 17;
    const text = WORDS.filter((_, index) => (number * 13) % (index + 2) === 0).join(" and ");
    const newer =
      number < 4 ? "" : `260${1 + Math.floor((number - 4) / 10)}.${String(104 - number).padStart(5, "0")} .5`;
    pages[`papers/${id}`] = makePage(
      entryOf(id, `Paper ${number}`, day, comments),
      `<p>On ${text}, ${number}.</p>`,
      newer,
    );
  }
  return pages;
}

const site = writePages(join(root, "site"), listPages());
const one = await open("one", BUNDLE_BOUNDS.first);
const many = await open("many", 15);

/** The same pages, with bundles of so many papers or a little more. */
async function open(name: string, papers: number): Promise<SearchEngine> {
  const copy = writePages(join(root, name), listPages());
  const bounds = { most: 1000, first: papers, close: papers, ratio: 0 };
  const { bundles } = await buildSearchIndex(copy, listSamplePapers(site), { bounds });
  assert.equal(bundles, name === "one" ? 1 : 3);
  return openSearchIndex(copy);
}

async function findIds(engine: SearchEngine, term: string | null, options: Partial<SearchOptions> = {}) {
  const { hits } = await engine.search(term, { ...OPTIONS, ...options });
  return Promise.all(hits.map(async (hit) => (await hit.load()).entry.id));
}

const QUESTIONS: [string | null, Partial<SearchOptions>][] = [
  ["volcanoes", {}],
  ["glaciers agents", { ranking: "strict" }],
  ['"self play"', {}],
  ["selfplay", {}],
  ["cafes", {}],
  ["volcanoes", { filters: { year: { any: ["2026"] } } }],
  ["nothing", {}],
  [null, {}],
  [null, { filters: { year: "2025" } }],
];

test("several bundles find the papers that one finds, each once, and count the same values", async () => {
  for (const [term, options] of QUESTIONS) {
    const name = JSON.stringify([term, options]);
    const found = await findIds(many, term, options);
    assert.deepEqual(found.toSorted(), (await findIds(one, term, options)).toSorted(), name);
    const asked = { ...OPTIONS, ...options };
    const count = async (engine: SearchEngine) => {
      const { hits } = await engine.search(term, asked);
      const facets = await engine.tables.readFacets();
      return countFacets(hits.map(({ key }) => facets.get(key)));
    };
    const [a, b] = await Promise.all([many, one].map(count));
    assert.deepEqual(a, b, name);
  }
  assert.equal((await findIds(many, null)).length, 60);
  assert.ok((await findIds(many, "volcanoes")).length > 10);
});

test("hits of all bundles come by score, and each has a key of its own", async () => {
  const { hits } = await many.search("volcanoes", OPTIONS);
  assert.ok(hits.every(({ score }, index) => score <= (hits[index - 1]?.score ?? Number.POSITIVE_INFINITY)));
  assert.equal(new Set(hits.map(({ key }) => key)).size, hits.length);
  assert.deepEqual([...new Set(hits.map(({ key }) => key.split("_")[0]))].sort(), ["0", "1", "2"]);
});

test("orders by day and by comments are right across bundles, to the last paper", async () => {
  for (const engine of [one, many]) {
    const { hits } = await engine.search(null, { ...OPTIONS, sort: "newest" });
    const days = await Promise.all(hits.map(async (hit) => (await hit.load()).entry.published ?? ""));
    assert.deepEqual(days, days.toSorted().reverse());
    const commented = await engine.search("volcanoes", { ...OPTIONS, sort: "comments" });
    const counts = await Promise.all(commented.hits.map(async (hit) => (await hit.load()).entry.comments?.count ?? -1));
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    assert.ok(counts.includes(-1) && counts.includes(0));
  }
});

test("a weight that one search sets is not left to the next", async () => {
  const engine = await openSearchIndex(join(root, "many"));
  const strict = { ...OPTIONS, ranking: "strict" } as const;
  const scores = async (from: SearchEngine) => (await from.search("glaciers", strict)).hits.map(({ score }) => score);
  const fresh = await scores(engine);
  const other = await openSearchIndex(join(root, "many"));
  await other.search("agents", OPTIONS);
  assert.deepEqual(await scores(other), fresh);
});

test("a paper's neighbours are in its own bundle, both ways, or in older ones", async () => {
  const { hits } = await many.search(null, OPTIONS);
  const papers = await Promise.all(
    hits.map(async (hit) => ({ key: hit.key, number: Number((await hit.load()).entry.title.replace(/\D/g, "")) })),
  );
  const numbers = new Map(papers.map(({ key, number }) => [key, number]));
  const near = async (number: number) => {
    const key = papers.find((paper) => paper.number === number)?.key ?? "";
    return (await many.load(key)).near.map((neighbour) => numbers.get(neighbour.key)).sort();
  };
  assert.deepEqual(await near(10), [14, 6]);
  // Paper 20 is the first of the next bundle: it knows 16, which does not know it.
  assert.deepEqual(await near(16), [12]);
  assert.deepEqual(await near(20), [16, 24]);
});
