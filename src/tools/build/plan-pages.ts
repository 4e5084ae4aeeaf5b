/** Which pages of the plan are still as they should be, and which are to be rendered. */
import type { Library } from "../../data/library.ts";
import type { RelatedLists } from "../../data/related-lists.ts";
import type { PlannedPage } from "../../data/site/planned-page.ts";
import { planSite } from "../../data/site/site-plan.ts";
import type { Manifest, PublishedFile } from "./manifest.ts";
import type { SiteFile } from "./site-files.ts";

/** All pages of a site, and those of them that have to be rendered. */
export interface SitePlan {
  /** Keys of all pages by their file. */
  keys: Map<string, string>;
  /** Pages that the output folder does not have, or not as they should be. */
  stale: PlannedPage[];
  /** Whether a file that is no page is missing, so that Astro has to run even when no page is stale. */
  isAssetLost: boolean;
}

/**
 * Compares the plan with what the last build has published, and with what is there.
 * @param manifest undefined when nothing is known of the last build
 * @param standing files of the output folder
 */
export function planPages(
  library: Library,
  related: RelatedLists,
  manifest: Manifest | undefined,
  standing: ReadonlyMap<string, SiteFile>,
): SitePlan {
  const keys = new Map<string, string>();
  const stale: PlannedPage[] = [];
  for (const page of planSite(library, related)) {
    // Of two pages that want one address the first has it.
    if (keys.has(page.file)) continue;
    keys.set(page.file, page.key);
    const known = manifest?.files.get(page.file);
    if (known?.key !== page.key || !isAsPublished(known, standing.get(page.file))) stale.push(page);
  }
  return { keys, stale, isAssetLost: manifest === undefined || hasLostAsset(manifest, standing) };
}

function hasLostAsset({ files }: Manifest, standing: ReadonlyMap<string, SiteFile>): boolean {
  const isLost = ([file, known]: [string, PublishedFile]) =>
    known.key === "" && !isIndexFile(file) && !isAsPublished(known, standing.get(file));
  return files.entries().some(isLost);
}

/** Whether a file is there with the size and the time that it was published with. */
function isAsPublished(known: PublishedFile, standing: SiteFile | undefined): boolean {
  return standing?.size === known.size && standing.mtimeMs === known.mtimeMs;
}

/** Whether the content is, by its stamps, what the last build has read. */
export function isSameContent(manifest: Manifest, stamps: Pick<Manifest, "content" | "addresses">): boolean {
  return manifest.content === stamps.content && manifest.addresses === stamps.addresses;
}

/** Whether every file is there as it was published, and no other. */
export function isUntouched(manifest: Manifest, standing: ReadonlyMap<string, SiteFile>): boolean {
  const { files } = manifest;
  return files.size === standing.size && files.entries().every(([file, own]) => isAsPublished(own, standing.get(file)));
}

/** Folder of the search index below the output folder. */
export const INDEX_FOLDER = "pagefind";

/** Whether a file belongs to the search index, which has its own way of telling what is still right. */
export function isIndexFile(file: string): boolean {
  return file.startsWith(`${INDEX_FOLDER}/`);
}
