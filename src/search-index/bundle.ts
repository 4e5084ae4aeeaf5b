/** Makes one bundle of the index: pages that are indexed already are taken from where they stand, the others go to Pagefind. */
import { joinIndexes, type KeptNear } from "./join.ts";
import { listNear } from "./neighbour-lists.ts";
import { indexBatches } from "./pagefind-batches.ts";
import type { FindPage, IndexPaper } from "./pages.ts";
import { nameKey } from "./parts.ts";
import { countMonths } from "./plan.ts";
import { type BundleData, type IndexSource, type JoinPart, type KeptBundle, openFresh, openKept } from "./source.ts";
import { summarizeBundle } from "./summary.ts";

/** From which share of its pages on a kept bundle is taken apart: that costs a fiftieth of what indexing does. */
const LEAST_SHARE = 0.05;

/** Where and of what a bundle is made. */
export interface BundleTask {
  /** See `IndexPlace`. */
  pagesStand: Promise<FindPage>;
  /** The papers, in the order in which the index has them. */
  papers: readonly IndexPaper[];
  /** Gives the folder to write to, when the pages stand. */
  openFolder: () => string;
  /** Ids of the papers of all older bundles, each in the order of their numbers. */
  older: readonly (readonly string[])[];
  /** Bundles in which some of the papers may stand. */
  kept: readonly KeptBundle[];
  /** Takes what is wrong with pages, each as `path  what is wrong`. */
  addFault: (fault: string) => void;
}

/** What became of a bundle. */
export interface BundleOutcome {
  /** What is to be known of it; undefined when pages are faulty. */
  data?: BundleData;
  /** How many of its pages Pagefind has indexed for it. */
  indexed: number;
}

/**
 * Makes a bundle.
 * @throws {Failure} when Pagefind fails.
 */
export async function makeBundle(task: BundleTask): Promise<BundleOutcome> {
  const { papers, pagesStand, openFolder, older } = task;
  const keys = new Map(papers.map((paper) => [paper.id, nameKey(paper.path, paper.version)]));
  const sources = findKept(task, keys);
  const known = new Set(sources.flatMap(({ ids }) => ids.filter((id) => id !== undefined)));
  const missing = papers.filter(({ id }) => !known.has(id));
  const fresh = await indexMissing(task, missing);
  // Also where none was missing: until the pages stand, the folder of the site may be emptied.
  await pagesStand;
  if (fresh === undefined) return { indexed: missing.length };
  const parts = numberPages(papers, [...sources, ...fresh]);
  const ids = papers.map(({ id }) => id);
  const near = listNear(
    [...older, ids],
    papers.map(({ id, listNeighbours }) => [id, listNeighbours()]),
  ).map((text): KeptNear => ({ text, key: text === "" ? "" : nameKey(text).slice(0, 8) }));
  await joinIndexes(openFolder(), parts, near);
  const months = papers.map(({ day }) => day.slice(0, 7));
  const data: BundleData = {
    papers: ids,
    pages: ids.map((id) => keys.get(id) ?? ""),
    near: near.map(({ key }) => key),
    months: countMonths(months),
    words: summarizeBundle(parts, months),
  };
  return { data, indexed: missing.length };
}

/** An index with the ids of the papers that are taken from it, by their places there. */
interface OwnSource {
  source: IndexSource;
  ids: (string | undefined)[];
}

/** The kept bundles in which papers stand as they are now, each with what is taken from it; a paper is taken once. */
function findKept({ kept }: BundleTask, keys: ReadonlyMap<string, string>): OwnSource[] {
  const taken = new Set<string>();
  return kept.flatMap(({ folder, data }) => {
    const ids = data.papers.map((id, place) => (keys.get(id) === data.pages[place] && !taken.has(id) ? id : undefined));
    const found = ids.filter((id) => id !== undefined);
    if (found.length === 0 || found.length < ids.length * LEAST_SHARE) return [];
    for (const id of found) taken.add(id);
    return [{ source: openKept(folder, data), ids }];
  });
}

/** Has the pages indexed that are in no kept bundle; undefined when some are faulty. */
async function indexMissing(
  { pagesStand, addFault }: BundleTask,
  missing: readonly IndexPaper[],
): Promise<OwnSource[] | undefined> {
  if (missing.length === 0) return [];
  const batches = await indexBatches(
    missing.length,
    pagesStand.then((findPage) => missing.map(({ path, id }) => ({ path, id, file: findPage(path) }))),
  );
  const faults = batches.flatMap((batch) => batch.faults);
  for (const fault of faults) addFault(fault);
  if (faults.length > 0) return undefined;
  const entries = new Map(missing.map(({ id, readEntry }) => [id, readEntry()]));
  return batches.map(({ files, added }) => {
    const source = openFresh(files, entries, added);
    return { source, ids: source.counts.map((_, place) => source.textOf(place).entry.id) };
  });
}

/** Gives the pages of all sources their numbers, in the order of the papers. */
function numberPages(papers: readonly IndexPaper[], sources: readonly OwnSource[]): JoinPart[] {
  const numbers = new Map(papers.map(({ id }, number) => [id, number]));
  return sources.map(({ source, ids }) => ({
    source,
    numbers: Int32Array.from(ids, (id) => (id === undefined ? -1 : (numbers.get(id) ?? -1))),
  }));
}
