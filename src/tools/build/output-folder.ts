/** The output folder: whether a site may be published to it, and where what is published is gathered. */
import { accessSync, constants, existsSync, lstatSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { explainFileError, Failure } from "../../lib/failure.ts";
import { CACHE_FOLDER, nameFolder, PROJECT_FOLDER } from "../folders.ts";
import type { BuildSettings } from "./settings.ts";
import { findEntry } from "./site-files.ts";
import { findStanding } from "./work-folder.ts";

/** The folder that files are gathered in before they take their places, where the cache lies on another disk. */
function nameIncoming(outDir: string): string {
  return `${outDir}.offprint-new`;
}

/** A folder itself where the path is a symbolic link to it. */
export function followLink(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** Refuses an output folder that publishing would do harm to. Throws a `Failure` that says what to choose. */
export function checkOutput({ outDir, contentDir }: Pick<BuildSettings, "outDir" | "contentDir">): void {
  const target = followLink(outDir);
  const name = nameFolder(outDir);
  for (const [what, folder] of Object.entries({ "the project": PROJECT_FOLDER, "the content": contentDir })) {
    if (isWithin(followLink(folder), target)) {
      throw new Failure(`OUT_DIR is ${name}, which holds ${what}; choose a folder of its own, such as dist.`);
    }
  }
  for (const [what, folder] of [
    ["the content", contentDir],
    ["the cache of builds", join(CACHE_FOLDER, "build")],
  ] as const) {
    if (isWithin(target, followLink(folder))) {
      throw new Failure(`OUT_DIR is ${name}, which lies in ${what}; choose a folder outside it, such as dist.`);
    }
  }
  const nearest = findStanding(target);
  if (!existsSync(nearest)) {
    throw new Failure(
      `OUT_DIR is ${name}, but ${nameFolder(nearest)} is a link that leads nowhere; remove it, or make what it leads to.`,
    );
  }
  if (!statSync(nearest).isDirectory()) {
    const what = nearest === target ? "which" : `but ${nameFolder(nearest)}`;
    throw new Failure(`OUT_DIR is ${name}, ${what} is a file; choose a folder, such as dist.`);
  }
  for (const folder of [nearest, target]) checkWritable(folder);
  if (nearest !== target) return;
  const entries = readdirSync(target, { withFileTypes: true });
  const names = new Set(entries.map((entry) => entry.name));
  if (names.size > 0 && !(names.has("index.html") && names.has("_astro"))) {
    throw new Failure(
      `OUT_DIR is ${name}, which holds files that are not a built site, and they would be lost; choose a new or empty folder.`,
    );
  }
  for (const entry of entries) if (entry.isDirectory()) checkWritable(join(target, entry.name));
}

/** Refuses a folder whose names may not be changed, or that cannot be made, before hours of work; what else may not be is found when it is published. */
function checkWritable(folder: string): void {
  try {
    if (findEntry(folder) !== undefined) accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw explainFileError(error, `${nameFolder(folder)} cannot be written`, "The last site stands.");
  }
}

/** Whether a path is a folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || /^[a-z]:/i.test(way));
}

/** Clears what was gathered beside the output folder, by this build or by one that was killed. */
export function recoverOutput(outDir: string): void {
  const incoming = nameIncoming(followLink(outDir));
  // What the system cannot look up, such as too long a name, it cannot remove either.
  if (existsSync(incoming)) rmSync(incoming, { recursive: true });
}

/** The folder in which all that is published is gathered first: the work folder, or one beside the output where that is another disk. */
export function locateStaging(outDir: string, workFolder: string): string {
  const target = followLink(outDir);
  const isElsewhere = lstatSync(workFolder).dev !== statSync(findStanding(dirname(target))).dev;
  return isElsewhere ? nameIncoming(target) : workFolder;
}
