/** The search index of a site. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { joinedOn, type Library } from "../../data/library.ts";
import type { RelatedLists } from "../../data/related-lists.ts";
import { countNoun, formatCount } from "../../lib/counts.ts";
import { toSegment } from "../../lib/papers/id.ts";
import { toPlainEntry } from "../../lib/papers/paper.ts";
import { encodeNeighbours } from "../../lib/search/index-format.ts";
import { buildSearchIndex, SearchIndexError, type SearchIndexReport } from "../../search-index/build.ts";
import type { IndexPaper } from "../../search-index/pages.ts";
import type { FindFile } from "../../search-index/parts.ts";
import { Failure } from "../failure.ts";
import { INDEX_FOLDER } from "./plan-pages.ts";
import type { SiteFile } from "./site-files.ts";
import type { KeptPlace } from "./work-folder.ts";

/** What an index comes to that is not there. */
const NONE: SearchIndexReport = { pages: 0, indexed: 0, bundles: 0, bytes: 0, files: new Map() };

/** What stands in the site's folder. */
export interface IndexedSite {
  /** The folder. */
  folder: string;
  /** Its files before this build, by their paths there, the index among them. */
  standing: ReadonlyMap<string, SiteFile>;
  /** Settles when this build has published its pages. */
  pagesStand: Promise<unknown>;
}

/**
 * Brings the index of a site up to date; a site without a paper page has none. What does not need the pages is done
 * before they stand. What is wrong with it is told like any foreseen failure.
 * @param kept the code that made the pages, and where builds by it keep what tells that a bundle is still right
 */
export async function indexSite(
  { folder, standing, pagesStand }: IndexedSite,
  library: Library,
  related: RelatedLists,
  { code, index: state }: Pick<KeptPlace, "code" | "index">,
): Promise<SearchIndexReport> {
  const pages = listIndexPapers(library, related, code);
  if (pages.length === 0) {
    await pagesStand;
    rmSync(join(folder, INDEX_FOLDER), { recursive: true, force: true });
    return NONE;
  }
  try {
    const findFile: FindFile = (path) => standing.get(`${INDEX_FOLDER}/${path}`);
    return await buildSearchIndex(folder, pages, { state, findFile, pagesStand });
  } catch (error) {
    throw error instanceof SearchIndexError ? new Failure(error.message) : error;
  }
}

/**
 * All papers that have a page, for the index.
 * @param code a fingerprint of the code and the settings that make pages and entries
 */
export function listIndexPapers(library: Library, related: RelatedLists, code: string): IndexPaper[] {
  return library.papers
    .filter(({ row }) => row === undefined)
    .map((paper) => {
      const { id } = paper.facts;
      return {
        path: `papers/${toSegment(id)}/index.html`,
        id,
        day: joinedOn(library, paper),
        // Entry and text follow from these; what else changes on a page is not indexed. A bundle is known again by its
        // name, so its code and settings count: others may have been there in between.
        version: `${paper.version}.${code}`,
        readEntry: () => toPlainEntry(paper.entry),
        related: String(related.fingerprintOf(id)),
        listNeighbours: () => encodeNeighbours(related.listOf(id)),
      };
    });
}

/** What came of it, in words. */
export function describeIndex({ pages, indexed, bundles }: Omit<SearchIndexReport, "files">): string {
  return `${countNoun(pages, "paper")} in ${countNoun(bundles, "bundle")}, ${formatCount(indexed)} of them indexed`;
}
