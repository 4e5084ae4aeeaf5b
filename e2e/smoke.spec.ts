/** The least that every page owes its reader. */
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "./fixtures.ts";

/** Pages looked at, at most: the first and last of each part of the site, then the next ones in turn. */
const SAMPLE_SIZE = 40;

/** Tests the sample is dealt out to, so that workers share it. */
const PARTS = 4;

/** Addresses of all pages relative to the front page, as of the files on disk; 404.html has none. */
function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path === "index.html" || path.endsWith("/index.html"))
    .map((path) => (path === "index.html" ? "" : `${dirname(path)}/`))
    .sort();
}

/** A sample in which each part of the site has its share: pages are taken in turn from each first segment and depth. */
function samplePages(pages: string[]): string[] {
  const groups = Map.groupBy(pages, (page) => `${page.split("/", 1)[0]} ${page.split("/").length}`);
  const sample: string[] = [];
  for (let turn = 0; sample.length < Math.min(SAMPLE_SIZE, pages.length); turn += 1) {
    for (const group of groups.values()) {
      const page = group[turn];
      if (page !== undefined && sample.length < SAMPLE_SIZE) sample.push(page);
    }
  }
  return sample;
}

for (let part = 0; part < PARTS; part += 1) {
  test(`Pages answer with a title, a language, one heading and no fault (part ${part + 1} of ${PARTS}). @base`, async ({
    page,
    site,
  }) => {
    const sample = samplePages(listPages(site.folder)).filter((_, index) => index % PARTS === part);
    expect(sample).not.toEqual([]);
    for (const address of sample) {
      const response = await page.goto(address);
      expect.soft(response?.status(), `status of ${address}`).toBe(200);
      expect.soft(await page.title(), `title of ${address}`).not.toBe("");
      expect.soft(await page.locator("html").getAttribute("lang"), `language of ${address}`).toMatch(/^[a-z]{2}/);
      expect.soft(await page.locator("h1").count(), `headings of ${address}`).toBe(1);
    }
  });
}

test.describe("An address that does not exist", () => {
  test.use({ allowedFaults: [/404/] });

  test("is answered with a page of ours and status 404. @base", async ({ page }) => {
    const response = await page.goto("papers/no-such-paper/");
    expect(response?.status()).toBe(404);
    await expect(page.locator("h1")).toHaveCount(1);
  });
});
