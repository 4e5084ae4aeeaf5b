/**
 * Assets that pages no longer name: styles and scripts of earlier builds, whose names carry what they hold. A reader's
 * browser, or a cache on the way, may still have a page that names them, so they stay in the site for a while.
 */
import { readStored, writeStored } from "../../data/content/stored-file.ts";
import { type Day, daysBetween } from "../../lib/dates.ts";

/** Folder of such assets below the output folder, as Astro names it. */
const ASSET_FOLDER = "_astro/";

/** Days for which an asset stays after the build that first did without it. */
export const RETIRED_DAYS = 14;

/** Assets that a build leaves in the site. */
export interface SiteAssets {
  /** Paths of those that its pages name. */
  current: string[];
  /** Day on which the others were first done without, by path. */
  retired: Record<string, Day>;
}

/** Reads what the last build left, whatever code it was made by; undefined when that is not known. */
export function readAssets(path: string): SiteAssets | undefined {
  return readStored<SiteAssets>(path);
}

/** Keeps what a build leaves. */
export function writeAssets(path: string, assets: SiteAssets): void {
  writeStored(path, assets);
}

/**
 * What stays of the assets that were there before.
 * @param files all files that the new site needs
 * @param standing whether a file is in the output folder
 * @param before what the last build left
 */
export function retireAssets(
  files: Iterable<string>,
  standing: (file: string) => boolean,
  before: SiteAssets | undefined,
  today: Day,
): SiteAssets {
  const current = [...files].filter((file) => file.startsWith(ASSET_FOLDER)).sort();
  const isCurrent = new Set(current);
  const known = new Map([...(before?.current ?? []).map((file) => [file, today] as const), ...listRetired(before)]);
  const staying = [...known].filter(
    ([file, since]) => !isCurrent.has(file) && daysBetween(since, today) <= RETIRED_DAYS && standing(file),
  );
  return { current, retired: Object.fromEntries(staying) };
}

function listRetired(assets: SiteAssets | undefined): [file: string, since: Day][] {
  return Object.entries(assets?.retired ?? {});
}
