/** Search over an index in several bundles: what one would find, in the right order, and nothing fetched twice. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type IndexStart, START_FILE } from "../src/lib/search/bundles.ts";
import { answerQuestion, makeVocabulary } from "../src/lib/search/planner.ts";
import { EMPTY_QUESTION, type Sort } from "../src/lib/search/question.ts";
import { expect } from "./fixtures.ts";
import { bundlesTest as test } from "./pages.ts";
import { openSearchIndex } from "./scenes/opened-index.ts";
import { expectAllRows } from "./search-page.ts";
import { findSite, type RunningSite } from "./sites.ts";

function readStart(site: RunningSite): IndexStart {
  return JSON.parse(readFileSync(join(site.folder, "pagefind", START_FILE), "utf8")) as IndexStart;
}

/** Addresses of the papers that the page lists, after "show more" has shown all. */
async function listAll(page: Page): Promise<(string | null)[]> {
  const more = page.locator('[data-part="more"]:visible');
  const rows = page.locator('[data-part="results"] .entry h3 a');
  await expectAllRows(page);
  for (let shown = await rows.count(); await more.isVisible(); shown = await rows.count()) {
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(shown);
  }
  return rows.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
}

/** What an index in one bundle finds. */
async function findInOne(text: string, sort: Sort): Promise<string[]> {
  const engine = await openSearchIndex(findSite("root").folder);
  const { results } = await answerQuestion(engine, { ...EMPTY_QUESTION, text, sort }, makeVocabulary([]));
  const papers = await Promise.all(results.map(({ hit }) => hit.load()));
  return papers.map(({ entry }) => entry.href);
}

test("A word finds the papers that an index in one bundle finds.", async ({ page, site }) => {
  expect(readStart(site).bundles.length).toBeGreaterThan(2);
  await page.goto("search/?q=agents");
  const found = await listAll(page);
  expect(found.length).toBeGreaterThan(10);
  expect(found.toSorted()).toEqual((await findInOne("agents", "relevance")).toSorted());
});

test("Newest first is right across bundles, to the last paper.", async ({ page }) => {
  await page.goto("search/?q=agents&sort=newest");
  await listAll(page);
  const days = await page
    .locator('[data-part="results"] .entry time')
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
  expect(days.length).toBeGreaterThan(10);
  expect(days).toEqual(days.toSorted().reverse());
});

test("Filters count papers of all bundles.", async ({ page }) => {
  await page.goto("search/?q=agents");
  const found = await listAll(page);
  const counts = await page.getByRole("group", { name: "Year" }).locator("label > span:last-child").allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(found.length);
});

test("Nothing of the index is fetched twice, and the bundles side by side.", async ({ page, site }) => {
  const asked: string[] = [];
  const answered: string[] = [];
  const nameOf = (url: string): string => new URL(url).pathname.replace(/^.*\/pagefind\//, "");
  page.on("request", (request) => {
    if (request.url().includes("/pagefind/")) asked.push(nameOf(request.url()));
  });
  page.on("response", (response) => {
    if (response.url().endsWith(".pf_meta"))
      answered.push(`${asked.filter((name) => name.endsWith(".pf_meta")).length}`);
  });
  await page.goto("search/?q=agents");
  await expect(page.locator('[data-part="results"] .entry').first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.toSorted()).toEqual([...new Set(asked)].sort());
  const { bundles } = readStart(site);
  expect(asked.filter((name) => name.endsWith(".pf_meta"))).toHaveLength(bundles.length);
  expect(answered[0]).toBe(String(bundles.length));
});
