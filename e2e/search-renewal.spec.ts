/** Search on a page that stood open while the site was changed. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { SearchPage } from "./search-page.ts";

/** What stands before the names of files while the earlier site is there. */
const EARLIER = "earlier-";

/** The index as the reader's browser gets it: an earlier one, whose files have other names, or the one that was built. */
class Deploys {
  /** Names of the files that were asked for, the core aside. */
  readonly asked: string[] = [];
  isOver = false;
  /** Whether files of papers are missing, whichever index they belong to. */
  isIncomplete = false;

  async watch(page: Page): Promise<void> {
    await page.route("**/pagefind/**", async (route) => {
      const address = route.request().url();
      const name = address.replace(/^.*\/pagefind\//, "");
      this.asked.push(name);
      if (name === "bundles.json" && !this.isOver) {
        const start = await (await route.fetch()).json();
        for (const bundle of start.bundles) bundle.folder = EARLIER + bundle.folder;
        await route.fulfill({ json: { ...start, words: EARLIER + start.words } });
      } else if (name.includes("fragment/") && this.isIncomplete) await route.fulfill({ status: 404, body: "" });
      else if (!name.startsWith(EARLIER)) await route.continue();
      else if (this.isOver) await route.fulfill({ status: 404, body: "" });
      else await route.continue({ url: address.replace(EARLIER, "") });
    });
  }
}

/** A search page that stands open with an answer of the earlier index. */
async function openAnswer(page: Page, question = "poker"): Promise<{ deploys: Deploys; search: SearchPage }> {
  const [deploys, search] = [new Deploys(), new SearchPage(page)];
  await deploys.watch(page);
  await search.open(question);
  return { deploys, search };
}

/** What a page does to which the reader comes back. */
async function comeBack(page: Page): Promise<void> {
  await page.clock.fastForward(10_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

test.use({ allowedFaults: [/404/] });

test("A page that was open when the site changed asks the new index by itself.", async ({ page }) => {
  const { deploys, search } = await openAnswer(page);
  deploys.isOver = true;
  await search.ask("volleyball");
  await expect(search.titles).toHaveText([/Drone/]);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(search.field).toBeFocused();
  await expect(page).toHaveURL(/q=volleyball$/);
});

test("Nothing is said not to be there before the newest index was asked.", async ({ page }) => {
  await page.clock.install();
  const { deploys, search } = await openAnswer(page);
  deploys.isOver = true;
  await page.clock.fastForward(10_000);
  await search.field.fill("qwertzuiop");
  await page.clock.runFor(1000);
  await expect(search.nothing).toHaveText(/^Nothing for/);
  expect(
    deploys.asked.some((name) => /^papers-.*\.pf_meta$/.test(name)),
    "the new index was opened",
  ).toBe(true);
});

test("Who comes back to a page sees what the site holds by then.", async ({ page }) => {
  await page.clock.install();
  const { deploys, search } = await openAnswer(page);
  deploys.isOver = true;
  await comeBack(page);
  await expect.poll(() => deploys.asked.some((name) => /^papers-.*fragment/.test(name))).toBe(true);
  await expect(search.titles).toHaveText([/SPIRAL/]);
});

test("While a part of the index is missing it is said so, and asked for again until it is there.", async ({ page }) => {
  await page.clock.install();
  const { deploys, search } = await openAnswer(page);
  deploys.isIncomplete = true;
  await search.field.fill("volleyball");
  await page.clock.runFor(500);
  await expect(page.getByRole("alert")).toHaveText(/A part of search is missing.* asked for again/);
  await expect(search.nothing).toHaveCount(0);
  deploys.isIncomplete = false;
  await page.clock.runFor(6000);
  await expect(search.titles).toHaveText([/Drone/]);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("A page notices the new index without any script that it has not got yet.", async ({ page }) => {
  await page.clock.install();
  const { deploys, search } = await openAnswer(page);
  await page.route(/\/_astro\/(?!search-worker)[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: "" }));
  deploys.isOver = true;
  await comeBack(page);
  await expect.poll(() => deploys.asked.some((name) => /^papers-.*fragment/.test(name))).toBe(true);
  await expect(search.titles).toHaveText([/SPIRAL/]);
});

test("More results of an index that is gone come from the new one.", async ({ page }) => {
  const { deploys, search } = await openAnswer(page, "models");
  await expect(search.entries).toHaveCount(20);
  deploys.isOver = true;
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(search.entries).toHaveCount(40);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("Who presses for more twice sees no paper twice.", async ({ page }) => {
  const { search } = await openAnswer(page, "models");
  await page.getByRole("button", { name: "Show more" }).dblclick();
  await expect.poll(() => search.entries.count()).toBeGreaterThan(20);
  await page.waitForLoadState("networkidle");
  const ids = await search.readIds();
  expect(ids).toHaveLength(new Set(ids).size);
});
