/** Keys: what each does on which page, the list of them, and that a touch screen does not speak of them. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Address of the paper whose title has the focus; undefined when the focus is elsewhere. */
async function findFocusedPaper(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.matches("main :is(h2, h3, h4) a") ? (element.getAttribute("href") ?? undefined) : undefined;
  });
}

test.describe("Keys", () => {
  test("The key / goes to the search field, and a letter typed there is only a letter.", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto("archive/2025-10/");
    await page.keyboard.press("/");
    const field = page.getByRole("searchbox", { name: "Search the papers" });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("");
    await page.keyboard.type("jok/?c");
    await expect(field).toHaveValue("jok/?c");
    await expect(field).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\/\?q=jok/);
  });

  test("On a phone the key / goes to the field as well.", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("about/");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search the papers" })).toBeFocused();
  });

  test("The keys j and k walk through a list, o opens a paper, and no modifier is taken from the browser.", async ({
    page,
  }) => {
    await page.goto("editions/2026-03-09/");
    const order = await page
      .locator(".entry h4 a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(order).toHaveLength(50);
    await page.keyboard.press("j");
    const first = await findFocusedPaper(page);
    expect(order).toContain(first);
    const start = order.indexOf(first ?? "");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await findFocusedPaper(page)).toBe(order[start + 2]);
    await page.keyboard.press("Control+j");
    expect(await findFocusedPaper(page)).toBe(order[start + 2]);
    await page.keyboard.press("k");
    expect(await findFocusedPaper(page)).toBe(order[start + 1]);
    await expect(page.locator(".entry h4 a:focus")).toBeInViewport();
    await page.keyboard.press("o");
    await expect(page).toHaveURL(new RegExp(`${order[start + 1]}$`));
  });

  test("At the end of a list the focus stays where it is.", async ({ page }) => {
    await page.goto("archive/2025-10/");
    const last = page.locator(".entry h4 a").last();
    await last.focus();
    await page.keyboard.press("j");
    await expect(last).toBeFocused();
  });

  test("On the front page j comes to the lead first, then to the seconds, then to the first row.", async ({ page }) => {
    await page.goto("");
    const order = await page
      .locator(":is(.lead h2, .second h3, .entry h4) a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(order).toHaveLength(50);
    for (const address of order.slice(0, 6)) {
      await page.keyboard.press("j");
      expect(await findFocusedPaper(page)).toBe(address);
    }
    await page.keyboard.press("k");
    expect(await findFocusedPaper(page)).toBe(order[4]);
  });

  test("On a paper's page j and k lead to its neighbours in the edition.", async ({ page, site }) => {
    await page.goto("papers/2412.11605/");
    const [previous, next] = await page
      .locator(".catchwords a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new URL(next ?? "", site.url).href);
    await page.goBack();
    await page.keyboard.press("k");
    await expect(page).toHaveURL(new URL(previous ?? "", site.url).href);
  });

  test("The key ? opens a list of all keys, and every other key closes it and does what it does.", async ({ page }) => {
    await page.goto("editions/2026-03-09/");
    await page.keyboard.press("j");
    const first = await findFocusedPaper(page);
    const keys = page.getByRole("dialog", { name: "Keys" });
    await expect(keys).toBeHidden();
    await page.keyboard.press("?");
    await expect(keys).toBeInViewport();
    await expect(keys.locator("kbd")).toHaveText(["/", "j", "k", "o", "c", "?"]);
    await expect(keys.getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    expect(await findFocusedPaper(page)).toBe(first);
    await page.keyboard.press("?");
    await page.keyboard.press("j");
    await expect(keys).toBeHidden();
    const second = await findFocusedPaper(page);
    expect(second).not.toBe(first);
    await page.keyboard.press("k");
    expect(await findFocusedPaper(page)).toBe(first);
    await page.getByRole("button", { name: "Keys" }).click();
    await expect(keys).toBeVisible();
  });
});

test.describe("On a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 820, height: 1180 } });

  test("Nothing speaks of keys.", async ({ page }) => {
    for (const address of ["", "papers/2510.18821/"]) {
      await page.goto(address);
      await expect(page.getByRole("searchbox", { name: "Search the papers" })).toBeVisible();
      await expect(page.locator("kbd:visible")).toHaveCount(0);
      await expect(page.getByText("Keys", { exact: true }).filter({ visible: true })).toHaveCount(0);
    }
  });
});
