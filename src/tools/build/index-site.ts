/** The search index of a site. */
import { countNoun } from "../../lib/errors.ts";
import { buildSearchIndex, SearchIndexError } from "../../search-index/build.ts";
import { Failure } from "../failure.ts";

/** What the index came to. */
export interface IndexedSite {
  /** Papers in it. */
  pages: number;
  /** Bytes of its files. */
  bytes: number;
}

/** Makes the index of a finished site, none for one that has no paper yet; what is wrong with it is told like any foreseen failure. */
export async function indexSite(siteFolder: string, papers: number): Promise<IndexedSite> {
  if (papers === 0) return { pages: 0, bytes: 0 };
  try {
    return await buildSearchIndex(siteFolder);
  } catch (error) {
    throw error instanceof SearchIndexError ? new Failure(error.message) : error;
  }
}

/** What came of it, in words. */
export function describeIndex({ pages }: IndexedSite): string {
  return countNoun(pages, "paper");
}
