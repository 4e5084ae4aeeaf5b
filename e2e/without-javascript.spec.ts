/** Every page is whole without JavaScript; only search says that it needs it. */
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { CASE_PAGES, casesTest, dealOut, NO_PAGE_FAULTS, PAGES, type PageSample } from "./pages.ts";
import type { RunningSite } from "./sites.ts";

/** Tests the pages are dealt out to, so that workers share them. */
const PARTS = 2;

/** The text of a page as its reader sees it, without what only a script brings: a button, and papers that came later. */
async function readText(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.locator("digest-later").evaluateAll((elements) => {
    for (const element of elements) element.remove();
  });
  const [text = ""] = await page.locator("body").allInnerTexts();
  return text.replace("Copy BibTeX", "").replace(/\s+/g, " ").trim();
}

async function expectSameText(
  page: Page,
  browser: Browser,
  site: RunningSite,
  samples: readonly PageSample[],
): Promise<void> {
  test.slow();
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const plain = await context.newPage();
  for (const { name, address } of samples) {
    const text = await readText(plain, address);
    expect(text.length, `${name} (${address}) has a text`).toBeGreaterThan(200);
    expect.soft(text, `${name} (${address})`).toBe(await readText(page, address));
  }
  await context.close();
}

test.describe("On the project's content", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  const samples = PAGES.filter(({ address }) => address !== "search/");
  for (const [part, own] of dealOut(samples, PARTS).entries()) {
    test(`Every template says the same with JavaScript and without (part ${part + 1} of ${PARTS}).`, async ({
      page,
      browser,
      site,
    }) => {
      await expectSameText(page, browser, site, own);
    });
  }
});

for (const [part, own] of dealOut(CASE_PAGES, PARTS).entries()) {
  casesTest(
    `Pages of rare papers say the same with JavaScript and without (part ${part + 1} of ${PARTS}).`,
    async ({ page, browser, site }) => {
      await expectSameText(page, browser, site, own);
    },
  );
}

test.describe("With JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("The search page says what it needs and where else to look.", async ({ page }) => {
    await page.goto("search/");
    const notice = page.locator("main noscript .notice");
    await expect(notice).toBeVisible();
    await expect(notice).toContainText("Search needs JavaScript");
    for (const [name, address] of [
      ["topics", "/tags/"],
      ["archive by month", "/archive/"],
      ["list of all editions", "/editions/"],
    ] as const) {
      await expect(notice.getByRole("link", { name })).toHaveAttribute("href", address);
    }
  });

  test("BibTeX can be read and selected, and no button stands there that does nothing.", async ({ page }) => {
    await page.goto("papers/2510.18821/");
    await expect(page.locator("[data-copy-source]")).toContainText("@misc{");
    await expect(page.getByRole("button", { name: "Copy BibTeX" })).toBeHidden();
  });

  test("All names of a long list of authors can be opened.", async ({ page }) => {
    await page.goto("papers/2409.12917/");
    const last = page.locator(".paper-cover bdi").last();
    await expect(last).toBeHidden();
    await page.locator(".paper-cover summary").click();
    await expect(last).toBeVisible();
  });
});
