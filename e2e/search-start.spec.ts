/** What the search page shows while nothing is asked. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { casesTest, daysTest } from "./pages.ts";

async function expectAnswers(page: Page, least: number): Promise<void> {
  await page.goto("search/");
  const links = page.locator(".examples a");
  const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(hrefs.length).toBeGreaterThanOrEqual(least);
  for (const href of hrefs) {
    await page.goto(href);
    await expect(page.locator('[data-part="results"] .entry').first(), href).toBeVisible();
    await expect(page.locator('[data-part="count"]'), href).toHaveText(/^[1-9]/);
  }
}

test("Each question that the start page offers has an answer: of the fifty.", ({ page }) => expectAnswers(page, 8));
casesTest("Each question that the start page offers has an answer: of papers that are rare.", ({ page }) =>
  expectAnswers(page, 7),
);
daysTest("Each question that the start page offers has an answer: of imported days.", ({ page }) =>
  expectAnswers(page, 8),
);

casesTest("No topic is offered that has no papers.", async ({ page }) => {
  await page.goto("search/");
  const links = page.locator(".start > ul a");
  const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(hrefs.length).toBeGreaterThan(0);
  for (const href of hrefs) {
    await page.goto(href);
    await expect(page.locator(".entry").first(), href).toBeVisible();
  }
});

test("A question that the start page offers is asked where it stands, and can be taken back.", async ({ page }) => {
  await page.goto("search/");
  await page.locator(".examples a").first().click();
  await expect(page.locator('[data-part="results"] .entry').first()).toBeVisible();
  await expect(page.locator(".examples")).toBeHidden();
  await page.goBack();
  await expect(page.locator(".examples")).toBeVisible();
});
