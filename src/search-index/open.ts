/** Opens a search index on disk in Node, so that tests and measurements ask it through the same planner as browsers. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeEngine, type Pagefind, type SearchEngine } from "../lib/search/engine.ts";
import { openTables } from "../lib/search/tables.ts";

let opened = 0;

/**
 * Opens `<site>/pagefind/`. Pagefind fetches its files; in Node `fetch` knows no files, so it is taught to here,
 * for the whole process.
 * @param siteFolder Folder with the finished site.
 * @param paperCount How many papers the index holds.
 * @throws What the file system throws, when there is no index.
 */
export async function openSearchIndex(siteFolder: string, paperCount: number): Promise<SearchEngine> {
  globalThis.fetch = fetchFile;
  const module = pathToFileURL(resolve(join(siteFolder, "pagefind", "pagefind.js")));
  // A module is loaded once for an address; another index, or the same one built again, needs another.
  opened += 1;
  module.search = String(opened);
  const pagefind = (await import(module.href)) as Pagefind & { init(): Promise<void> };
  await pagefind.init();
  const tables = await openTables(async (name) => {
    const path = join(siteFolder, "pagefind", "tables", name);
    return existsSync(path) ? readFile(path, "utf8") : undefined;
  });
  return makeEngine(pagefind, paperCount, tables);
}

const fetchAddress = globalThis.fetch;

async function fetchFile(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith("file:")) return fetchAddress(input, init);
  return new Response(await readFile(fileURLToPath(address.replace(/\?.*$/, ""))));
}
