/**
 * Publishing, when all pages and their search index are made. A site that is new takes its place by one change of names.
 * One that stands is brought up to date file by file, so that the cost follows what has changed: new files come first,
 * then those that change, and what is gone is removed last. At every instant each file is whole and each link leads
 * somewhere. When anything goes wrong meanwhile all of it is taken back; a build that is killed leaves old and new pages
 * side by side, and the next one goes on.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { explainFileError, Failure, readErrorCode } from "../../lib/failure.ts";
import type { MadeIndex } from "../../search-index/build.ts";
import { nameFolder } from "../folders.ts";
import { Exchange } from "./exchange.ts";
import { followLink, isWithin } from "./output-folder.ts";
import { INDEX_FOLDER, isIndexFile } from "./plan-pages.ts";
import { findEntry, type SiteFile, statSiteFile } from "./site-files.ts";
import { locateMade } from "./work-folder.ts";

/** What publishing came to. */
export interface Published {
  /** Files that are new or changed. */
  written: number;
  /** Files that were removed. */
  removed: number;
  /** All files of the site as they stand now. */
  files: Map<string, SiteFile>;
}

/** What is to be published. */
export interface Outgoing {
  /** Folder with the files that this build has made, on the file system of the cache. */
  siteFolder: string;
  /** The pages and assets among them, by their path there, with forward slashes. */
  made: ReadonlyMap<string, SiteFile>;
  /** Files beside the search index that stand in the output folder already and stay as they are. */
  kept: ReadonlySet<string>;
  /** What will stand in the folder of the search index, and what of it is new and lies in the staging folder's site. */
  index: Pick<MadeIndex, "names" | "fresh">;
}

/**
 * Brings the output folder up to date, or leaves it as it was.
 * @param staging see `locateStaging`
 * @param standing files that are there now
 * @param settle does what else has to be done for the new site to hold; when it throws, the last site stands
 * @throws {Failure} when the folder cannot be written
 */
export function publishSite(
  outgoing: Outgoing,
  staging: string,
  standing: ReadonlyMap<string, SiteFile>,
  outDir: string,
  settle: (published: Published) => void,
): Published {
  let exchange: Exchange | undefined;
  try {
    const target = followLink(outDir);
    const gathered = gatherSite(outgoing, locateMade(staging).site);
    mkdirSync(dirname(target), { recursive: true });
    exchange = new Exchange(locateMade(staging).aside);
    const published = updateSite(gathered, standing, target, exchange);
    settle(published);
    exchange.settle();
    return published;
  } catch (error) {
    const isWhole = exchange?.undo() ?? true;
    throw explainPublishError(error, outDir, isWhole);
  }
}

/** Copies what was made on another disk, so that it lies here whole before anything of the last site is touched. */
function gatherSite(outgoing: Outgoing, siteFolder: string): Outgoing {
  if (siteFolder === outgoing.siteFolder) return outgoing;
  cpSync(outgoing.siteFolder, siteFolder, { recursive: true, preserveTimestamps: true });
  const files = [...outgoing.made.keys()].map((file) => [file, statSiteFile(join(siteFolder, file))] as const);
  return { ...outgoing, siteFolder, made: new Map(files) };
}

/** Changes the output folder: what is new comes first, then what changes, and what is gone goes last. */
function updateSite(
  { siteFolder, made, kept, index }: Outgoing,
  standing: ReadonlyMap<string, SiteFile>,
  target: string,
  exchange: Exchange,
): Published {
  const fresh: string[] = [];
  const changed: string[] = [];
  const files = new Map<string, SiteFile>();
  for (const [file, own] of made) {
    const to = join(target, file);
    const before = findEntry(to)?.isFile() ? standing.get(file) : undefined;
    const isSame = before !== undefined && haveSameBytes(join(siteFolder, file), to);
    if (!isSame) (before === undefined ? fresh : changed).push(file);
    files.set(file, isSame ? before : own);
  }
  for (const file of kept) files.set(file, standing.get(file) ?? statSiteFile(join(target, file)));
  const gone = [...standing.keys()].filter((file) => !files.has(file) && !isIndexFile(file));
  // Through a link that stands for a folder, what comes next would go into another.
  for (const file of gone) if (standing.get(file)?.size === -1) removeFile(join(target, file), target, exchange);
  const indexed = index.fresh.map((name) => `${INDEX_FOLDER}/${name}`);
  for (const path of [...fresh, ...indexed.slice(0, -1), ...changed, ...indexed.slice(-1)]) {
    // What lies in a folder that was new is there already.
    if (!existsSync(join(siteFolder, path))) continue;
    const outermost = findMissing(path, target, standing.size === 0);
    exchange.put(join(siteFolder, outermost), join(target, outermost));
  }
  for (const file of gone) removeFile(join(target, file), target, exchange);
  removeFromIndex(join(target, INDEX_FOLDER), index.names, exchange);
  return { written: fresh.length + changed.length, removed: gone.length, files };
}

/** Files that a publication would not change keep their place and their time. */
function haveSameBytes(from: string, to: string): boolean {
  return lstatSync(from).size === lstatSync(to).size && readFileSync(from).equals(readFileSync(to));
}

/** The outermost folder above a path that does not stand in the output folder, or the path; "." for all of it. */
function findMissing(path: string, target: string, isEmpty: boolean): string {
  if (isEmpty || path === ".") return ".";
  const above = dirname(path);
  return findEntry(join(target, above))?.isDirectory() ? path : findMissing(above, target, isEmpty);
}

/** Removes a file and the folders that it leaves empty, but for the output folder itself; it may have made way already. */
function removeFile(path: string, target: string, exchange: Exchange): void {
  if (findEntry(path)?.isDirectory() !== false) return;
  exchange.takeOut(path);
  for (let folder = dirname(path); folder !== target && exchange.takeOutEmpty(folder); ) folder = dirname(folder);
}

/** Removes what is no part of the index, and its folder when it has no parts. */
function removeFromIndex(folder: string, names: ReadonlySet<string>, exchange: Exchange): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (!names.has(name)) exchange.takeOut(join(folder, name));
  exchange.takeOutEmpty(folder);
}

/** A sentence for each system error that a person can do something about; any other error as it is. */
function explainPublishError(error: unknown, outDir: string, isWhole: boolean): unknown {
  const event = `${nameFolder(outDir)} could not be replaced`;
  const outcome = isWhole ? "The last site stands." : "Parts of it are new already, and the next build goes on.";
  const { path, dest } = Object(error) as { path?: string; dest?: string };
  const place = [path, dest].find((own) => own !== undefined && isWithin(own, followLink(outDir))) ?? outDir;
  const code = readErrorCode(error) ?? "";
  if (["EBUSY", "EXDEV"].includes(code)) {
    const reason = `${nameFolder(place)} is in use, or a disk of its own`;
    return new Failure(`${event}: ${reason}. ${outcome} Free it, or choose another folder, and run this again.`);
  }
  return explainFileError(error, event, place === outDir ? outcome : `It was at ${nameFolder(place)}. ${outcome}`);
}
