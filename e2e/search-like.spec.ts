/** Papers like one, over the real index of the fifty papers. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectAllRows } from "./search-page.ts";

function titles(page: Page): Locator {
  return page.locator('[data-part="results"] .entry h3 a');
}

test("A result leads to papers like it, and these stand under its title. @base", async ({ page, site }) => {
  await page.goto("search/?q=kuhn+poker");
  await expect(titles(page)).toHaveText([/SPIRAL/]);
  await page.getByRole("link", { name: /^More like this: SPIRAL/ }).click();
  await expect(page).toHaveURL(`${site.url}search/?like=2506.24119`);
  const head = page.getByRole("heading", { name: /^Like “SPIRAL: / });
  await expect(head).toBeVisible();
  await expect(head).toBeFocused();
  await expect(page).toHaveTitle(/^Like “SPIRAL: .*” – /);
  await expect(page.locator(".read").getByRole("link", { name: /^SPIRAL/ })).toHaveAttribute(
    "href",
    `${site.base}papers/2506.24119/`,
  );
  await expectAllRows(page);
  expect(await titles(page).count()).toBeGreaterThan(4);
  await expect(titles(page).filter({ hasText: "SPIRAL" })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByLabel("What are you looking for?")).toHaveValue("kuhn poker");
  await expect(titles(page)).toHaveText([/SPIRAL/]);
});

test("Papers like one can be narrowed down and put in order; words begin another question.", async ({ page }) => {
  await page.goto("search/?like=2510.18821");
  await expectAllRows(page);
  const all = await titles(page).count();
  await page.getByLabel("Order").selectOption("newest first");
  await page.getByRole("checkbox", { name: "has code" }).check();
  await expect(page).toHaveURL(/\?like=2510\.18821&code=1&sort=newest$/);
  await expect.poll(() => titles(page).count()).toBeLessThan(all);
  await page.getByLabel("What are you looking for?").fill("volleyball");
  await expect(page).toHaveURL(/\?q=volleyball&code=1&sort=newest$/);
});

test("A paper's own page leads there too; a paper that is not here is said to be none.", async ({ page }) => {
  await page.goto("papers/2510.18821/");
  await page.getByRole("link", { name: "Search for more like this" }).click();
  await expect(page.getByRole("heading", { name: /^Like “Search Self-play/ })).toBeVisible();
  await page.goto("search/?like=2510.99999");
  await expect(page.getByRole("heading", { name: "No such paper here" })).toBeVisible();
});
