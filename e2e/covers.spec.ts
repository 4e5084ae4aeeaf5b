/** Covers are no large empty boxes and are read in their order, and what is counted on a page is said once. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { NO_PAGE_FAULTS, PAGES } from "./pages.ts";

/** The most of a cover, or of half of a wide one, that may be empty from one thing in it down to the next, in pixels. */
const MOST_EMPTY = 120;
/** From this width on each half of a cover is looked at by itself. */
const WIDE = 960;

/** The highest stretch of the cover, within its padding, across which nothing stands: of its halves on a wide screen. */
async function measureEmpty(page: Page): Promise<number | undefined> {
  return page.evaluate((wide) => {
    const cover = document.querySelector(".topic-cover");
    if (cover === null) return undefined;
    const box = cover.getBoundingClientRect();
    const style = getComputedStyle(cover);
    const [top, bottom] = [
      box.top + Number.parseFloat(style.paddingTop),
      box.bottom - Number.parseFloat(style.paddingBottom),
    ];
    const texts = document.createTreeWalker(cover, NodeFilter.SHOW_TEXT);
    const things: DOMRect[] = [...cover.querySelectorAll("svg, input, button")].map((it) => it.getBoundingClientRect());
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (text.textContent?.trim() === "") continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      things.push(...range.getClientRects());
    }
    const middle = (box.left + box.right) / 2;
    const parts =
      innerWidth < wide
        ? [[box.left, box.right]]
        : [
            [box.left, middle],
            [middle, box.right],
          ];
    const gaps = parts.map(([left = 0, right = 0]) => {
      const own = things.filter((thing) => thing.width > 0 && thing.left < right && thing.right > left);
      let [reached, most] = [top, 0];
      for (const thing of own.sort((a, b) => a.top - b.top)) {
        most = Math.max(most, thing.top - reached);
        reached = Math.max(reached, thing.bottom);
      }
      return Math.max(most, bottom - reached);
    });
    return Math.round(Math.max(...gaps));
  }, WIDE);
}

/** What stands higher on the cover than what is read before it in the same column. */
async function listMisplaced(page: Page): Promise<string[]> {
  return page.locator(".topic-cover > div:first-child > *").evaluateAll((parts) =>
    parts.flatMap((part, index) => {
      const box = part.getBoundingClientRect();
      const isBelow = (other: DOMRect) => other.top > box.top && other.left < box.right && box.left < other.right;
      return parts.slice(0, index).some((other) => isBelow(other.getBoundingClientRect())) ? [part.textContent] : [];
    }),
  );
}

/** What is said twice, among what the folio, the cover and headings count. */
async function findRepeatedCounts(page: Page): Promise<string[]> {
  const said = await page
    .locator(".folio, .cover :is(.from, h1, .deck, .facts, .note, figcaption), main h2, main .section > .note")
    .allInnerTexts();
  const counts = said.flatMap(
    (text) => text.match(/\b[\d,]+\s(?:paper|digest|edition|topic|author|organisation)s?\b/g) ?? [],
  );
  return counts.filter((count, index) => counts.indexOf(count) < index);
}

test.describe("On every template", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  for (const width of [390, 1440]) {
    test(`no cover is empty at ${width} px, and counts are said once.`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      let covers = 0;
      for (const { name, address } of PAGES) {
        await page.goto(address);
        const empty = await measureEmpty(page);
        if (empty !== undefined) {
          covers += 1;
          expect.soft(empty, `${name} (${address})`).toBeLessThanOrEqual(MOST_EMPTY);
        }
        expect.soft(await listMisplaced(page), `${name} (${address})`).toEqual([]);
        expect.soft(await findRepeatedCounts(page), `${name} (${address})`).toEqual([]);
      }
      expect(covers).toBeGreaterThan(12);
    });
  }
});

test("The measures can fail: a high cover with an empty half, and a count in folio and cover.", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("authors/quanquan-gu/");
  await page.locator(".topic-cover").evaluate((cover) => {
    cover.querySelector(".ties")?.remove();
    const high = document.createElement("p");
    high.style.height = "20rem";
    cover.append(high);
  });
  await page
    .locator(".folio")
    .first()
    .evaluate((folio) => folio.append(" 2 papers"));
  expect(await measureEmpty(page)).toBeGreaterThan(MOST_EMPTY);
  expect(await findRepeatedCounts(page)).toEqual(["2 papers"]);
});
