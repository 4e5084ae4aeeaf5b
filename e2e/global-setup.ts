/** Before all browser tests: the sites are built, unless `npm test` has done that, and served; a browser is found. */
import { join } from "node:path";
import { findBrowser } from "../src/tools/browser.ts";
import { CACHE_FOLDER } from "../src/tools/folders.ts";
import { type RunningServer, serve } from "../src/tools/serve.ts";
import { buildTestSite } from "../src/tools/test/test-site.ts";
import { shareBrowser } from "./browser.ts";
import { type RunningSite, shareSites, TEST_SITES } from "./sites.ts";

/** Called by Playwright; what it returns stops the servers. */
export default async function setUp(): Promise<() => Promise<void>> {
  shareBrowser(await findBrowser());
  const builtFolder = process.env["E2E_SITES_FOLDER"];
  const sites: RunningSite[] = [];
  const servers: RunningServer[] = [];
  for (const site of TEST_SITES) {
    const { name, base } = site;
    const folder = join(builtFolder ?? join(CACHE_FOLDER, "e2e"), name);
    if (builtFolder === undefined) await buildTestSite(site, folder);
    const server = await serve({ folder, port: 0, base });
    servers.push(server);
    sites.push({ ...site, folder, url: server.url });
  }
  shareSites(sites);
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
}
