import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, test } from "node:test";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { Failure } from "../lib/failure.ts";
import type { SearchEngine } from "../lib/search/engine.ts";
import { countFacets } from "../lib/search/facet-table.ts";
import { answerQuestion, makeVocabulary } from "../lib/search/planner.ts";
import { EMPTY_QUESTION, type Question } from "../lib/search/question.ts";
import type { MadeIndex } from "./build.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

function writeSite(name: string, pages: Record<string, string>): string {
  return writePages(join(root, name), pages);
}

async function build(site: string): Promise<MadeIndex> {
  return buildSearchIndex(site, listSamplePapers(site));
}

async function findTitles(engine: SearchEngine, term: string) {
  const hits = await engine.search(term, "strict");
  return Promise.all(hits.map(async (hit) => (await hit.load()).entry.title));
}

const pages = {
  "papers/2401.00001": makePage(entryOf("2401.00001", "First", "2024-01-05"), "<p>Self-play among volcanoes.</p>"),
  "papers/2501.00002": makePage(entryOf("2501.00002", "Second", "2025-01-05"), "<p>Learning without volcanoes.</p>"),
  "papers/2502.00003": makePage(entryOf("2502.00003", "Third"), "<p>Learned play, many times over.</p>"),
  about: "<!doctype html><html lang=en><body><h1>About volcanoes</h1></body></html>",
};

test("paper pages, and only these, can be searched, filtered and ordered", async () => {
  const site = writeSite("whole", pages);
  const { pages: count, bytes, files } = await build(site);
  assert.equal(count, 3);
  const standing = readdirSync(join(site, "pagefind"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(join(site, "pagefind"), join(parentPath, name)));
  assert.deepEqual([...files.keys()].sort(), standing.sort());
  for (const [path, stamp] of files) {
    const { size, mtimeMs } = statSync(join(site, "pagefind", path));
    assert.deepEqual(stamp, { size, mtimeMs }, path);
  }
  assert.ok(bytes > 0);
  const engine = await openSearchIndex(site);
  assert.deepEqual((await findTitles(engine, "volcanoes")).sort(), ["First", "Second"]);
  const ask = async (question: Partial<Question>) => {
    const { results } = await answerQuestion(engine, { ...EMPTY_QUESTION, ...question }, makeVocabulary([]));
    return Promise.all(results.map(async ({ hit }) => (await hit.load()).entry.title));
  };
  assert.deepEqual(await ask({ text: "volcanoes", years: ["2025"] }), ["Second"]);
  assert.deepEqual(await ask({ sort: "newest" }), ["Third", "Second", "First"]);
  assert.deepEqual(await findTitles(engine, "2501.00002"), ["Second"]);
  assert.deepEqual((await findTitles(engine, "grace sample")).length, 3);
  const hits = await engine.search("volcanoes", "strict");
  const facets = await engine.tables.readFacets();
  assert.deepEqual(
    countFacets(hits.map(({ key }) => facets.get(key))).year,
    new Map([
      ["2024", 1],
      ["2025", 1],
    ]),
  );
});

test("headings, ignored parts and what the entry holds are not searched", async () => {
  const site = writeSite("quiet", pages);
  await build(site);
  const engine = await openSearchIndex(site);
  for (const term of ["headings", "neighbours", "everywhere", "published", "byline", "href", "true"]) {
    assert.deepEqual(await findTitles(engine, term), [], term);
  }
});

test("positions of a hit are those of the words in its text", async () => {
  const site = writeSite("places", pages);
  await build(site);
  const engine = await openSearchIndex(site);
  const [hit] = await engine.search("selfplay", "strict");
  assert.ok(hit);
  const words = (await hit.load()).content.split(" ");
  assert.deepEqual(
    hit.positions.map((position) => words[position]),
    ["Self-play"],
  );
});

test("files that no page of ours loads are left out", async () => {
  const site = writeSite("lean", pages);
  await build(site);
  const files = readdirSync(join(site, "pagefind"), { recursive: true, encoding: "utf8" });
  assert.deepEqual(
    files.filter((file) => /ui|highlight|playground|unknown|entry|worker|\.js$|\.new/.test(file)),
    [],
  );
  for (const file of [/^bundles\.json$/, /^core-\w+\/wasm\.en\.pagefind$/, /^papers-\w+\/papers\.pf_meta$/]) {
    assert.equal(files.filter((name) => file.test(name)).length, 1, String(file));
  }
});

test("an index that was there is replaced, leftovers and all", async () => {
  const site = writeSite("again", pages);
  await build(site);
  writeFileSync(join(site, "pagefind", "pagefind-entry.json"), "old");
  mkdirSync(join(site, "pagefind", "papers-000000000000.new"));
  await build(site);
  assert.equal(existsSync(join(site, "pagefind", "pagefind-entry.json")), false);
  assert.equal(existsSync(join(site, "pagefind", "papers-000000000000.new")), false);
});

test("pages without a title or an id are named, all at once, and the old index stays", async () => {
  const site = writeSite("faulty", pages);
  await build(site);
  writeSite("faulty", {
    "papers/2501.00002": "",
    "papers/2502.00003": "<html><body><main data-pagefind-body><h1>Third</h1></main></body></html>",
  });
  const before = readdirSync(join(site, "pagefind"));
  await assert.rejects(build(site), (error: unknown) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.stack, undefined);
    assert.equal(
      error.message,
      [
        "3 faults in the pages given to the search index",
        'papers/2501.00002/index.html  has no title for the search index: it needs an <h1 data-pagefind-meta="title"> inside the element with data-pagefind-body',
        "papers/2501.00002/index.html  has no id for the search index: it needs the component IndexedPaper",
        "papers/2502.00003/index.html  has no id for the search index: it needs the component IndexedPaper",
      ].join("\n"),
    );
    return true;
  });
  assert.deepEqual(readdirSync(join(site, "pagefind")), before);
});

test("many faults are counted rather than listed", async () => {
  const empty = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`papers/p${10 + index}`, ""]));
  await assert.rejects(build(writeSite("many", empty)), /^Failure: 24 faults.*\nand 14 more$/s);
});

test("a site without paper pages is told to be built first", async () => {
  const site = writeSite("none", { about: "<h1>About</h1>" });
  await assert.rejects(build(site), /There are no paper pages .* build the site before its search index\./);
});
