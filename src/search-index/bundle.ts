/** Makes one bundle of the index: pages that are indexed already are taken from where they stand, the others go to Pagefind. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { joinIndexes, keyNear } from "./join.ts";
import { listNear } from "./near.ts";
import { indexPages } from "./pagefind.ts";
import type { IndexPaper } from "./pages.ts";
import { nameKey } from "./parts.ts";
import { type BundleData, type IndexSource, type JoinPart, openFresh, openKept } from "./source.ts";
import { summarizeBundle } from "./summary.ts";

/** Papers that Pagefind indexes at a time: it needs about 160 MB of memory for each 1,000. */
const AT_A_TIME = 5000;

/** From which share of its pages on a kept bundle is taken apart: that costs a fiftieth of what indexing does. */
const LEAST_SHARE = 0.05;

/** A bundle that an earlier build has made. */
export interface KeptBundle {
  /** Its folder. */
  folder: string;
  /** What is known of it. */
  data: BundleData;
}

/** Where and of what a bundle is made. */
export interface BundleTask {
  /** Folder of the finished site. */
  siteFolder: string;
  /** The papers, in the order in which the index has them. */
  papers: readonly IndexPaper[];
  /** Folder to write to. */
  folder: string;
  /** Ids of the papers of all older bundles, each in the order of their numbers. */
  older: readonly (readonly string[])[];
  /** Bundles in which some of the papers may stand. */
  kept: readonly KeptBundle[];
  /** A fingerprint of what indexes pages. */
  version: string;
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
 * @throws {SearchIndexError} when Pagefind fails.
 */
export async function makeBundle(task: BundleTask): Promise<BundleOutcome> {
  const { papers, folder, older, version } = task;
  const keys = new Map(papers.map((paper) => [paper.id, nameKey(version, paper.path, paper.version)]));
  const sources = findKept(task, keys);
  const known = new Set(sources.flatMap(({ ids }) => ids.filter((id) => id !== undefined)));
  const missing = papers.filter(({ id }) => !known.has(id));
  const scratch = join(folder, "pages");
  const fresh = await indexMissing(task, missing, scratch);
  if (fresh === undefined) return { indexed: missing.length };
  const parts = numberPages(papers, [...sources, ...fresh]);
  const own = papers.filter(({ id }) => parts.places.has(id));
  const ids = own.map(({ id }) => id);
  const near = listNear(
    [...older, ids],
    own.map(({ id, listNeighbours }) => [id, listNeighbours()]),
  );
  joinIndexes(folder, parts.list, near);
  const months = own.map(({ day }) => day.slice(0, 7));
  const data: BundleData = {
    papers: ids,
    pages: ids.map((id) => keys.get(id) ?? ""),
    near: near.map(keyNear),
    months: countMonths(months),
    words: summarizeBundle(parts.list, months),
  };
  rmSync(scratch, { recursive: true, force: true });
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
  { siteFolder, addFault }: BundleTask,
  missing: readonly IndexPaper[],
  scratch: string,
): Promise<OwnSource[] | undefined> {
  const sources: OwnSource[] = [];
  let isFaulty = false;
  for (let start = 0; start < missing.length; start += AT_A_TIME) {
    const folder = join(scratch, String(start));
    mkdirSync(folder, { recursive: true });
    const paths = missing.slice(start, start + AT_A_TIME).map(({ path }) => path);
    const outcome = await indexPages({ siteFolder, paths, folder, addFault });
    isFaulty ||= outcome.isFaulty;
    if (isFaulty || outcome.indexed === 0) continue;
    const source = openFresh(folder);
    sources.push({ source, ids: source.counts.map((_, place) => source.textOf(place).entry.id) });
  }
  return isFaulty ? undefined : sources;
}

/** Gives the pages of all sources their numbers, in the order of the papers; pages that only send readers on have none. */
function numberPages(
  papers: readonly IndexPaper[],
  sources: readonly OwnSource[],
): { list: JoinPart[]; places: ReadonlyMap<string, number> } {
  const found = new Set(sources.flatMap(({ ids }) => ids));
  const own = papers.filter(({ id }) => found.has(id));
  const places = new Map(own.map(({ id }, number) => [id, number]));
  const list = sources.map(({ source, ids }) => ({
    source,
    numbers: Int32Array.from(ids, (id) => (id === undefined ? -1 : (places.get(id) ?? -1))),
  }));
  return { list, places };
}

function countMonths(months: readonly string[]): BundleData["months"] {
  const counts = new Map<string, number>();
  for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  return [...counts];
}
