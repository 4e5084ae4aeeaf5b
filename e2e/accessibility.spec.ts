/** What axe can find, on every template and its rare states. */
import type { Page } from "@playwright/test";
import { expectAccessible, listViolations } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import {
  CASE_PAGES,
  casesTest,
  DAY_PAGES,
  daysTest,
  dealOut,
  KIND_ADDRESSES,
  NO_PAGE_FAULTS,
  PAGES,
  type PageSample,
} from "./pages.ts";

/** Tests the pages are dealt out to, so that workers share them. */
const PARTS = 4;

async function expectAllAccessible(page: Page, samples: readonly PageSample[]): Promise<void> {
  test.slow();
  for (const { name, address } of samples) {
    await page.goto(address);
    await expectAccessible(page, `${name} (${address})`);
  }
}

test.describe("On the project's content", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  for (const [part, samples] of dealOut(PAGES, PARTS).entries()) {
    test(`Axe finds nothing on any template (part ${part + 1} of ${PARTS}).`, async ({ page }) => {
      await expectAllAccessible(page, samples);
    });
  }
});

for (const [part, samples] of dealOut(CASE_PAGES, PARTS).entries()) {
  casesTest(`Axe finds nothing on pages of rare papers (part ${part + 1} of ${PARTS}).`, async ({ page }) => {
    await expectAllAccessible(page, samples);
  });
}

daysTest("Axe finds nothing on pages of imported days.", async ({ page }) => {
  await expectAllAccessible(page, DAY_PAGES);
});

test("Every kind of page is among those that are looked at.", () => {
  const addresses = [...PAGES, ...CASE_PAGES].map(({ address }) => address);
  for (const [kind, address] of Object.entries(KIND_ADDRESSES)) expect(addresses, kind).toContain(address);
});

test("Axe does look: it finds a picture without words.", async ({ page }) => {
  await page.goto("about/");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
  expect(await listViolations(page)).toEqual([expect.stringContaining("image-alt")]);
});

test("Axe does look at sizes: it finds small links side by side.", async ({ page }) => {
  await page.goto("about/");
  await page.evaluate(() => {
    const row = document.querySelector("main")?.appendChild(document.createElement("div"));
    for (const word of ["a", "b", "c"]) {
      const link = row?.appendChild(document.createElement("a"));
      link?.setAttribute("href", `#${word}`);
      if (link !== undefined) Object.assign(link.style, { display: "inline-block", width: "9px", height: "9px" });
      link?.append(word);
    }
  });
  expect((await listViolations(page, "sizes")).join(" ")).toContain("target-size");
});

for (const [words, color, rule] of [
  ["grey on grey", "#444444", "color-contrast"],
  ["text that is paler than 7 to 1", "#a39e90", "color-contrast-enhanced"],
] as const) {
  test(`Axe does look at colours: it finds ${words} in the dark theme.`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.goto("about/");
    await page
      .locator("main p")
      .first()
      .evaluate((text, own) => {
        text.style.color = own;
      }, color);
    expect(await listViolations(page, "colours")).toEqual([expect.stringMatching(`^${rule}: `)]);
  });
}
