import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { writeCorpus } from "../../bench/corpus-files.ts";
import { findBrokenLinks, readLinkedSite } from "../scenes/links.ts";

test("Papers without a digest have a row in their day or month, and every link leads there.", async (t) => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(CACHE_FOLDER, "paper-rows-test-"));
  const [contentDir, outDir] = [join(folder, "content"), join(folder, "dist")];
  const settings = { ...readSettings({ PAPER_PAGES: "digests" }), contentDir, outDir };
  t.after(() => {
    for (const path of [folder, locateWorkFolder(settings)]) rmSync(path, { recursive: true, force: true });
  });
  writeCorpus(60, contentDir);
  await build(settings);
  const pages = new Set(readdirSync(join(outDir, "papers")));
  const digests = readdirSync(join(contentDir, "digests")).map((name) => name.replace(/\.md$/, ""));
  assert.ok(digests.every((id) => pages.has(id)));
  assert.ok(pages.size < 30, `${pages.size} of 60 papers have a page`);
  assert.deepEqual(findBrokenLinks(readLinkedSite(outDir, settings.siteUrl, settings.basePath)), []);
  const feed = readFileSync(join(outDir, "feeds", "papers.xml"), "utf8");
  assert.match(feed, /\/(editions\/[\d-]+|archive\/[\d-]+\/\d\d)\/#\d{4}\.\d{5}"/);
  assert.ok(existsSync(join(outDir, "pagefind")));
});
