/** Indexes a finished site by itself, for tests and measurements that make their own pages. */
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type IndexPlace, type MadeIndex, makeSearchIndex } from "#search-index/build.ts";
import type { IndexPaper } from "#search-index/pages.ts";

/**
 * Writes `<site>/pagefind/`.
 * @param siteFolder folder with the finished site; its path may be relative
 * @param papers all papers, in any order
 * @throws {Failure} as `makeSearchIndex` does; an index that is already there then stands
 */
export async function buildSearchIndex(
  siteFolder: string,
  papers: readonly IndexPaper[],
  options: Pick<IndexPlace, "state" | "bounds"> = {},
): Promise<MadeIndex> {
  const folder = join(siteFolder, "pagefind");
  const staging = `${folder}.new`;
  const pagesStand = Promise.resolve((path: string) => join(siteFolder, path));
  try {
    const index = await makeSearchIndex(papers, { ...options, folder, staging, pagesStand });
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (!index.names.has(name) || index.fresh.includes(name)) rmSync(join(folder, name), { recursive: true });
    }
    for (const name of index.fresh) renameSync(join(staging, name), join(folder, name));
    index.forget();
    return index;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
