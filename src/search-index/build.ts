/**
 * The search index: Pagefind over the finished paper pages, so that what is searched is what is shown. It is made in
 * bundles (plan.ts), of which those whose papers are as they were are used again; the others are put together (join.ts) from
 * pages that were indexed before, and those that are new.
 */
import { lstatSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../lib/records/write-file.ts";
import { type IndexStart, START_FILE } from "../lib/search/bundles.ts";
import { makeBundle } from "./bundle.ts";
import { makeFaultError, SearchIndexError, toIndexError } from "./failure.ts";
import { CORE_FILE, writeCore } from "./pagefind.ts";
import type { IndexPaper } from "./pages.ts";
import { type FileStamp, type FindFile, IndexParts, nameKey } from "./parts.ts";
import { BUNDLE_BOUNDS, type BundleBounds, type PlannedBundle, planBundles } from "./plan.ts";
import type { BundleData } from "./source.ts";
import { readIndexVersion, readPagefindVersion } from "./version.ts";
import { joinWordSummaries, type TableFile } from "./words.ts";

export { SearchIndexError } from "./failure.ts";

/** What an index came to. */
export interface SearchIndexReport {
  /** Paper pages in the index. */
  pages: number;
  /** How many of them Pagefind has indexed in this build; the others were in bundles of the last one. */
  indexed: number;
  /** Bundles. */
  bundles: number;
  /** Bytes of the index, as they lie on disk (its data is compressed already). */
  bytes: number;
  /** Its files, by their paths in it. */
  files: ReadonlyMap<string, FileStamp>;
}

/** How to build an index. */
export interface IndexOptions {
  /**
   * Folder in which a build keeps what the next one needs to use bundles again; it may be lost, which costs time only.
   * Without it, all is made anew.
   */
  state?: string;
  /** Where bundles end. */
  bounds?: BundleBounds;
  /** How the files of the index stand, where that is known; otherwise each is looked at. */
  findFile?: FindFile | undefined;
  /** Settles when the pages stand in the site's folder: what does not need them is done before. They stand already unless told. */
  pagesStand?: Promise<unknown>;
}

/**
 * Indexes paper pages of a finished site and writes `<site>/pagefind/`. What readers load changes all at once, when the
 * new `bundles.json` takes the place of the old one; until then an index that is already there stands.
 *
 * @param siteFolder Folder with the finished site; its path may be relative.
 * @param papers All papers, in any order.
 * @throws {SearchIndexError} when there are no papers, pages have no title or no entry, or Pagefind fails.
 */
export async function buildSearchIndex(
  siteFolder: string,
  papers: readonly IndexPaper[],
  { state, bounds = BUNDLE_BOUNDS, findFile, pagesStand = Promise.resolve() }: IndexOptions = {},
): Promise<SearchIndexReport> {
  if (papers.length === 0) {
    throw new SearchIndexError(
      `There are no paper pages (papers/*/index.html) in ${siteFolder}: build the site before its search index.`,
    );
  }
  const folder = join(siteFolder, "pagefind");
  const parts = new IndexParts(folder, state, findFile);
  try {
    const { bundles, indexed } = await makeBundles({ siteFolder, parts, pagesStand }, planBundles(papers, bounds));
    const { common, files } = joinWordSummaries(bundles.map(({ data }) => data.words));
    const start: IndexStart = {
      core: await keepCore(parts),
      bundles: bundles.map(({ name, data }) => ({ folder: name, papers: data.papers.length })),
      words: await keepFiles(parts, `words-${nameKey(files)}`, () => files),
      common,
    };
    const text = JSON.stringify(start);
    parts.settle();
    writeFileAtomic(join(folder, START_FILE), text);
    parts.clear(START_FILE);
    const { size, mtimeMs } = lstatSync(join(folder, START_FILE));
    const standing = parts.listFiles().set(START_FILE, { size, mtimeMs });
    return {
      pages: start.bundles.reduce((sum, bundle) => sum + bundle.papers, 0),
      indexed,
      bundles: start.bundles.length,
      bytes: standing.values().reduce((sum, file) => sum + file.size, 0),
      files: standing,
    };
  } catch (error) {
    parts.discard();
    throw toIndexError(error);
  }
}

/** What the names of bundles' folders begin with. */
const BUNDLE_PREFIX = "papers-";

/** A bundle that is there. */
interface MadeBundle {
  /** Its folder in the index. */
  name: string;
  /** What is known of it. */
  data: BundleData;
}

/** Where bundles are made, and of what. */
interface BundlePlace {
  siteFolder: string;
  parts: IndexParts;
  /** See `IndexOptions`. */
  pagesStand: Promise<unknown>;
}

/** Makes the bundles one after another, since each needs much memory, and tells of all faulty pages at once. */
async function makeBundles(
  { siteFolder, parts, pagesStand }: BundlePlace,
  planned: readonly PlannedBundle<IndexPaper>[],
): Promise<{ bundles: MadeBundle[]; indexed: number }> {
  const version = readIndexVersion();
  const faults: string[] = [];
  const bundles: MadeBundle[] = [];
  let indexed = 0;
  for (const { papers } of planned) {
    const pages = papers.map((paper) => [paper.path, paper.version, paper.related]);
    const older = bundles.map(({ data }) => data.papers);
    // Papers name neighbours in older bundles by their numbers there.
    const name = `${BUNDLE_PREFIX}${nameKey(version, pages, nameKey(older))}`;
    let data = parts.reuse<BundleData>(name);
    if (data === undefined) {
      await pagesStand;
      const kept = parts.listUnused<BundleData>(BUNDLE_PREFIX);
      data = await parts.make(name, async (folder) => {
        const task = { siteFolder, papers, folder, older, kept, version };
        const outcome = await makeBundle({ ...task, addFault: (fault) => faults.push(fault) });
        indexed += outcome.indexed;
        return outcome.data;
      });
    }
    if (data !== undefined) bundles.push({ name, data });
  }
  await pagesStand;
  if (faults.length > 0) throw makeFaultError(faults);
  return { bundles, indexed };
}

/** A part of files that are made here, unless it is there already; gives its name. */
async function keepFiles(parts: IndexParts, name: string, makeFiles: () => readonly TableFile[]): Promise<string> {
  if (parts.reuse(name) !== undefined) return name;
  await parts.make(name, (folder) => {
    for (const file of makeFiles()) writeFileSync(join(folder, file.name), file.content);
    return {};
  });
  return name;
}

/** Pagefind's own module, which stays while its version does. */
async function keepCore(parts: IndexParts): Promise<string> {
  const name = `core-${nameKey(readPagefindVersion())}`;
  if (parts.reuse(name) === undefined) await parts.make(name, (folder) => writeCore(folder).then(() => ({})));
  return `${name}/${CORE_FILE}`;
}
