/** Lists stay short however large the archive: their greatest pages are rendered, of an archive that is invented for it. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { type Library, makeLibrary } from "#data/library.ts";
import { planEditionList, planEditionPages } from "#data/site/edition-pages.ts";
import { planArchivePages } from "#data/site/facet-pages.ts";
import { planFixedPages } from "#data/site/fixed-pages.ts";
import { planNamePages } from "#data/site/name-pages.ts";
import { makePlanner, type PlannedPage } from "#data/site/planned-page.ts";
import { viewEntry } from "#lib/papers/entry.ts";
import { joinPaper, type Paper } from "#lib/papers/paper.ts";
import { makeDigest, makePaper } from "#scenes/paper-samples.ts";
import { renderPages } from "#tools/build/render-pages.ts";
import { readSettings } from "#tools/build/settings.ts";
import { locateMade } from "#tools/build/work-folder.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { LONGEST_LIST } from "../budgets.ts";

const COUNTS = { ofMonth: 20_000, undated: 5000, authors: 50_000, organizations: 5000, days: 500 };
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A paper that is as long as papers are, and longer: a title of 300 characters with a formula, a sentence of as many. */
function inventLong(number: number, isDated: boolean): Paper {
  // Each author has two papers, and so a page.
  const names = [0, 1, 2, 3].map((place) => (number * 4 + place) % COUNTS.authors);
  const organization = {
    id: `port-${number % COUNTS.organizations}`,
    name: `${spell(number)} Port ${number % COUNTS.organizations}`,
  };
  const { record } = makePaper({
    id: isDated ? `2607.${String(number).padStart(5, "0")}` : `own:${spell(number).toLowerCase()}-${number}`,
    title: `${spell(number)} ships $\\mathcal{O}(n^2)$ ${"and cranes of the harbour ".repeat(10)}`,
    authors: names.map((name) => `${spell(name)} ${spell(name * 31)}${spell(name * 17).toLowerCase()}`),
    organization,
    featured: [],
  });
  const { published: _, ...undated } = record;
  // A third of the month came out on one day, some on none that is known.
  const day = number % 3 === 0 ? "21" : String(1 + (number % 31)).padStart(2, "0");
  const published = number % 50 === 1 ? "2026-07" : `2026-07-${day}`;
  const digest = makeDigest({
    id: record.id,
    tldr: "Ships are told from cranes by what they do at night. ".repeat(6).trim(),
  });
  const paper = joinPaper(isDated ? { ...undated, published } : undated, digest, [], new Map(), `${number}`);
  return Object.defineProperty({ ...paper }, "entry", { get: () => viewEntry(paper) });
}

/** A word of its number: five letters. */
function spell(number: number): string {
  let rest = (number * 7919) % 11_881_376;
  let word = "";
  for (let place = 0; place < 5; place += 1, rest = Math.floor(rest / 26)) word += LETTERS[rest % 26];
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function inventLibrary(): Library {
  const papers = [
    ...Array.from({ length: COUNTS.ofMonth }, (_, number) => inventLong(number, true)),
    ...Array.from({ length: COUNTS.undated }, (_, number) => inventLong(number, false)),
  ];
  const ids = papers.slice(0, 500).map(({ facts }) => facts.id);
  const editions = Array.from({ length: COUNTS.days }, (_, index) => {
    const date = new Date(Date.UTC(2026, 6, 31 - index)).toISOString().slice(0, 10);
    return {
      date,
      title: `Ships of ${date}`,
      curator: "the pilots",
      lead: ids[0] ?? "",
      papers: ids,
      groups: [],
      summary: "Ships. ".repeat(50),
    };
  });
  const none = { unstamped: [], vocabulary: [], overrides: [], days: [], redirects: [], published: [] };
  return makeLibrary({ ...none, papers, editions, introductions: new Map() });
}

/** Of every kind of page those with most to show. */
function pickLargest(pages: Iterable<PlannedPage>, count: number): PlannedPage[] {
  return [...pages]
    .map((page) => ({ page, size: JSON.stringify(page.makeProps()).length }))
    .sort((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({ page }) => page);
}

test("No list of an archive of twenty thousand papers a month and fifty thousand authors is longer than it may be.", async (t) => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const workFolder = mkdtempSync(join(CACHE_FOLDER, "page-size-test-"));
  t.after(() => rmSync(workFolder, { recursive: true, force: true }));
  const library = inventLibrary();
  const planPage = makePlanner(library.byId);
  const periods = [...planEditionPages(library, planPage)].filter(({ file }) => !/\d{4}-\d{2}-\d{2}/.test(file));
  const fixed = [...planFixedPages(library, planPage)].filter(
    ({ kind }) => kind === "archive/index" || kind === "papers/index",
  );
  const months = [...planArchivePages(library, planPage)];
  assert.ok(months.length > 400, `${months.length} pages`);
  assert.equal(new Set(months.map(({ file }) => file)).size, months.length);
  const stale = [
    ...pickLargest(months, 8),
    ...pickLargest(planNamePages(library, planPage), 4),
    ...pickLargest(periods, 2),
    ...fixed,
    planEditionList(library, planPage),
  ];
  const place = { settings: readSettings({}), workFolder, templates: join(workFolder, "templates") };
  const { made } = await renderPages({ stale, keys: new Map(), isAssetLost: false }, new Map(), place);
  for (const { file } of stale) {
    const size = made.get(file)?.size ?? Number.POSITIVE_INFINITY;
    assert.ok(size <= LONGEST_LIST, `${file} has ${size} bytes`);
    t.diagnostic(`${size} bytes: ${file}`);
  }
  const [largest] = stale;
  const html = readFileSync(join(locateMade(workFolder).site, largest?.file ?? ""), "utf8");
  assert.ok((html.match(/<article /g) ?? []).length >= 50, "what is measured has its rows");
});
