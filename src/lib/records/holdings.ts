/** What an import has to know of a content folder, kept in memory from step to step. */
import { listContentFiles } from "../content/content-files.ts";
import { stampFile } from "../content/file-stamp.ts";
import { type Archive, openArchive } from "./archive.ts";
import { type Days, openDays } from "./days.ts";
import { PageNames } from "./record-pages.ts";
import { openRedirects, type Redirects } from "./redirects.ts";

/** All of it as it stands in memory. */
export interface ImportHoldings {
  /** The records. */
  archive: Archive;
  /** The list of days. */
  days: Days;
  /** The list of redirects. */
  redirects: Redirects;
  /** Which pages stand for names of people and organisations. */
  names: PageNames;
  /** By path, how the files stood when they were read or written. */
  stamps: Map<string, string>;
}

/**
 * What a folder holds: as it is known, unless a file of it has changed, come or gone since.
 * Throws a `ContentError` when records, days or redirects cannot be read.
 */
export function openHoldings(folder: string, known?: ImportHoldings): ImportHoldings {
  const paths = (["records", "days", "redirects", "organizations", "people"] as const).flatMap((kind) =>
    listContentFiles(folder, kind),
  );
  const stamps = new Map(paths.map((path) => [path, stampFile(path)]));
  if (known?.stamps.size === stamps.size && paths.every((path) => known.stamps.get(path) === stamps.get(path)))
    return known;
  const archive = openArchive(folder);
  return {
    archive,
    days: openDays(folder),
    redirects: openRedirects(folder),
    names: new PageNames(folder, archive),
    stamps,
  };
}
