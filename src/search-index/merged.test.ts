import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import type { Hit, Ranking, SearchEngine } from "../lib/search/engine.ts";
import { countFacets } from "../lib/search/facet-table.ts";
import { readMeets } from "../lib/search/facets.ts";
import { sortResults } from "../lib/search/order.ts";
import { EMPTY_QUESTION, type Question } from "../lib/search/question.ts";
import { makePlainResult } from "../lib/search/result.ts";
import { listPapers } from "../lib/search/retrieve.ts";
import { BUNDLE_BOUNDS } from "./plan.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

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

/** Papers that a term finds within the filters of a question, in its order; all papers when there is no term. */
async function find(
  engine: SearchEngine,
  term: string | null,
  rest: Partial<Question> = {},
  ranking: Ranking = "fused",
): Promise<Hit[]> {
  const question = { ...EMPTY_QUESTION, ...rest };
  if (term === null) return (await listPapers(engine, question)).results.map(({ hit }) => hit);
  const meets = await readMeets(engine.tables, question);
  const hits = (await engine.search(term, ranking)).filter(({ key }) => meets(key));
  return (await sortResults(engine, question.sort, hits.map(makePlainResult))).map(({ hit }) => hit);
}

async function findIds(engine: SearchEngine, ...asked: [string | null, Partial<Question>?, Ranking?]) {
  const hits = await find(engine, ...asked);
  return Promise.all(hits.map(async (hit) => (await hit.load()).entry.id));
}

const QUESTIONS: [string | null, Partial<Question>, Ranking?][] = [
  ["volcanoes", {}],
  ["glaciers agents", {}, "strict"],
  ['"self play"', {}],
  ["selfplay", {}],
  ["cafes", {}],
  ["volcanoes", { years: ["2026"] }],
  ["nothing", {}],
  [null, {}],
  [null, { years: ["2025"] }],
];

test("several bundles find the papers that one finds, each once, and count the same values", async () => {
  for (const asked of QUESTIONS) {
    const name = JSON.stringify(asked);
    const found = await findIds(many, ...asked);
    assert.deepEqual(found.toSorted(), (await findIds(one, ...asked)).toSorted(), name);
    const count = async (engine: SearchEngine) => {
      const hits = await find(engine, ...asked);
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
  const hits = await many.search("volcanoes", "fused");
  assert.ok(hits.every(({ score }, index) => score <= (hits[index - 1]?.score ?? Number.POSITIVE_INFINITY)));
  assert.equal(new Set(hits.map(({ key }) => key)).size, hits.length);
  assert.deepEqual([...new Set(hits.map(({ key }) => key.split("_")[0]))].sort(), ["0", "1", "2"]);
});

test("orders by day and by comments are right across bundles, to the last paper", async () => {
  for (const engine of [one, many]) {
    const hits = await find(engine, null, { sort: "newest" });
    const days = await Promise.all(hits.map(async (hit) => (await hit.load()).entry.published ?? ""));
    assert.deepEqual(days, days.toSorted().reverse());
    const commented = await find(engine, "volcanoes", { sort: "comments" });
    const counts = await Promise.all(commented.map(async (hit) => (await hit.load()).entry.comments?.count ?? -1));
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
    assert.ok(counts.includes(-1) && counts.includes(0));
  }
});

test("a weight that one search sets is not left to the next", async () => {
  const engine = await openSearchIndex(join(root, "many"));
  const scores = async (from: SearchEngine) => (await from.search("glaciers", "strict")).map(({ score }) => score);
  const fresh = await scores(engine);
  const other = await openSearchIndex(join(root, "many"));
  await other.search("agents", "fused");
  assert.deepEqual(await scores(other), fresh);
});

test("a paper's neighbours are in its own bundle, both ways, or in older ones", async () => {
  const hits = await find(many, null);
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
