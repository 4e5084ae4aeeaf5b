/** The files of a finished site. */
import { existsSync, lstatSync, readdirSync, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import { readErrorCode } from "../../lib/failure.ts";

/** A file of a site. */
export interface SiteFile {
  /** Bytes. */
  size: number;
  /** Time of its last change, milliseconds. */
  mtimeMs: number;
}

/** All files below a folder by their path there, with forward slashes; what is neither file nor folder has size -1. */
export function listSiteFiles(folder: string): Map<string, SiteFile> {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path).replaceAll(sep, "/"), statSiteFile(path)]));
}

/** Size and time of a file; what is no plain file has size -1. */
export function statSiteFile(path: string): SiteFile {
  return describeEntry(lstatSync(path));
}

/** As `statSiteFile`, but undefined where there is nothing. */
export function findSiteFile(path: string): SiteFile | undefined {
  const entry = findEntry(path);
  return entry === undefined ? undefined : describeEntry(entry);
}

/** What the system says of what stands at a path; undefined where there is nothing, or a file where a folder above it should be. */
export function findEntry(path: string, read: typeof lstatSync = lstatSync): Stats | undefined {
  try {
    return read(path, { throwIfNoEntry: false });
  } catch (error) {
    if (readErrorCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function describeEntry(entry: Stats): SiteFile {
  return entry.isFile() ? { size: entry.size, mtimeMs: entry.mtimeMs } : { size: -1, mtimeMs: 0 };
}
