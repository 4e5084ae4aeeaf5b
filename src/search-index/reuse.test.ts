import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { type IndexStart, START_FILE } from "../lib/search/bundles.ts";
import type { MadeIndex } from "./build.ts";
import type { IndexPaper } from "./pages.ts";
import type { BundleBounds } from "./plan.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

/** January and February are closed, as soon as March begins. */
const BOUNDS: BundleBounds = { most: 100, first: 4, close: 4, ratio: 1 };

function makeMonth(month: string, count: number): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Object.fromEntries(
    numbers.map((number) => {
      const id = `${month.slice(2).replace("-", "")}.0000${number}`;
      const entry = entryOf(id, `Paper ${number} of ${month}`, `${month}-0${number}`);
      return [`papers/${id}`, makePage(entry, `<p>Volcanoes, ${number} of them.</p>`)];
    }),
  );
}

function writeSite(name: string): string {
  return writePages(join(root, name), {
    ...makeMonth("2026-01", 3),
    ...makeMonth("2026-02", 3),
    ...makeMonth("2026-03", 2),
  });
}

async function build(site: string): Promise<MadeIndex> {
  return buildSearchIndex(site, listSamplePapers(site), { state: `${site}-state`, bounds: BOUNDS });
}

function readStart(site: string): IndexStart {
  return JSON.parse(readFileSync(join(site, "pagefind", START_FILE), "utf8")) as IndexStart;
}

/** Every file of a bundle with the moment in which it was written. */
function stampFiles(site: string, folder: string): [string, number, number][] {
  const path = join(site, "pagefind", folder);
  return readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => {
    const { ino, mtimeMs } = statSync(join(path, name));
    return [name, ino, mtimeMs];
  });
}

test("a paper that joins changes the open bundle only", async () => {
  const site = writeSite("joins");
  const first = await build(site);
  assert.deepEqual([first.pages, first.indexed, first.bundles], [8, 8, 2]);
  const [closed, open] = readStart(site).bundles;
  const before = stampFiles(site, closed?.folder ?? "");
  writePages(site, makeMonth("2026-03", 3));
  // A closed bundle is used again unread.
  rmSync(join(site, "papers", "2601.00001", "index.html"));
  const papers = listSamplePapers(writeSite("joins-pages"));
  writePages(join(root, "joins-pages"), makeMonth("2026-03", 3));
  const all = listSamplePapers(join(root, "joins-pages"));
  assert.equal(all.length, papers.length + 1);
  const second = await buildSearchIndex(site, all, { state: `${site}-state`, bounds: BOUNDS });
  assert.deepEqual([second.pages, second.indexed, second.bundles], [9, 1, 2]);
  const [stillClosed, newOpen] = readStart(site).bundles;
  assert.deepEqual(stillClosed, closed);
  assert.notEqual(newOpen?.folder, open?.folder);
  assert.deepEqual(stampFiles(site, closed?.folder ?? ""), before);
  assert.equal(readdirSync(join(site, "pagefind")).includes(open?.folder ?? ""), false);
});

test("the same papers again need nothing but a look", async () => {
  const site = writeSite("same");
  await build(site);
  const before = readStart(site);
  const { indexed } = await build(site);
  assert.equal(indexed, 0);
  assert.deepEqual(readStart(site), before);
});

test("a page that changed in a closed bundle is indexed again, alone", async () => {
  const site = writeSite("changed");
  await build(site);
  writePages(site, { "papers/2601.00002": makePage(entryOf("2601.00002", "Glaciers", "2026-01-02"), "<p>Ice.</p>") });
  assert.equal((await build(site)).indexed, 1);
  const engine = await openSearchIndex(site);
  assert.equal((await engine.search("glaciers", "strict")).length, 1);
});

