/** What axe can find: WCAG 2.2 AA and best practices, on every template, by day and by lamp. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { CASE_PAGES, casesTest, dealOut, NO_PAGE_FAULTS, PAGES, type PageSample } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Tests the pages are dealt out to, so that workers share them. */
const PARTS = 4;

/** Rules that depend on the theme; markup and sizes are the same in both, so that all others are asked once. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it stands, a line for each element: rule, place, what is wrong. */
async function listViolations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe.withTags(TAGS) : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`),
  );
}

/** Looks at pages in both themes; everything folded is opened first, since hidden text is not checked. */
async function expectAccessible(page: Page, samples: readonly PageSample[]): Promise<void> {
  test.slow();
  for (const { name, address } of samples) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect.soft(await listViolations(page), `${name} (${address}), light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect.soft(await listViolations(page, COLOR_RULES), `${name} (${address}), dark`).toEqual([]);
  }
}

test.describe("On the project's content", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  for (const [part, samples] of dealOut(PAGES, PARTS).entries()) {
    test(`Axe finds nothing on any template in either theme (part ${part + 1} of ${PARTS}).`, async ({ page }) => {
      await expectAccessible(page, samples);
    });
  }

  test("Axe finds nothing on a phone, where papers are folded away.", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, [
      { name: "the front page", address: "" },
      { name: "a paper", address: "papers/2510.18821/" },
    ]);
  });
});

for (const [part, samples] of dealOut(CASE_PAGES, PARTS).entries()) {
  casesTest(
    `Axe finds nothing on pages of rare papers in either theme (part ${part + 1} of ${PARTS}).`,
    async ({ page }) => {
      await expectAccessible(page, samples);
    },
  );
}

test("Axe does look: it finds a picture without words.", async ({ page }) => {
  await page.goto("about/");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
  expect(await listViolations(page)).toEqual([expect.stringContaining("image-alt")]);
});

test("Axe does look at colours: it finds grey on grey in the dark theme.", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.goto("about/");
  await page.locator("h1").evaluate((heading) => {
    heading.style.color = "#444";
  });
  expect(await listViolations(page, COLOR_RULES)).toEqual([expect.stringContaining("color-contrast")]);
});
