/** Before all browser tests: the sites are built, unless `npm test` has done that, and served; a browser is found. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readHoldings } from "../src/data/content/content-store.ts";
import { makeLibrary } from "../src/data/library.ts";
import { makeRelatedLists } from "../src/data/related-lists.ts";
import { listIndexPapers } from "../src/tools/build/index-site.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "../src/tools/folders.ts";
import { type RunningServer, serve } from "../src/tools/serve.ts";
import { shareBrowser } from "./browser.ts";
import { findBrowser } from "./run/browser.ts";
import { buildTestSite } from "./run/test-site.ts";
import { buildSearchIndex } from "./scenes/indexed-site.ts";
import { BUNDLES_SITE, type RunningSite, shareSites, TEST_SITES } from "./sites.ts";

/** Called by Playwright; what it returns stops the servers. */
export default async function setUp(): Promise<() => Promise<void>> {
  shareBrowser(await findBrowser());
  const builtFolder = process.env["E2E_SITES_FOLDER"];
  const sites: RunningSite[] = [];
  const servers: RunningServer[] = [];
  const sitesFolder = builtFolder ?? join(CACHE_FOLDER, "e2e");
  for (const site of [...TEST_SITES, BUNDLES_SITE]) {
    const { name, base } = site;
    const folder = join(sitesFolder, name);
    if (site === BUNDLES_SITE) await copyInBundles(join(sitesFolder, "root"), folder);
    else if (builtFolder === undefined) await buildTestSite(site, folder);
    const server = await serve({ folder, port: 0, base });
    servers.push(server);
    sites.push({ ...site, folder, url: server.url });
  }
  shareSites(sites);
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}

/** A bundle for every fifteen papers, so that the fifty papers make several. */
const BOUNDS = { most: 1000, first: 15, close: 15, ratio: 0 };

/** Copies a site and indexes it anew, as if each paper had joined on the day it is ordered by. */
async function copyInBundles(from: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  const library = makeLibrary(readHoldings(join(PROJECT_FOLDER, BUNDLES_SITE.content)));
  const papers = listIndexPapers(library, makeRelatedLists(library), "").map((paper) => {
    return { ...paper, day: library.byId.get(paper.id)?.order ?? "" };
  });
  await buildSearchIndex(folder, papers, { bounds: BOUNDS });
}
