/** The real archive: forty-five days as Hugging Face listed them, imported and built whole. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { DaySummary } from "#lib/content/day.ts";
import type { PaperRecord } from "#lib/content/record.ts";
import type { SearchEngine } from "#lib/search/engine.ts";
import type { BuildReport } from "#tools/build/report.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { openSearchIndex } from "../scenes/opened-index.ts";
import { readTree, runOwn } from "../scenes/process.ts";
import { findSharedData } from "../scenes/shared-data.ts";

const { path: listings, skip } = findSharedData("data", "hf-daily");

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "real-archive-test-"));
const settings: BuildSettings = {
  ...readSettings({}),
  contentDir: join(root, "content"),
  outDir: join(root, "dist"),
};
let report: BuildReport;
let records: PaperRecord[];
let days: DaySummary[];
let engine: SearchEngine;

before(async () => {
  if (skip !== false) return;
  const { contentDir, outDir } = settings;
  const call = ["import", "hugging-face", "--retrieved", "2031-05-01", listings];
  const { code, output } = await runOwn("digest.ts", call, { environment: { CONTENT_DIR: contentDir } });
  assert.equal(code, 0, output);
  const months = readdirSync(join(contentDir, "papers"), "utf8");
  records = months.flatMap((name) => readLines<PaperRecord>(join("papers", name)));
  days = readLines<DaySummary>("days.jsonl");
  report = await build(settings);
  engine = await openSearchIndex(outDir);
});

after(() => {
  rmSync(locateWorkFolder(settings), { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});

function readLines<Line>(path: string): Line[] {
  const text = readFileSync(join(settings.contentDir, path), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

function readPage(address: string): string {
  return readFileSync(join(settings.outDir, address, "index.html"), "utf8");
}

/** Ids of the papers that a page links to, each once. */
function listLinked(address: string): string[] {
  return [...new Set([...readPage(address).matchAll(/href="\/papers\/([^/"]+)\/"/g)].map(([, id]) => id ?? ""))].sort();
}

test("Every paper has its page, every day its edition, and there are as many pages as the build says.", {
  skip,
}, () => {
  assert.deepEqual([report.papers, records.length, days.length], [893, 893, 45]);
  assert.deepEqual(
    readdirSync(join(settings.outDir, "papers")).sort(),
    [...records.map(({ id }) => id), "index.html"].sort(),
  );
  const files = [...readTree(settings.outDir).keys()];
  assert.equal(files.filter((file) => file.endsWith(".html")).length, report.pages);
  assert.equal(files.length, report.files);
  for (const { date, taken } of days) {
    const own = records.filter(({ featured }) => featured.includes(date)).map(({ id }) => id);
    assert.equal(own.length, taken, date);
    assert.deepEqual(listLinked(`editions/${date}`), own.sort(), date);
  }
});

test("Months of the archive hold each paper once.", { skip }, () => {
  const months = readdirSync(join(settings.outDir, "archive")).filter((name) => /^\d{4}-\d{2}$|^undated$/.test(name));
  const listed = months.flatMap((month) => listLinked(`archive/${month}`));
  assert.deepEqual(listed.sort(), records.map(({ id }) => id).sort());
});

test("The index holds every paper, and finds each of a sample by its title.", { skip }, async () => {
  assert.equal(engine.paperCount, records.length);
  const keys = [...(await engine.tables.readFacets()).keys()];
  const ids = await Promise.all(keys.map(async (key) => (await engine.load(key)).entry.id));
  assert.deepEqual(ids.sort(), records.map(({ id }) => id).sort());
  for (const { id, title } of records.filter((_, number) => number % 50 === 0)) {
    const [found] = await engine.search(title, "strict");
    assert.equal((await found?.load())?.entry.id, id, title);
  }
});

test("A paper of 402 authors names them all, one of two days stands on both, and a price in a title is no formula.", {
  skip,
}, () => {
  const team = records.find(({ id }) => id === "2607.24653");
  const page = readPage("papers/2607.24653");
  assert.equal(team?.authors.length, 402);
  assert.deepEqual(
    team?.authors.filter((name) => !page.includes(name.replaceAll("'", "&#39;"))),
    [],
  );
  for (const date of ["2026-08-13", "2026-08-19"]) assert.ok(listLinked(`editions/${date}`).includes("2608.12313"));
  assert.match(readPage("papers/2608.14614"), /<h1[^>]*>[^<]*LLaMA-70B on \$60 GPUs/);
});

test("A second build renders nothing and writes nothing.", { skip }, async () => {
  const before = readTree(settings.outDir);
  const { rendered, written, removed, index } = await build(settings);
  assert.deepEqual([rendered, written, removed, index.indexed], [0, 0, 0, 0]);
  assert.deepEqual(readTree(settings.outDir), before);
});

test("What was imported is not imported again.", { skip }, async () => {
  const before = readTree(settings.contentDir);
  assert.ok(existsSync(join(settings.contentDir, "addresses.txt")));
  const call = ["import", "hugging-face", "--retrieved", "2031-05-01", listings];
  await runOwn("digest.ts", call, { environment: { CONTENT_DIR: settings.contentDir } });
  assert.deepEqual(readTree(settings.contentDir), before);
  assert.equal((await build(settings)).rendered, 0);
});
