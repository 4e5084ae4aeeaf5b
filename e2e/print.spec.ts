/** On paper: the text, all of it, on few sheets, black on white, and nothing to click. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { NO_PAGE_FAULTS, PAGES } from "./pages.ts";
import { readPdfPages } from "./scenes/pdf.ts";
import { SearchPage } from "./search-page.ts";

/** Opens a page as a printer would see it, for a reader who reads by lamp. */
async function openForPrint(page: Page, address: string): Promise<void> {
  await page.goto("about/");
  await page.evaluate(() => localStorage.setItem("offprint-theme", "dark"));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(address);
}

/** Elements that are dark behind their text, or light in their text. */
async function findDark(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const read = (color: string): { luminance: number; alpha: number } => {
      if (canvas === null) throw new Error("no canvas");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return { luminance: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255, alpha: alpha / 255 };
    };
    return [document.documentElement, ...document.querySelectorAll("body, body *")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { backgroundColor, color } = getComputedStyle(element);
        const background = read(backgroundColor);
        const hasText = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        return (background.alpha > 0 && background.luminance < 0.9) || (hasText && read(color).luminance > 0.4);
      })
      .map((element) => `${element.tagName}.${element.className}`);
  });
}

test("The printed front page has all fifty papers and nothing that only a screen can use.", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await openForPrint(page, "");
  for (const selector of [".menu", ".quick", ".slip", ".colophon", ".skip"]) {
    await expect(page.locator(selector), selector).toBeHidden();
  }
  const titles = page.locator("main :is(.lead h2, .second h3, .entry h4) a");
  await expect(titles).toHaveCount(50);
  for (const title of await titles.all()) await expect(title).toBeVisible();
  await expect(page.locator("summary:visible")).toHaveCount(0);
  expect(await findDark(page)).toEqual([]);
});

test("A printed paper has its digest, its authors and its BibTeX in black on white.", async ({ page }) => {
  await openForPrint(page, "papers/2510.18821/");
  for (const selector of [".menu", ".quick", ".colophon", ".catchwords", ".actions", "[data-copy]"]) {
    await expect(page.locator(selector), selector).toBeHidden();
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".leaf .prose")).toBeVisible();
  await expect(page.locator("[data-copy-source]")).toBeVisible();
  await expect(page.locator(".paper-cover bdi").last()).toBeVisible();
  expect(await findDark(page)).toEqual([]);
});

test("A printed topic is black on white, its chart with its table.", async ({ page }) => {
  await openForPrint(page, "tags/self-play/");
  await expect(page.locator(".chart table")).toBeVisible();
  expect(await findDark(page)).toEqual([]);
});

/** The sheets that a page is printed on, as text without white space. */
async function print(page: Page): Promise<string[]> {
  return readPdfPages(await page.pdf({ format: "A4", preferCSSPageSize: true }));
}

/** The most sheets that fifty papers may take. */
const MOST_SHEETS = 5;

for (const [name, address] of [
  ["front page", ""],
  ["edition", "editions/2026-03-09/"],
] as const) {
  test(`The ${name} is a hand-out of five sheets at most, with its groups and the address of each paper.`, async ({
    page,
  }) => {
    await page.goto(address);
    const groups = await page.locator(".group-head h3").allInnerTexts();
    expect(groups).toHaveLength(8);
    const sheets = await print(page);
    expect(sheets.length).toBeLessThanOrEqual(MOST_SHEETS);
    const text = sheets.join("");
    for (const group of groups) expect(text).toContain(group.replaceAll(" ", ""));
    const rows = await page.locator(".entry").count();
    const printed = new Set(text.match(/\/papers\/\d{4}\.\d{5}\//g));
    expect(printed.size).toBe(rows);
    expect(text).toContain(`offprint.example/${address}`);
    for (const word of ["Subscribe", "Trending", "leaveroom"]) expect(text).not.toContain(word);
  });
}

test("Room for notes is left when it is asked for.", async ({ page }) => {
  await page.goto("editions/2026-03-09/");
  const bare = await print(page);
  await page.getByRole("checkbox", { name: "When printed, leave room for notes" }).check();
  const roomy = await print(page);
  expect(roomy.length).toBeGreaterThan(bare.length);
  expect(roomy.join("").length, "the text is the same, but for more numbers of sheets").toBeLessThan(
    bare.join("").length + 20,
  );
});

test("Each of the fifty papers is printed on one sheet.", async ({ page, site }) => {
  test.slow();
  const long: string[] = [];
  const ids = readdirSync(join(site.folder, "papers")).filter((name) => /^\d/.test(name));
  expect(ids).toHaveLength(50);
  for (const id of ids) {
    // With the papers that came later, which a script fetches.
    await page.goto(`papers/${id}/`, { waitUntil: "networkidle" });
    const sheets = await print(page);
    expect(sheets[0]).toContain(`offprint.example/papers/${id}/`);
    if (sheets.length > 1) long.push(`${id}: ${sheets.length} sheets`);
  }
  expect(long).toEqual([]);
});

test("Printed search results name the question and take a sheet for nine papers or more.", async ({ page }) => {
  const search = new SearchPage(page);
  await page.goto("search/?q=self-play");
  await expect(search.count).toHaveText(/^\d+ papers$/);
  const count = Number.parseInt((await search.count.textContent()) ?? "", 10);
  expect(count).toBeGreaterThan(15);
  const sheets = await print(page);
  expect(sheets.length).toBeLessThanOrEqual(Math.ceil(count / 9));
  const text = sheets.join("");
  expect(text).toContain(`self-play${count}papers`);
  expect(new Set(text.match(/\/papers\/[^/]+\//g)).size).toBe(await page.locator(".entry").count());
  expect(text).not.toContain("Narrowitdown");
});

test.describe("Of every template", () => {
  test.use({ allowedFaults: NO_PAGE_FAULTS });

  test("few sheets come out, none of them with the menu or the foot of the page.", async ({ page }) => {
    test.slow();
    for (const { name, address } of PAGES) {
      await page.goto(address);
      const rows = await page.locator(".entry").count();
      const sheets = await print(page);
      expect.soft(sheets.length, name).toBeLessThanOrEqual(2 + Math.floor(rows / 15));
      expect.soft(sheets.join(""), name).not.toMatch(/LatestTopicsArchive|Anoffprintisanarticleprintedbyitself,handed/);
    }
  });
});