test("an entry that changed is told, though its page is as it was", async () => {
  const site = writeSite("entry");
  await build(site);
  const papers = listSamplePapers(site).map((paper): IndexPaper => {
    if (paper.id !== "2601.00002") return paper;
    return { ...paper, version: "other", readEntry: () => ({ ...paper.readEntry(), tldr: "Tides count." }) };
  });
  assert.equal((await buildSearchIndex(site, papers, { state: `${site}-state`, bounds: BOUNDS })).indexed, 1);
  const engine = await openSearchIndex(site);
  const hits = await engine.search("volcanoes", "strict");
  const found = await Promise.all(hits.map((hit) => hit.load()));
  const told = found.map(({ entry, content }) => [entry.id, entry.tldr, content.includes("2 of them")]);
  assert.deepEqual(
    told.filter(([, tldr]) => tldr !== undefined),
    [["2601.00002", "Tides count.", true]],
  );
});

for (const [what, damage] of [
  ["is gone", (path: string) => rmSync(path)],
  ["was cut short", (path: string) => truncateSync(path, 3)],
  ["holds as many other bytes", (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size, "?"))],
] as const) {
  test(`a closed bundle is made anew when a file of it ${what}`, async () => {
    const site = writeSite(`damage ${what}`);
    await build(site);
    const [closed] = readStart(site).bundles;
    const folder = join(site, "pagefind", closed?.folder ?? "", "fragment");
    const [fragment] = readdirSync(folder);
    const whole = readFileSync(join(folder, fragment ?? ""));
    damage(join(folder, fragment ?? ""));
    assert.equal((await build(site)).indexed, 6);
    assert.deepEqual(readFileSync(join(folder, fragment ?? "")), whole);
  });
}

test("a folder in place of kept state is passed over", async () => {
  const site = writeSite("folders");
  await build(site);
  for (const name of readdirSync(`${site}-state`)) {
    rmSync(join(`${site}-state`, name));
    mkdirSync(join(`${site}-state`, name));
  }
  assert.equal((await build(site)).indexed, 8);
  assert.equal((await build(site)).indexed, 0);
});

test("state that is damaged or from other code is not believed", async () => {
  const site = writeSite("state");
  await build(site);
  for (const name of readdirSync(`${site}-state`)) {
    const path = join(`${site}-state`, name);
    writeFileSync(path, readFileSync(path, "utf8").replace("files", "flies"));
  }
  assert.equal((await build(site)).indexed, 8);
  rmSync(`${site}-state`, { recursive: true });
  assert.equal((await build(site)).indexed, 8);
});

test("a page that is of another paper is told", async () => {
  const site = writeSite("other");
  const papers = listSamplePapers(site);
  const other = papers.map((paper) => (paper.id === "2601.00002" ? { ...paper, id: "2601.00009" } : paper));
  await assert.rejects(
    buildSearchIndex(site, other, { bounds: BOUNDS }),
    /papers\/2601\.00002\/index\.html {2}is not of the paper 2601\.00009/,
  );
});

test("pages of a bundle that other code made are indexed again", async () => {
  const site = writeSite("code");
  await build(site);
  const papers = listSamplePapers(site).map((paper) => ({ ...paper, version: `${paper.version} other code` }));
  const { indexed } = await buildSearchIndex(site, papers, { state: `${site}-state`, bounds: BOUNDS });
  assert.equal(indexed, 8);
});

test("where one bundle has a faulty page, the others stand as they were", async () => {
  const site = writeSite("faulty");
  await buildSearchIndex(site, listSamplePapers(site), { bounds: BOUNDS });
  const before = readStart(site);
  const files = stampFiles(site, before.bundles[0]?.folder ?? "");
  writePages(site, { "papers/2603.00001": "" });
  await assert.rejects(buildSearchIndex(site, listSamplePapers(site), { bounds: BOUNDS }), /2 faults in the pages/);
  assert.deepEqual(readStart(site), before);
  assert.deepEqual(stampFiles(site, before.bundles[0]?.folder ?? ""), files);
});
