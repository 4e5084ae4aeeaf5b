/**
 * Publishing. A site that is new takes its place by one change of names. One that stands is brought up to date file by
 * file, so that the cost follows what has changed: new files come first, then those that change, and what is gone is
 * removed last. At every instant each file is whole and each link leads somewhere; a build that is killed meanwhile
 * leaves old and new pages side by side, and the next one goes on.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { explainFileError } from "../../lib/failure.ts";
import { Failure, readErrorCode } from "../failure.ts";
import { nameFolder, PROJECT_FOLDER } from "../folders.ts";
import type { BuildSettings } from "./settings.ts";
import { listSiteFiles, type SiteFile, statSiteFile } from "./site-files.ts";

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
  /** These files, by their path there, with forward slashes. */
  made: ReadonlyMap<string, SiteFile>;
  /** Files that stand in the output folder already and stay as they are. */
  kept: ReadonlySet<string>;
}

/** The folder that files are gathered in before they take their places, where the cache lies on another disk. */
function nameIncoming(outDir: string): string {
  return `${outDir}.offprint-new`;
}

/** The output folder itself where `outDir` is a symbolic link to it. */
function followLink(outDir: string): string {
  return existsSync(outDir) ? realpathSync(outDir) : outDir;
}

/** Refuses an output folder that publishing would do harm to. Throws a `Failure` that says what to choose. */
export function checkOutput({ outDir, contentDir }: Pick<BuildSettings, "outDir" | "contentDir">): void {
  const target = followLink(outDir);
  const name = nameFolder(outDir);
  for (const [what, folder] of [
    ["the project", PROJECT_FOLDER],
    ["the content", contentDir],
  ] as const) {
    if (isWithin(followLink(folder), target)) {
      throw new Failure(`OUT_DIR is ${name}, which holds ${what}; choose a folder of its own, such as dist.`);
    }
  }
  if (isWithin(target, followLink(contentDir))) {
    throw new Failure(`OUT_DIR is ${name}, which lies in the content; choose a folder outside it, such as dist.`);
  }
  if (!existsSync(target)) return;
  if (!lstatSync(target).isDirectory()) {
    throw new Failure(`OUT_DIR is ${name}, which is a file; choose a folder, such as dist.`);
  }
  const names = readdirSync(target);
  if (names.length > 0 && !(names.includes("index.html") && names.includes("_astro"))) {
    throw new Failure(
      `OUT_DIR is ${name}, which holds files that are not a built site, and they would be lost; choose a new or empty folder.`,
    );
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || /^[a-z]:/i.test(way));
}

/** Clears what a killed build left beside the output folder. */
export function recoverOutput(outDir: string): void {
  rmSync(nameIncoming(followLink(outDir)), { recursive: true, force: true });
}

/**
 * Brings the output folder up to date.
 * @param standing files that are there now
 * @throws {Failure} when it cannot be written
 */
export function publishSite(outgoing: Outgoing, standing: ReadonlyMap<string, SiteFile>, outDir: string): Published {
  const target = followLink(outDir);
  const incoming = nameIncoming(target);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const isElsewhere = lstatSync(outgoing.siteFolder).dev !== lstatSync(dirname(target)).dev;
    // What has to be copied lies there whole before anything of the last site is touched.
    if (isElsewhere) cpSync(outgoing.siteFolder, incoming, { recursive: true, preserveTimestamps: true });
    const source = isElsewhere ? incoming : outgoing.siteFolder;
    if (standing.size === 0) {
      rmSync(target, { recursive: true, force: true });
      renameSync(source, target);
      return { written: outgoing.made.size, removed: 0, files: listSiteFiles(target) };
    }
    return updateSite({ ...outgoing, siteFolder: source }, standing, target);
  } catch (error) {
    throw explainPublishError(error, outDir);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

function updateSite(
  { siteFolder, made, kept }: Outgoing,
  standing: ReadonlyMap<string, SiteFile>,
  target: string,
): Published {
  const [fresh, known] = [false, true].map((isKnown) =>
    [...made.keys()].filter((file) => standing.has(file) === isKnown),
  );
  const changed = (known ?? []).filter((file) => !haveSameBytes(join(siteFolder, file), join(target, file)));
  const gone = [...standing.keys()].filter((file) => !made.has(file) && !kept.has(file));
  for (const file of [...(fresh ?? []), ...changed]) moveFile(join(siteFolder, file), join(target, file));
  for (const file of gone) removeFile(join(target, file), target);
  const written = new Set([...(fresh ?? []), ...changed]);
  const files = new Map<string, SiteFile>();
  for (const list of [kept, made.keys()]) {
    for (const file of list) {
      const before = written.has(file) ? undefined : standing.get(file);
      files.set(file, before ?? statSiteFile(join(target, file)));
    }
  }
  return { written: written.size, removed: gone.length, files };
}

/** Files that a publication would not change keep their place and their time. */
function haveSameBytes(from: string, to: string): boolean {
  return lstatSync(from).size === lstatSync(to).size && readFileSync(from).equals(readFileSync(to));
}

/** Puts a file in its place; what stands in the way there, a folder or a file above it, is no part of any site of ours. */
function moveFile(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  } catch (error) {
    if (!["EISDIR", "ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(readErrorCode(error) ?? "")) throw error;
    rmSync(to, { recursive: true, force: true });
    for (let above = dirname(to); !existsSync(above) || !lstatSync(above).isDirectory(); above = dirname(above)) {
      rmSync(above, { force: true });
    }
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/** Removes a file and the folders that it leaves empty, but for the output folder itself; it may have made way already. */
function removeFile(path: string, target: string): void {
  if (!existsSync(dirname(path)) || lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== false) return;
  rmSync(path);
  for (let folder = dirname(path); folder !== target; folder = dirname(folder)) if (!removeEmptyFolder(folder)) return;
}

/** Whether a folder was empty and is gone. Its names are not listed for it: one folder may have those of all papers. */
function removeEmptyFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST"].includes(readErrorCode(error) ?? "")) return false;
    throw error;
  }
}

/** A sentence for each system error that a person can do something about; any other error as it is. */
function explainPublishError(error: unknown, outDir: string): unknown {
  const name = nameFolder(outDir);
  switch (readErrorCode(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new Failure(`${name} could not be replaced: there is no right to write in ${dirname(outDir)}.`);
    case "EBUSY":
    case "EXDEV":
      return new Failure(`${name} could not be replaced: it is in use or a mounted disk; choose a folder inside it.`);
    default:
      return explainFileError(error, `${name} could not be replaced`, "The last site stands.");
  }
}
