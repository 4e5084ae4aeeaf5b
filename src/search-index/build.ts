/**
 * The search index: Pagefind over the finished paper pages, so that what is searched is what is shown. It is made in
 * bundles (plan.ts), of which those whose papers are as they were are used again; the others are put together (join.ts) from
 * pages that were indexed before, and those that are new.
 */
import { lstatSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../lib/failure.ts";
import { type IndexStart, START_FILE } from "../lib/search/bundles.ts";
import { makeBundle } from "./bundle.ts";
import { makeFaultError, toIndexError } from "./failure.ts";
import { CORE_FILE, readPagefindVersion, writeCore } from "./pagefind.ts";
import type { FindPage, IndexPaper } from "./pages.ts";
import { type FileStamp, IndexParts, nameKey, type PartsPlace } from "./parts.ts";
import { BUNDLE_BOUNDS, type BundleBounds, planBundles } from "./plan.ts";
import type { BundleData } from "./source.ts";
import { joinWordSummaries } from "./words.ts";

/** An index that is made and not yet in its place: what is new of it lies in the staging folder, the rest where it stands. */
export interface MadeIndex {
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
  /** Names of all that will stand in its folder. */
  names: ReadonlySet<string>;
  /** Those of them that are new; the last is the file that readers load first, which names the others. */
  fresh: readonly string[];
  /** Forgets what earlier builds had made that is in no use any more; for when the index is in its place. */
  forget: () => void;
}

/** Where an index is made, and of what. */
export interface IndexPlace extends PartsPlace {
  /** Where bundles end. */
  bounds?: BundleBounds | undefined;
  /** Settles when all pages are there, with what says where each lies: what does not need them is done before. */
  pagesStand: Promise<FindPage>;
}

/**
 * Makes the index of paper pages, without a change to the one that stands.
 *
 * @param papers All papers, in any order.
 * @throws {Failure} when there are no papers, pages have no title or no entry, or Pagefind fails.
 */
export async function makeSearchIndex(papers: readonly IndexPaper[], place: IndexPlace): Promise<MadeIndex> {
  if (papers.length === 0) {
    throw new Failure("There are no paper pages (papers/*/index.html): build the site before its search index.");
  }
  const parts = new IndexParts(place);
  try {
    const planned = planBundles(papers, place.bounds ?? BUNDLE_BOUNDS);
    const { bundles, indexed } = await makeBundles(parts, place.pagesStand, planned);
    const { common, files } = joinWordSummaries(bundles.map(({ data }) => data.words));
    const start: IndexStart = {
      core: `${await keepPart(parts, `core-${nameKey(readPagefindVersion())}`, writeCore)}/${CORE_FILE}`,
      bundles: bundles.map(({ name, data }) => ({ folder: name, papers: data.papers.length })),
      words: await keepPart(parts, `words-${nameKey(files)}`, (folder) => {
        for (const { name, content } of files) writeFileSync(join(folder, name), content);
      }),
      common,
    };
    const path = join(place.staging, START_FILE);
    mkdirSync(place.staging, { recursive: true });
    writeFileSync(path, JSON.stringify(start));
    parts.remember();
    const { size, mtimeMs } = lstatSync(path);
    const all = parts.listFiles().set(START_FILE, { size, mtimeMs });
    return {
      pages: start.bundles.reduce((sum, bundle) => sum + bundle.papers, 0),
      indexed,
      bundles: start.bundles.length,
      bytes: all.values().reduce((sum, file) => sum + file.size, 0),
      files: all,
      names: new Set([...parts.names, START_FILE]),
      fresh: [...parts.made, START_FILE],
      forget: () => parts.forget(),
    };
  } catch (error) {
    throw toIndexError(error);
  }
}

/** What the names of bundles' folders begin with. */
const BUNDLE_PREFIX = "papers-";

/** Makes the bundles one after another, since each needs much memory, and tells of all faulty pages at once. */
async function makeBundles(
  parts: IndexParts,
  pagesStand: Promise<FindPage>,
  planned: readonly IndexPaper[][],
): Promise<{ bundles: { name: string; data: BundleData }[]; indexed: number }> {
  const faults: string[] = [];
  const bundles: { name: string; data: BundleData }[] = [];
  let indexed = 0;
  for (const papers of planned) {
    const pages = papers.map((paper) => [paper.path, paper.version, paper.related]);
    const older = bundles.map(({ data }) => data.papers);
    // Papers name neighbours in older bundles by their numbers there.
    const name = `${BUNDLE_PREFIX}${nameKey(pages, nameKey(older))}`;
    let data = parts.reuse<BundleData>(name);
    if (data === undefined) {
      const kept = parts.listUnused<BundleData>(BUNDLE_PREFIX);
      data = await parts.make(name, async (openFolder) => {
        const task = { pagesStand, papers, openFolder, older, kept };
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

/** A part that stays while its name does, unless it is there already; gives its name. */
async function keepPart(parts: IndexParts, name: string, write: (folder: string) => unknown): Promise<string> {
  if (parts.reuse(name) !== undefined) return name;
  await parts.make(name, async (openFolder) => {
    await write(openFolder());
    return {};
  });
  return name;
}
