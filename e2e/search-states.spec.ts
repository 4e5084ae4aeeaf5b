/** What axe finds on the states of the search page, by day and by lamp. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    expect.soft(found, colorScheme).toEqual([]);
  }
}

test("Axe finds nothing on last searches.", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("offprint-searches", '[{"query":"q=poker"},{"query":"like=2510.18821"}]');
  });
  await page.goto("search/");
  await expect(page.getByRole("button", { name: "Forget “poker”" })).toBeVisible();
  await expectAccessible(page);
});

for (const [state, address, head] of [
  ["results", "search/?q=how+do+agents+learn+to+search+without+supervision&from=2024", /that come near$/],
  ["papers like one", "search/?like=2510.18821", /^Like “/],
  ["nothing found", "search/?q=gmes&year=2023&from=2023-03", /^Nothing for/],
] as const) {
  test(`Axe finds nothing on ${state}.`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: head })).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe("Without an index", () => {
  test.use({ allowedFaults: [/404/] });

  test("axe finds nothing on a failure.", async ({ page }) => {
    await page.route("**/pagefind/**", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("search/?q=poker");
    await expect(page.getByRole("alert")).toBeVisible();
    await expectAccessible(page);
  });
});
