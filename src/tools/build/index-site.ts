/** The search index of a site. */
import { join } from "node:path";
import { joinedOn, type Library } from "../../data/library.ts";
import type { RelatedLists } from "../../data/related-lists.ts";
import { countNoun, formatCount } from "../../lib/counts.ts";
import { toPlainEntry } from "../../lib/papers/entry.ts";
import { toSegment } from "../../lib/papers/id.ts";
import { type MadeIndex, makeSearchIndex } from "../../search-index/build.ts";
import type { FindPage, IndexPaper } from "../../search-index/pages.ts";
import { INDEX_FOLDER } from "./plan-pages.ts";
import type { SiteFile } from "./site-files.ts";
import type { KeptPlace } from "./work-folder.ts";

/** What an index comes to that is not there. */
const NONE: MadeIndex = {
  ...{ pages: 0, indexed: 0, bundles: 0, bytes: 0 },
  ...{ files: new Map(), names: new Set<string>(), fresh: [], forget: () => {} },
};

/** Where a site stands, and what is made of it. */
export interface IndexedSite {
  /** The output folder. */
  outDir: string;
  /** Its files before this build, by their paths there, the index among them. */
  standing: ReadonlyMap<string, SiteFile>;
  /** Folder with what this build makes for the site, on the same file system. */
  siteFolder: string;
  /** Settles when this build has rendered its pages, with what says where each page of the new site lies. */
  pagesStand: Promise<FindPage>;
}

/**
 * Makes the index of a site, to be published with its pages; a site without a paper page has none. What does not need
 * the pages is done before they stand.
 * @throws {Failure} when it cannot be made
 * @param kept the code that made the pages, and where builds by it keep what tells that a bundle is still right
 */
export async function indexSite(
  { outDir, standing, siteFolder, pagesStand }: IndexedSite,
  library: Library,
  related: RelatedLists,
  { code, index: state }: Pick<KeptPlace, "code" | "index">,
): Promise<MadeIndex> {
  const pages = listIndexPapers(library, related, code);
  if (pages.length === 0) return NONE;
  return makeSearchIndex(pages, {
    folder: join(outDir, INDEX_FOLDER),
    staging: join(siteFolder, INDEX_FOLDER),
    state,
    findFile: (path) => standing.get(`${INDEX_FOLDER}/${path}`),
    pagesStand,
  });
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
        related: related.fingerprintOf(id),
        listNeighbours: () => related.listOf(id),
      };
    });
}

/** What came of it, in words. */
export function describeIndex({ pages, indexed, bundles }: Pick<MadeIndex, "pages" | "indexed" | "bundles">): string {
  return `${countNoun(pages, "paper")} in ${countNoun(bundles, "bundle")}, ${formatCount(indexed)} of them indexed`;
}
