/** A day that came in by itself: its papers in the order of their votes, the first ten in full, the rest as lines. */
import { join } from "node:path";
import { readContent } from "../src/lib/content/read.ts";
import { PROJECT_FOLDER } from "../src/tools/folders.ts";
import { expect } from "./fixtures.ts";
import { daysTest as test } from "./pages.ts";

/** A day of 26 papers. */
const DAY = "2026-08-19";

test("Votes stand in the margin, the most first, and each row says what its paper found.", async ({ page, site }) => {
  const { records } = readContent(join(PROJECT_FOLDER, site.content));
  const listed = records.flatMap(({ lines }) => lines.flatMap(({ data }) => (data.featured.includes(DAY) ? data : [])));
  const votes = listed.map(({ upvotes = 0 }) => upvotes).toSorted((a, b) => b - a);
  await page.goto(`editions/${DAY}/`);
  await expect(page.locator(".entry .votes b")).toHaveText(votes.map((count) => count.toLocaleString("en-GB")));
  const sentences = await page.locator(".entry .tldr").allTextContents();
  expect(sentences.filter((text) => !/^“.*[.!?)”]”$/su.test(text.trim()))).toEqual([]);
  const text = (await page.locator("main").textContent()) ?? "";
  expect(text.match(/automatically/g)).toHaveLength(1);
  expect(text).not.toContain("0 comments");
  expect(text).not.toContain("…");
});

test("Behind ten papers in full the rest are lines, and open without a script.", async ({ browser, site }) => {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`editions/${DAY}/`);
  const [rows, told] = [page.locator(".entry"), page.locator(".entry .tldr:visible")];
  const count = await rows.count();
  expect(count).toBeGreaterThan(20);
  await expect(told).toHaveCount(10);
  await expect(
    rows
      .nth(count - 1)
      .getByRole("link")
      .first(),
  ).toBeVisible();
  expect((await rows.nth(count - 1).boundingBox())?.height).toBeLessThan(90);
  await page.getByText(`Show the other ${count - 10} in full`).click();
  await expect(told).toHaveCount(count);
  await page.getByText("Show them as lines").click();
  await expect(told).toHaveCount(10);
  await context.close();
});

test("A line to which an address leads stands in full among lines.", async ({ page }) => {
  await page.goto(`editions/${DAY}/`);
  const [told, last] = [page.locator(".entry .tldr:visible"), page.locator(".entry").last()];
  await expect(last.locator(".tldr")).toBeHidden();
  // Rows have names where papers have no pages of their own; on this site all have one.
  await last.evaluate((row) => {
    row.id = "2608.00001";
    location.hash = row.id;
  });
  await expect(last.locator(".tldr")).toBeVisible();
  await expect(last).toBeInViewport();
  await expect(told).toHaveCount(11);
});

test("The front page sets the most voted large, with votes where a curated edition has figures.", async ({ page }) => {
  await page.goto("");
  const large = page.locator(":is(.lead, .second) .figure b");
  await expect(large).toHaveCount(4);
  const votes = (await large.allTextContents()).map((text) => Number(text.replace(",", "")));
  expect(votes).toEqual(votes.toSorted((a, b) => b - a));
  await expect(page.locator(".lead .told")).toContainText("“");
});
