/** On a phone: the list begins within two screens, and what is folded for that is read, found and printed all the same. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { daysTest } from "./pages.ts";

const PHONE = { width: 390, height: 844 };
/** Screens that may stand before the first row. */
const SCREENS = 2;

async function expectListWithinScreens(page: Page, address: string): Promise<void> {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  const top = await page
    .locator(".group .entry")
    .first()
    .evaluate((row) => row.getBoundingClientRect().top + window.scrollY);
  expect(top, address).toBeLessThanOrEqual(SCREENS * PHONE.height);
}

test("The first row stands within two screens of the front page and of an edition.", async ({ page }) => {
  for (const address of ["", "editions/2026-03-09/"]) await expectListWithinScreens(page, address);
});

daysTest.describe("On imported days", () => {
  daysTest("The first row behind lead and seconds stands within two screens, its sentence whole.", async ({ page }) => {
    await expectListWithinScreens(page, "");
    for (const row of await page.locator(":is(.lead .deck, .second > p:not([class]))").all()) {
      await expect(row).toBeVisible();
      await expect(row).toHaveText(/^“.*[.!?)”]”$/su);
    }
  });

  daysTest("A row says who and where the code is on one line.", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto("");
    const facts = page.locator(".voted .entry:has(.tldr:visible) .facts").filter({ hasText: /^.{0,45}$/s });
    for (const line of await facts.all()) expect((await line.boundingBox())?.height).toBeLessThan(32);
  });
});

test("The line above the name stays one line, with the light, however long its day is.", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto("");
  const folio = page.locator(".folio");
  const day = folio.locator("span").nth(1);
  const shows = () => day.evaluate((word: HTMLElement) => word.offsetTop < (word.offsetParent?.clientHeight ?? 0));
  const height = (await folio.boundingBox())?.height;
  expect(height).toBeLessThan(44);
  expect(await shows()).toBe(true);
  await day.evaluate((word) => {
    word.textContent = "Wednesday, 23 September 2026";
  });
  expect(await shows()).toBe(false);
  expect((await folio.boundingBox())?.height).toBe(height);
  await page.getByTitle("lamp").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("A phone folds an introduction behind its opening; it opens without a script and is printed whole.", async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await page.goto("editions/2026-03-09/");
  const introduction = page.locator(".introduction");
  const [opening, last] = [introduction.locator(".body > p").first(), introduction.locator("h2 + p").last()];
  const groups = introduction.locator(".record");
  await expect(opening).toBeVisible();
  await expect(introduction.locator("svg")).toBeVisible();
  await expect(last).toBeHidden();
  await expect(groups).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(last).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(last).toBeHidden();
  await page.getByText("Read the whole introduction").click();
  await expect(last).toBeVisible();
  await expect(groups).toBeVisible();
  await page.reload();
  await page.setViewportSize({ width: 820, height: 900 });
  await expect(last).toBeVisible();
  await expect(page.getByText("Read the whole introduction")).toBeHidden();
  await context.close();
});
