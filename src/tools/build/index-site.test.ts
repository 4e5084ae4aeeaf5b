import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout } from "node:timers/promises";
import { joinPaper } from "#lib/papers/paper.ts";
import { type IndexStart, START_FILE } from "#lib/search/bundles.ts";
import { entryOf, makePage, writePages } from "#scenes/index-samples.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { makeLibrary } from "../../data/library.ts";
import { makeRelatedLists } from "../../data/related-lists.ts";
import { CACHE_FOLDER } from "../folders.ts";
import { indexSite } from "./index-site.ts";
import { INDEX_FOLDER, isIndexFile } from "./plan-pages.ts";
import { publishSite } from "./publish.ts";
import { listSiteFiles } from "./site-files.ts";
import { locateMade } from "./work-folder.ts";

// Inside the project: renames fail between file systems.
mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "index-site-test-"));
after(() => rmSync(root, { recursive: true }));

const { record } = makePaper();
const none = { vocabulary: [], overrides: [], editions: [], days: [], redirects: [], published: [], unstamped: [] };
const paper = joinPaper(record, undefined, [], new Map(), "first");
/** A library of the paper, whose entry leads elsewhere where that is given. */
const makeOwn = (entry = paper.entry) =>
  makeLibrary({ ...none, introductions: new Map(), papers: [{ ...paper, entry }] });
const library = makeOwn();

const related = makeRelatedLists(library);
const site = join(root, "site");

/** What stands in the site's folder and below, in order; nothing where there is none. */
function listNames(): string[] {
  return existsSync(site) ? readdirSync(site, { recursive: true, encoding: "utf8" }).sort() : [];
}

function keep(code: string): { code: string; index: string } {
  return { code, index: join(root, `state-${code}`) };
}

/** Where the site is made. */
const work = join(root, "work");
const siteFolder = locateMade(work).site;

/** Indexes the paper as some code makes page and entry, and publishes both; gives the name of the bundle, and where the entry leads. */
async function index(code: string): Promise<{ folder: string | undefined; href: string | undefined }> {
  const entry = { ...entryOf(record.id, record.title), href: `/${code}/papers/${record.id}/` as never };
  const pages = { [`papers/${record.id}`]: makePage(entry, "<p>Tides.</p>") };
  const before = listNames();
  const pagesStand = setTimeout(100).then(() => {
    assert.deepEqual(listNames(), before, "something was changed before the pages stood");
    writePages(siteFolder, pages);
    return (path: string) => join(siteFolder, path);
  });
  const standing = listSiteFiles(site);
  const place = { outDir: site, standing, siteFolder, pagesStand };
  const index = await indexSite(place, makeOwn(entry), related, keep(code));
  assert.deepEqual(listNames(), before, "something was changed before the site was published");
  const made = new Map([...listSiteFiles(siteFolder)].filter(([file]) => !isIndexFile(file)));
  publishSite({ siteFolder, made, kept: new Set(), index }, work, standing, site, index.forget);
  const start = JSON.parse(readFileSync(join(site, INDEX_FOLDER, START_FILE), "utf8")) as IndexStart;
  const engine = await openSearchIndex(site);
  const [key = ""] = (await engine.tables.readFacets()).keys();
  return { folder: start.bundles[0]?.folder, href: (await engine.load(key)).entry.href };
}

test("What other settings made of the same papers is not taken for what these did, though it has the same size.", async () => {
  const first = await index("ab");
  assert.equal(first.href, `/ab/papers/${record.id}/`);
  const other = await index("ba");
  assert.equal(other.href, `/ba/papers/${record.id}/`);
  assert.notEqual(other.folder, first.folder);
  assert.deepEqual(await index("ab"), first);
});

test("Where pages do not come to stand, the last index stays as it is.", async () => {
  await index("ab");
  const before = listNames();
  const pagesStand = setTimeout(20).then(() => Promise.reject(new Error("fog")));
  const standing = listSiteFiles(site);
  const place = { outDir: site, standing, siteFolder, pagesStand };
  await assert.rejects(indexSite(place, library, related, keep("cd")), /fog/);
  assert.deepEqual(listNames(), before);
});

test("Also where a bundle needs no new page none of it is made before the pages stand.", async () => {
  await index("ab");
  rmSync(siteFolder, { recursive: true, force: true });
  const others: typeof related = Object.create(related, { fingerprintOf: { value: () => "other" } });
  const pagesStand = setTimeout(100).then(() => {
    assert.ok(!existsSync(siteFolder), "it may be emptied until then");
    return (path: string) => join(site, path);
  });
  const place = { outDir: site, standing: listSiteFiles(site), siteFolder, pagesStand };
  const { indexed, fresh } = await indexSite(place, library, others, keep("ab"));
  assert.deepEqual([indexed, fresh.filter((name) => name.startsWith("papers-")).length], [0, 1]);
  // Where they do not come to stand, that is told once, and by nothing else.
  const failing = { ...place, pagesStand: Promise.reject(new Error("fog")) };
  await assert.rejects(indexSite(failing, library, others, keep("ab")), /fog/);
});
