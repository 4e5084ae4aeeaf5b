/** What axe can find: WCAG 2.2 AA and best practices, on every template, by day and by lamp. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { CASE_PAGES, casesTest, dealOut, NO_PAGE_FAULTS, PAGES, type PageSample } from "./pages.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Tests the pages are dealt out to, so that workers share them. */
const PARTS = 4;

/** What axe finds on the page as it stands, a line for each element: rule, place, what is wrong. */
async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`),
  );
}

/** Looks at pages in both themes; everything folded is opened first, since hidden text is not checked. */
async function expectAccessible(page: Page, samples: readonly PageSample[]): Promise<void> {
  for (const { name, address } of samples) {
    await page.goto(address);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect.soft(await listViolations(page), `${name} (${address}), ${colorScheme}`).toEqual([]);
    }
  }
}

test.describe("On the project's content", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  for (const [part, samples] of dealOut(PAGES, PARTS).entries()) {
    test(`Axe finds nothing on any template in either theme (part ${part + 1} of ${PARTS}).`, async ({ page }) => {
      test.slow();
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
      casesTest.slow();
      await expectAccessible(page, samples);
    },
  );
}

test("Axe does look: it finds a picture without words.", async ({ page }) => {
  await page.goto("about/");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
  expect(await listViolations(page)).toEqual([expect.stringContaining("image-alt")]);
});
