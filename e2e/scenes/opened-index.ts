/** Opens a search index on disk in Node, so that tests and measurements ask it through the same planner as browsers. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type IndexStart, START_FILE } from "#lib/search/bundles.ts";
import { makeEngine, type SearchEngine } from "#lib/search/engine.ts";
import { openSearcher } from "#lib/search/searcher.ts";
import { openTables } from "#lib/search/tables.ts";

/**
 * Opens `<site>/pagefind/`.
 * @param siteFolder Folder with the finished site.
 * @throws What the file system throws, when there is no index.
 */
export async function openSearchIndex(siteFolder: string): Promise<SearchEngine> {
  const folder = join(siteFolder, "pagefind");
  const start = JSON.parse(await readFile(join(folder, START_FILE), "utf8")) as IndexStart;
  const searcher = await openSearcher(start, async (name) => new Uint8Array(await readFile(join(folder, name))));
  const tables = openTables(start, async (name) => {
    const path = join(folder, name);
    return existsSync(path) ? readFile(path, "utf8") : undefined;
  });
  return makeEngine(searcher, start, tables);
}
