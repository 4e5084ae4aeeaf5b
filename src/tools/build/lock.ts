/** One build at a time for each output folder: two would write over each other's work. */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Failure } from "../../lib/failure.ts";
import { describeHolder } from "../../lib/records/holder.ts";
import { takeLock } from "../../lib/records/lock.ts";
import { hashText } from "../../lib/records/sealed-text.ts";
import { CACHE_FOLDER, nameFolder } from "../folders.ts";
import { makeWorkFolder } from "./work-folder.ts";

/** How often a build that waits looks again, in milliseconds. */
const WAIT = 200;
/** After so long it says what it waits for, in milliseconds. */
const PATIENCE = 5000;
/** How long a build that has lost its starter may take to notice, in milliseconds. */
const ORPHAN_PATIENCE = 2000;

/**
 * Waits until a lock is free, and returns what lets the next build begin.
 * @param patience milliseconds after which `say` is given who holds the lock and what to do about it; it may throw
 */
async function waitForLock(
  folder: string,
  { name, task, patience }: { name: string; task: string; patience: number },
  say: (holder: string, cure: string) => void,
): Promise<() => void> {
  const path = join(makeWorkFolder(join(folder, "build")), name);
  for (let waited = 0; ; waited += WAIT) {
    const outcome = takeLock(path, task);
    if ("release" in outcome) return outcome.release;
    if (waited === patience) say(describeHolder(outcome.holder), `If there is none, delete ${nameFolder(path)}.`);
    await setTimeout(WAIT);
  }
}

/**
 * Waits until no other build of this checkout compiles templates, and returns what lets the next one begin.
 * Astro keeps its list of MDX files in `.astro/`, one for the checkout: two builds of different content would mix them.
 * The process that compiles takes this lock itself: when a build is killed it lives on for a moment, and nobody else may
 * compile until it is gone.
 * @param tell is told, once, what a long wait is for
 */
export function waitToCompile(
  tell: (message: string) => void,
  cacheFolder: string = CACHE_FOLDER,
): Promise<() => void> {
  const lock = { name: "compile.lock", task: "a build", patience: PATIENCE };
  return waitForLock(cacheFolder, lock, (holder, cure) =>
    tell(`Waiting for another build in this folder to compile its templates: ${holder}. ${cure}`),
  );
}

/**
 * Takes the lock of an output folder and returns what gives it back. Throws a `Failure` while another build holds it; one
 * whose starter was killed, and which ends itself, is given the moment that takes.
 */
export function lockOutput(outDir: string, cacheFolder: string = CACHE_FOLDER): Promise<() => void> {
  const task = `a build of ${nameFolder(outDir)}`;
  const lock = { name: `${hashText(outDir, 12)}.lock`, task, patience: ORPHAN_PATIENCE };
  return waitForLock(cacheFolder, lock, (holder, cure) => {
    throw new Failure(`Another run is at it: ${holder}; wait for it. ${cure}`);
  });
}
