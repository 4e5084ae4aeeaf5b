/** A row among the results is the row that lists have: the same elements, links and words, made by the same code. */
import type { Page } from "@playwright/test";
import { expect, test as rootTest } from "./fixtures.ts";
import { casesTest } from "./pages.ts";
import { expectAllRows } from "./search-page.ts";

/** A row as an outline of its elements. */
interface OutlinedRow {
  /** Address of its paper. */
  href: string;
  /** Elements with what tells them apart, and their words. */
  outline: string;
  /** Whether it shows mathematics. */
  hasMaths: boolean;
}

/**
 * All rows of a page: without what an answer adds (marks, an excerpt, the way to papers like it), without numbers and levels
 * of headings, and without the words of title and sentence where these hold mathematics, since search has it in plain signs.
 * @param withMaths addresses of papers whose rows are known to show mathematics elsewhere
 */
function outlineRows(page: Page, selector: string, withMaths: readonly string[] = []): Promise<OutlinedRow[]> {
  return page.locator(selector).evaluateAll((rows, known) => {
    const outline = (node: Node, hasMaths: boolean): string => {
      if (!(node instanceof Element)) return (node.textContent ?? "").replace(/\s+/g, " ");
      if (node.matches(".excerpt, .alike, .why")) return "";
      if (node.matches("mark")) return node.textContent ?? "";
      const name = node.localName.replace(/^h[34]$/, "h");
      // The margin tells the place in a list, or the votes that made it.
      const attributes = node.matches(".ord")
        ? ["ord"]
        : ["class", "href", "dir", "datetime"].map((key) => node.getAttribute(key));
      const isLeftOut = node.matches(".ord") || (hasMaths && node.matches(".tldr, :is(h3, h4) > a"));
      const content = isLeftOut ? "" : [...node.childNodes].map((child) => outline(child, hasMaths)).join("");
      return `<${[name, ...attributes].join(" ")}>${content}</>`;
    };
    return rows.map((row) => {
      const href = row.querySelector(":is(h3, h4) > a")?.getAttribute("href") ?? "";
      const hasMaths = known.includes(href) || row.querySelector("math") !== null;
      return { href, hasMaths, outline: outline(row, hasMaths).replace(/\s+(?=<)|(?<=>)\s+/g, "") };
    });
  }, withMaths);
}

/** Lists that together show all papers in whole rows, but for one that stands in lists of short rows only. */
const LISTS = [
  ...["editions/2026-04-08/", "editions/2026-04-03/", "editions/2026-04-01/"],
  ...["authors/una-certain/", "authors/ines-beispiel/", "authors/ada-example/"],
];
const UNLISTED = ["/papers/openreview--abc_def-1/"];

for (const [name, test, lists, unlisted] of [
  ["invented papers", casesTest, LISTS, UNLISTED],
  ["the project's own papers", rootTest, ["editions/2026-03-09/"], []],
] as const) {
  test(`Every result is the row that lists have: ${name}.`, async ({ page }) => {
    const listed = new Map<string, OutlinedRow>();
    for (const address of lists) {
      await page.goto(address);
      for (const row of await outlineRows(page, "main .entry")) listed.set(row.href, row);
    }
    await page.goto("search/?year=2026&year=2025&year=2017&year=1999&year=unknown&sort=newest");
    await expectAllRows(page);
    const withMaths = [...listed.values()].filter(({ hasMaths }) => hasMaths).map(({ href }) => href);
    const found = await outlineRows(page, '[data-part="results"] .entry', withMaths);
    expect(found.length).toBeGreaterThan(15);
    expect(found.map(({ href }) => href).filter((href) => !listed.has(href))).toEqual(unlisted);
    for (const { href, outline } of found.filter(({ href: own }) => listed.has(own))) {
      expect(outline, href).toBe(listed.get(href)?.outline);
    }
  });
}
