import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { EntryView } from "../lib/papers/entry.ts";
import type { SearchEngine, SearchOptions } from "../lib/search/engine.ts";
import { encodeEntry, filterValuesOf, sortKeysOf } from "../lib/search/index-format.ts";
import { buildSearchIndex, SearchIndexError } from "./build.ts";
import { openSearchIndex } from "./open.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

const OPTIONS: SearchOptions = { filters: {}, ranking: "strict", sort: "relevance" };

function entryOf(id: string, title: string, published?: string): EntryView {
  return {
    id,
    href: `/papers/${id}/`,
    title,
    byline: "Ada Example",
    topics: [{ id: "games", label: "Games", href: "/tags/games/" }],
    isTopicsAssigned: false,
    isWithdrawn: false,
    ...(published === undefined ? {} : { published }),
  };
}

/** A page as components/search/IndexedEntry.astro and the paper page make it, in short. */
function makePage(entry: EntryView, body: string): string {
  const { year } = filterValuesOf(entry);
  const { date, comments } = sortKeysOf(entry);
  return `<!doctype html><html lang="de"><head><title>${entry.title}</title></head><body><nav>Everywhere</nav>
    <main><article data-pagefind-body>
    <span hidden data-pagefind-meta="entry[data-entry], id[data-id]" data-entry="${encodeEntry(entry)}"
      data-id="${entry.id}" data-pagefind-filter="year[data-year]" data-year="${year}"
      data-pagefind-sort="date[data-date], comments[data-comments]" data-date="${date}" data-comments="${comments}"></span>
    <span hidden data-pagefind-meta="authors[data-authors]" data-authors="Grace Sample"></span>
    <h1 data-pagefind-meta="title">${entry.title}</h1><h2>Headings</h2>
    ${body}<p data-pagefind-ignore>Neighbours</p></article></main></body></html>`;
}

function writeSite(name: string, pages: Record<string, string>): string {
  const site = join(root, name);
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(join(site, path), { recursive: true });
    writeFileSync(join(site, path, "index.html"), html);
  }
  return site;
}

async function findTitles(engine: SearchEngine, term: string | null, options: Partial<SearchOptions> = {}) {
  const { hits } = await engine.search(term, { ...OPTIONS, ...options });
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
  const { pages: count, bytes, files } = await buildSearchIndex(site);
  assert.equal(count, 3);
  assert.equal(
    files,
    readdirSync(join(site, "pagefind"), { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length,
  );
  assert.ok(bytes > 0);
  const engine = await openSearchIndex(site, 3);
  assert.deepEqual((await findTitles(engine, "volcanoes")).sort(), ["First", "Second"]);
  assert.deepEqual(await findTitles(engine, "volcanoes", { filters: { year: "2025" } }), ["Second"]);
  assert.deepEqual(await findTitles(engine, null, { sort: "newest" }), ["Third", "Second", "First"]);
  assert.deepEqual(await findTitles(engine, "2501.00002"), ["Second"]);
  assert.deepEqual((await findTitles(engine, "grace sample")).length, 3);
  const { counts } = await engine.search("volcanoes", OPTIONS);
  assert.deepEqual(counts["year"], { "2024": 1, "2025": 1, unknown: 0 });
});

test("headings, ignored parts and what the entry holds are not searched", async () => {
  const site = writeSite("quiet", pages);
  await buildSearchIndex(site);
  const engine = await openSearchIndex(site, 3);
  for (const term of ["headings", "neighbours", "everywhere", "published", "byline", "href", "true"]) {
    assert.deepEqual(await findTitles(engine, term), [], term);
  }
});

test("positions of a hit are those of the words in its text", async () => {
  const site = writeSite("places", pages);
  await buildSearchIndex(site);
  const engine = await openSearchIndex(site, 3);
  const [hit] = (await engine.search("selfplay", OPTIONS)).hits;
  assert.ok(hit);
  const words = (await hit.load()).content.split(" ");
  assert.deepEqual(
    hit.positions.map((position) => words[position]),
    ["Self-play"],
  );
});

test("files that no page of ours loads are left out", async () => {
  const site = writeSite("lean", pages);
  await buildSearchIndex(site);
  const files = readdirSync(join(site, "pagefind"));
  assert.deepEqual(
    files.filter((file) => /ui|highlight|playground|unknown/.test(file)),
    [],
  );
  for (const file of ["pagefind.js", "pagefind-worker.js", "wasm.en.pagefind", "pagefind-entry.json"]) {
    assert.ok(files.includes(file), file);
  }
});

test("an index that was there is replaced, leftovers and all", async () => {
  const site = writeSite("again", pages);
  await buildSearchIndex(site);
  writeFileSync(join(site, "pagefind", "old.pf_index"), "old");
  mkdirSync(join(site, "pagefind.new"));
  writeFileSync(join(site, "pagefind.new", "left"), "left");
  await buildSearchIndex(site);
  assert.equal(existsSync(join(site, "pagefind", "old.pf_index")), false);
  assert.equal(existsSync(join(site, "pagefind", "left")), false);
  assert.equal(existsSync(join(site, "pagefind.new")), false);
});

test("pages without a title or an entry are named, all at once, and the old index stays", async () => {
  const site = writeSite("faulty", pages);
  await buildSearchIndex(site);
  writeSite("faulty", {
    "papers/2501.00002": "",
    "papers/2502.00003": "<html><body><main data-pagefind-body><h1>Third</h1></main></body></html>",
  });
  const before = readdirSync(join(site, "pagefind"));
  await assert.rejects(buildSearchIndex(site), (error: unknown) => {
    assert.ok(error instanceof SearchIndexError);
    assert.equal(error.stack, undefined);
    assert.equal(
      error.message,
      [
        "3 faults in the pages given to the search index",
        'papers/2501.00002/index.html  has no title for the search index: it needs an <h1 data-pagefind-meta="title"> inside the element with data-pagefind-body',
        "papers/2501.00002/index.html  has no entry for the search index: it needs the component IndexedEntry",
        "papers/2502.00003/index.html  has no entry for the search index: it needs the component IndexedEntry",
      ].join("\n"),
    );
    return true;
  });
  assert.deepEqual(readdirSync(join(site, "pagefind")), before);
});

test("many faults are counted rather than listed", async () => {
  const empty = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`papers/p${10 + index}`, ""]));
  await assert.rejects(buildSearchIndex(writeSite("many", empty)), /^SearchIndexError: 24 faults.*\nand 14 more$/s);
});

test("a site without paper pages is told to be built first", async () => {
  const site = writeSite("none", { about: "<h1>About</h1>" });
  await assert.rejects(buildSearchIndex(site), /There are no paper pages .* build the site before its search index\./);
});
