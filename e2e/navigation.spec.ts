/** Moving about: the masthead, focus, the theme, what is folded, and what is kept in the browser. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

for (const width of [320, 390, 820, 1152, 1440]) {
  test(`At ${width} px the masthead has the search field and the light switch, and all parts are a step away.`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ["", "papers/2510.18821/", "editions/"]) {
      await page.goto(address);
      const masthead = page.getByRole("banner");
      await expect(masthead.getByRole("searchbox")).toBeInViewport();
      for (const name of ["as my device", "day", "lamp"]) {
        await expect(masthead.getByRole("radio", { name })).toBeInViewport();
      }
      await expect(masthead.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText([
        "Latest",
        "Topics",
        "Archive",
        "Subscribe",
        "About",
      ]);
    }
    const lists = page.getByRole("navigation", { name: "Archive" });
    const names = ["Editions", "By month", "Trending", "Papers", "Authors", "Organisations"];
    await expect(lists.getByRole("link")).toHaveText(names);
    await expect(lists.locator("[aria-current=page]")).toHaveText("Editions");
  });
}

test("The first stop of Tab is a link past the masthead, and it works.", async ({ page }) => {
  await page.goto("tags/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the page" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

/** Most stops of Tab that are looked at on one page. */
const STOPS = 80;

for (const colorScheme of ["light", "dark"] as const) {
  test(`Focus is always seen, in the ${colorScheme} theme.`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const address of ["", "papers/2510.18821/", "search/"]) {
      await page.goto(address);
      const unseen: string[] = [];
      let count = 0;
      for (; count < STOPS; count += 1) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return undefined;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          const isSeen =
            outlineStyle !== "none" &&
            Number.parseFloat(outlineWidth) >= 2 &&
            !/, 0\)$/.test(outlineColor) &&
            width * height > 0;
          return {
            isSeen,
            name: `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`,
          };
        });
        if (stop === undefined) break;
        if (!stop.isSeen) unseen.push(stop.name);
      }
      expect(count, `stops on "${address}"`).toBeGreaterThan(15);
      expect(unseen, `on "${address}"`).toEqual([]);
    }
  });
}

/** The colour behind the page. */
function readBackground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

test.describe("The theme", () => {
  test("follows the device until the reader chooses, and then stays on every page.", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("");
    const day = await readBackground(page);
    await page.emulateMedia({ colorScheme: "dark" });
    const lamp = await readBackground(page);
    expect(lamp).not.toBe(day);
    await page.emulateMedia({ colorScheme: "light" });

    await page.getByRole("radio", { name: "lamp" }).check();
    expect(await readBackground(page)).toBe(lamp);
    await page.reload();
    expect(await readBackground(page)).toBe(lamp);
    await page.goto("tags/");
    expect(await readBackground(page)).toBe(lamp);
    await expect(page.getByRole("radio", { name: "lamp" })).toBeChecked();

    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByRole("radio", { name: "day" }).check();
    expect(await readBackground(page)).toBe(day);
    await page.reload();
    expect(await readBackground(page)).toBe(day);
    await page.getByRole("radio", { name: "as my device" }).check();
    expect(await readBackground(page)).toBe(lamp);
    await page.reload();
    expect(await readBackground(page)).toBe(lamp);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await readBackground(page)).toBe(day);
  });

  test("is there before anything is painted, so that a page never flashes.", async ({ page }) => {
    await page.goto("about/");
    await page.getByRole("radio", { name: "lamp" }).check();
    await page.addInitScript(() => {
      // The body is the first thing that can be painted; the theme at the moment it comes is what a reader sees first.
      const observer = new MutationObserver(() => {
        if (document.body === null) return;
        document.documentElement.dataset["first"] = document.documentElement.dataset["theme"] ?? "none";
        observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    for (const address of ["", "papers/2510.18821/"]) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("data-first", "dark");
    }
  });
});

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("The theme can be chosen for the page that is open.", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("about/");
    const body = page.locator("body");
    const day = await body.evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.getByRole("radio", { name: "lamp" }).check();
    await expect(body).not.toHaveCSS("background-color", day);
    await page.getByRole("radio", { name: "day" }).check();
    await expect(body).toHaveCSS("background-color", day);
  });
});

test("A phone folds long groups and opens them when asked; a wide screen shows all at once.", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("");
  const folded = page.locator(".fold-away").first();
  const paper = folded.locator(".entry h4 a").first();
  await expect(paper).toBeHidden();
  const count = await folded.locator(".entry").count();
  await folded.getByText(`${count} more`).click();
  await expect(paper).toBeVisible();

  await page.setViewportSize({ width: 1024, height: 900 });
  await page.reload();
  for (const entry of await page.locator(".fold-away .entry h4 a").all()) await expect(entry).toBeVisible();
  await expect(page.locator(".fold-away summary").first()).toBeHidden();
});

test("Nothing is kept of a reader: no cookie, and in the browser's storage nothing but the theme.", async ({
  page,
  context,
}) => {
  for (const address of ["", "papers/2510.18821/", "tags/self-play/", "search/?q=self-play"]) await page.goto(address);
  await expect(page.locator("digest-search .entry").first()).toBeVisible();
  const listKeys = () => page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  expect(await listKeys()).toEqual([[], []]);
  await page.getByRole("radio", { name: "lamp" }).check();
  expect(await listKeys()).toEqual([["offprint-theme"], []]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});
