/** The site below a base path: nothing in it leads above that path. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "./fixtures.ts";
import { basePathTest as test } from "./pages.ts";

/** All files of a site that end so, relative to its folder. */
function listFiles(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(ending))
    .sort();
}

test("Every link, source and form of every page lies below the base path.", ({ site }) => {
  const pages = listFiles(site.folder, ".html");
  expect(pages.length).toBeGreaterThan(100);
  const outside = new Set<string>();
  let count = 0;
  for (const file of pages) {
    const html = readFileSync(join(site.folder, file), "utf8");
    for (const [, address = ""] of html.matchAll(/\s(?:href|src|action|srcset|data-base)="(\/[^"]*)"/g)) {
      count += 1;
      if (!address.startsWith(site.base)) outside.add(`${address} in ${file}`);
    }
  }
  expect(count).toBeGreaterThan(1000);
  expect([...outside]).toEqual([]);
});

test("Canonical addresses and those in the feed are absolute and have the base path.", ({ site }) => {
  for (const file of listFiles(site.folder, "index.html")) {
    const html = readFileSync(join(site.folder, file), "utf8");
    const address = `https://offprint.example${site.base}${encodeURI(file.replace(/index\.html$/, ""))}`;
    expect(html, file).toContain(`<link rel="canonical" href="${address}"`);
    expect(html, file).toContain(`<meta property="og:url" content="${address}"`);
  }
  const feed = readFileSync(join(site.folder, "feeds/papers.xml"), "utf8");
  const addresses = [...feed.matchAll(/https:\/\/offprint\.example[^\s"<]*/g)].map(([address]) => address);
  expect(addresses.length).toBeGreaterThan(50);
  for (const address of addresses) expect(address).toContain(`https://offprint.example${site.base}`);
});

test("Style sheets and scripts ask for nothing above the base path.", ({ site }) => {
  for (const file of [
    ...listFiles(join(site.folder, "_astro"), ".css"),
    ...listFiles(join(site.folder, "_astro"), ".js"),
  ]) {
    const text = readFileSync(join(site.folder, "_astro", file), "utf8");
    for (const [, address = ""] of text.matchAll(/url\(["']?(\/[^"')]*)/g)) {
      expect(address, file).toMatch(new RegExp(`^${site.base}`));
    }
    expect(text, file).not.toMatch(/["'`]\/(pagefind|papers|search|tags|theme\.js)\b/);
  }
});

test("Moving about, the theme and the search index work below the base path.", async ({ page, site }) => {
  const paths: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith("http")) paths.push(new URL(request.url()).pathname);
  });
  await page.goto("");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Topics" }).click();
  await expect(page).toHaveURL(`${site.url}tags/`);
  await page.getByRole("link", { name: "Self-play", exact: true }).first().click();
  await expect(page).toHaveURL(`${site.url}tags/self-play/`);
  await page.goto("search/?q=self-play");
  await expect(page.locator("digest-search .entry").first()).toBeVisible();
  expect(paths.filter((path) => path.includes("pagefind"))).not.toEqual([]);
  expect(paths.filter((path) => !path.startsWith(site.base))).toEqual([]);
});
