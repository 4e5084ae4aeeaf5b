/**
 * Puts a finished site in the place of the last one. The new site is copied beside the output folder, then the two
 * change names: a build that fails or is killed before that leaves the last site whole. What a killed build left
 * behind is cleared by the next one.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { explainFileError } from "../../lib/failure.ts";
import { Failure, readErrorCode } from "../failure.ts";
import { nameFolder, PROJECT_FOLDER } from "../folders.ts";
import type { BuildSettings } from "./settings.ts";

/** The folder a site is gathered in before it takes its place, beside the output folder. */
function nameIncoming(outDir: string): string {
  return `${outDir}.offprint-new`;
}

/** The last site's folder for the moment in which the two change places. */
function nameOutgoing(outDir: string): string {
  return `${outDir}.offprint-old`;
}

/** The output folder itself where `outDir` is a symbolic link to it. */
function followLink(outDir: string): string {
  return existsSync(outDir) ? realpathSync(outDir) : outDir;
}

/** Clears what a killed build left beside the output folder; when it was killed in mid-change the last site comes back. */
export function recoverOutput(outDir: string): void {
  const target = followLink(outDir);
  const outgoing = nameOutgoing(target);
  rmSync(nameIncoming(target), { recursive: true, force: true });
  if (!existsSync(outgoing)) return;
  if (existsSync(target)) rmSync(outgoing, { recursive: true, force: true });
  else renameSync(outgoing, target);
}

/**
 * Refuses an output folder that publishing would do harm to: one that holds the project or the content, or files
 * that are not a site of ours. Throws a `Failure`.
 */
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

/** Publishes the finished site. Throws a `Failure` when the output folder cannot be written; the last site then stands. */
export function publishSite(siteFolder: string, outDir: string): void {
  const target = followLink(outDir);
  const incoming = nameIncoming(target);
  const outgoing = nameOutgoing(target);
  try {
    mkdirSync(dirname(target), { recursive: true });
    cpSync(siteFolder, incoming, { recursive: true });
    if (existsSync(target)) renameSync(target, outgoing);
    try {
      renameSync(incoming, target);
    } catch (error) {
      if (existsSync(outgoing)) renameSync(outgoing, target);
      throw error;
    }
  } catch (error) {
    rmSync(incoming, { recursive: true, force: true });
    throw explainPublishError(error, outDir);
  }
  try {
    rmSync(outgoing, { recursive: true, force: true });
  } catch {
    // The new site stands; what is left of the old one beside it is cleared by the next build.
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

/** Files and bytes below a folder, and how many of the files are HTML pages. */
export function measureSite(folder: string): { files: number; pages: number; bytes: number } {
  const total = { files: 0, pages: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    total.files += 1;
    total.bytes += lstatSync(join(entry.parentPath, entry.name)).size;
    if (entry.name.endsWith(".html")) total.pages += 1;
  }
  return total;
}
