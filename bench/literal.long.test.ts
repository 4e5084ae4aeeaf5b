/** What is literally in the papers of real days is found, and a number is true but for few. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import type { PaperRecord } from "#lib/content/record.ts";
import { toPlainText } from "#lib/latex/render.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { runOwn } from "#scenes/process.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { checkLiterals } from "./literal-check.ts";
import type { CollectionPaper } from "./search-collection.ts";
import { writeCollectionSite } from "./search-site.ts";

const { path: days, skip } = findSharedData("data", "hf-daily");

/** Phrases that are asked for. */
const QUESTIONS = 1200;
/** Questions whose number may count too many: Pagefind has 2.5M as `25m`. */
const SURPLUS = 2;
/** Questions in which a paper with the words side by side may come before one with the phrase. */
const LATE = 7;

/** Imports the days; gives the papers as their records have them. */
async function importPapers(contentDir: string): Promise<CollectionPaper[]> {
  const call = ["import", "hugging-face", "--retrieved", "2031-05-01", days];
  const { code, output } = await runOwn("digest.ts", call, { environment: { CONTENT_DIR: contentDir } });
  assert.equal(code, 0, output);
  const folder = join(contentDir, "papers");
  const lines = readdirSync(folder, "utf8").flatMap((name) =>
    readFileSync(join(folder, name), "utf8").trim().split("\n"),
  );
  return lines.map((line) => {
    const { id, title, abstract = "" } = JSON.parse(line) as PaperRecord;
    return { id, title: toPlainText(title), abstract: toPlainText(abstract).replace(/\s+/g, " ") };
  });
}

test("Of phrases of one to four words of real papers none is missing, few are too many, and the literal ones come first.", {
  skip,
}, async (t) => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const root = resolve(mkdtempSync(join(CACHE_FOLDER, "literal-days-")));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const papers = await importPapers(join(root, "content"));
  await buildSearchIndex(root, writeCollectionSite(papers, root));
  const engine = await openSearchIndex(root);
  const { missing, surplus, late } = await checkLiterals(engine, papers, QUESTIONS, "days");
  assert.deepEqual(missing, []);
  assert.ok(surplus.length <= SURPLUS, surplus.join("\n"));
  assert.ok(late.length <= LATE, late.join("\n"));
});
