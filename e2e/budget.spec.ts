/** Pages stay light; the numbers stand in budgets.ts. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, Request } from "@playwright/test";
import { BUDGETS, weigh } from "./budgets.ts";
import { expect, test } from "./fixtures.ts";
import type { RunningSite } from "./sites.ts";

/** One file that a page asked for. */
interface Load {
  /** Path on the server. */
  path: string;
  /** What it costs, see `weigh`. */
  bytes: number;
}

/** Everything a page asks its server for until the network rests, each file once, the page itself first. */
async function listLoads(page: Page, site: RunningSite, address: string): Promise<Load[]> {
  const paths = new Set<string>();
  const note = (request: Request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol.startsWith("http")) paths.add(pathname);
  };
  page.on("request", note);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  page.off("request", note);
  return [...paths].map((path) => {
    const name = decodeURIComponent(path.slice(site.base.length));
    const file = join(site.folder, name === "" || name.endsWith("/") ? `${name}index.html` : name);
    return { path, bytes: weigh(file, readFileSync(file)) };
  });
}

function sum(loads: Load[], of: RegExp = /^/): number {
  return loads.filter(({ path }) => of.test(path)).reduce((total, { bytes }) => total + bytes, 0);
}

/** The loads as they stand in a message, heaviest first. */
function describeLoads(loads: Load[]): string {
  return loads
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ path, bytes }) => `${bytes} ${path}`)
    .join("\n");
}

for (const width of [390, 1280]) {
  test(`The front page with all its first view needs stays in its budget, at ${width} px.`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    const loads = await listLoads(page, site, "");
    expect(sum(loads, /\.css$/), "styles were counted").toBeGreaterThan(0);
    expect(sum(loads, /\.woff2$/), "fonts were counted").toBeGreaterThan(0);
    expect(sum(loads), describeLoads(loads)).toBeLessThanOrEqual(BUDGETS.frontPage);
    expect(sum(loads, /\.js$/), describeLoads(loads)).toBeLessThanOrEqual(BUDGETS.frontScripts);
  });
}

test("A paper's page stays in its budget, also the longest one.", async ({ page, site }) => {
  const papers = join(site.folder, "papers");
  const [longest] = readdirSync(papers, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, bytes: readFileSync(join(papers, name, "index.html")).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const loads = await listLoads(page, site, `papers/${longest?.name}/`);
  expect(sum(loads, /\.woff2$/), "fonts were counted").toBeGreaterThan(0);
  expect(sum(loads), describeLoads(loads)).toBeLessThanOrEqual(BUDGETS.paperPage);
});

test("All styles together stay in their budget.", ({ site }) => {
  const folder = join(site.folder, "_astro");
  const styles = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .map((name) => ({ path: name, bytes: weigh(name, readFileSync(join(folder, name))) }));
  expect(styles).not.toEqual([]);
  expect(sum(styles), describeLoads(styles)).toBeLessThanOrEqual(BUDGETS.styles);
});

test("The search page's own scripts stay in their budget.", async ({ page, site }) => {
  const common = await listLoads(page, site, "about/");
  const loads = await listLoads(page, site, "search/?q=self-play");
  const shared = new Set(common.map(({ path }) => path));
  const own = loads.filter(({ path }) => path.endsWith(".js") && !shared.has(path));
  expect(sum(own), "scripts were counted").toBeGreaterThan(0);
  expect(sum(own), describeLoads(own)).toBeLessThanOrEqual(BUDGETS.searchScripts);
});
