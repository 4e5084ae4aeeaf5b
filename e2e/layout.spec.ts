/** Pages fit every width without sideways scroll, also in large type, and stand still while they load. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { CASE_PAGES, casesTest, dealOut, NO_PAGE_FAULTS, PAGES, type PageSample } from "./pages.ts";

/** Widths in CSS pixels: common screens, and both sides of every width at which the layout changes. */
const WIDTHS = [320, 360, 390, 480, 576, 640, 703, 704, 768, 820, 959, 960, 1024, 1151, 1152, 1280, 1440];
/** Most of a page that may move while it loads, as cumulative layout shift. */
const MOST_SHIFT = 0.02;
/** Tests the pages are dealt out to, so that workers share them. */
const PARTS = 4;

/** What stands out of the page to the right, if the page can be scrolled sideways: the elements that reach furthest. */
async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const leaves = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return [
      `${root.scrollWidth} wide`,
      ...leaves
        .slice(0, 3)
        .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`),
    ];
  });
}

/** Opens everything that is folded, so that it is measured too. */
async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function expectNoSidewaysScroll(page: Page, samples: readonly PageSample[]): Promise<void> {
  test.slow();
  for (const { name, address } of samples) {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    await openDetails(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await findOverflow(page), `${name} (${address}) at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect.soft(await findOverflow(page), `${name} (${address}) at 640 px in type of double size`).toEqual([]);
  }
}

test.describe("On the project's content", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  for (const [part, samples] of dealOut(PAGES, PARTS).entries()) {
    test(`No template scrolls sideways from 320 to 1440 px (part ${part + 1} of ${PARTS}).`, async ({ page }) => {
      await expectNoSidewaysScroll(page, samples);
    });
  }
});

for (const [part, samples] of dealOut(CASE_PAGES, PARTS).entries()) {
  casesTest(
    `No page of a rare paper scrolls sideways from 320 to 1440 px (part ${part + 1} of ${PARTS}).`,
    async ({ page }) => {
      await expectNoSidewaysScroll(page, samples);
    },
  );
}

test("The measure can fail: an element that is too wide is found.", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto("about/");
  await page.locator("h1").evaluate((heading) => {
    heading.style.width = "400px";
  });
  expect(await findOverflow(page)).not.toEqual([]);
});

/** How far things have moved since the page began to load, as cumulative layout shift. */
async function measureShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shift = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: "layout-shift", buffered: true });
        // Two frames later the entries of everything that has loaded are there.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(shift))));
      }),
  );
}

for (const width of [390, 1280]) {
  test(`Nothing moves when the fonts arrive late, at ${width} px.`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ["", "papers/2510.18821/"]) {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route(/\.woff2$/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(address, { waitUntil: "domcontentloaded" });
      const hasStandIn = await page.evaluate(async () => {
        const faces = [...document.fonts].filter(({ family }) => family.includes("Vollkorn stand-in"));
        await Promise.allSettled(faces.map((face) => face.load()));
        return faces.some(({ status }) => status === "loaded");
      });
      if (!hasStandIn) release();
      test.skip(!hasStandIn, "no font that could stand in for ours is installed on this machine");
      // The stand-in is on the page before the fonts are let through.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      release();
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.fonts.check("1em Vollkorn")), "the font has come").toBe(true);
      expect(await measureShift(page), `shift on "${address}"`).toBeLessThan(MOST_SHIFT);
      await page.unroute(/\.woff2$/);
    }
  });
}
