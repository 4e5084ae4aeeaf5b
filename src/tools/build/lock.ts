/** One build at a time for each output folder: two would write over each other's work. */
import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Failure, readErrorCode } from "../failure.ts";
import { CACHE_FOLDER, nameFolder } from "../folders.ts";

/** How often a build that waits looks again, in milliseconds. */
const WAIT = 200;
/** After so long it says what it waits for, in milliseconds. */
const PATIENCE = 5000;

/**
 * Waits until no other build of this checkout renders pages, and returns what lets the next one begin.
 * Astro keeps its list of MDX files in `.astro/`, one for the checkout: two builds of different content would mix them.
 */
export async function waitToRender(cacheFolder: string = CACHE_FOLDER): Promise<() => void> {
  const path = join(cacheFolder, "build", "render.lock");
  mkdirSync(join(cacheFolder, "build"), { recursive: true });
  for (let waited = 0; !takeLock(path); waited += WAIT) {
    const holder = readHolder(path);
    if (holder !== undefined && !isRunning(holder)) rmSync(path, { force: true });
    if (waited === PATIENCE) {
      console.error(
        `Waiting for another build in this folder to render its pages (process ${holder ?? "unknown"}). ` +
          `If there is none, delete ${nameFolder(path)}.`,
      );
    }
    if (holder === undefined || isRunning(holder)) await setTimeout(WAIT);
  }
  return releaseAtExit(path);
}

/** The process that holds a lock; undefined when it was given back meanwhile. */
function readHolder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch (error) {
    if (readErrorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Takes the lock of an output folder and returns what gives it back. Throws a `Failure` while another build holds it. */
export function lockOutput(outDir: string, cacheFolder: string = CACHE_FOLDER): () => void {
  const folder = join(cacheFolder, "build");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${createHash("sha256").update(outDir).digest("hex").slice(0, 12)}.lock`);
  if (!takeLock(path)) {
    const holder = Number(readFileSync(path, "utf8"));
    if (isRunning(holder)) {
      throw new Failure(
        `Another build of ${nameFolder(outDir)} is running (process ${holder}); wait for it. ` +
          `If there is none, delete ${nameFolder(path)}.`,
      );
    }
    // Its build was killed.
    rmSync(path, { force: true });
    if (!takeLock(path)) throw new Failure(`Another build of ${nameFolder(outDir)} has just begun; wait for it.`);
  }
  return releaseAtExit(path);
}

/** What gives a lock back; at the end of the process it is given back in any case. */
function releaseAtExit(path: string): () => void {
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  return () => {
    process.off("exit", release);
    release();
  };
}

/** Takes the lock when nobody holds it. It appears with its holder's number in it, never empty. */
function takeLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (readErrorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether a process of this number is there. Number 0 or none is what a build killed while locking leaves. */
function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return readErrorCode(error) === "EPERM";
  }
}
