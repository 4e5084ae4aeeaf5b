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
 * Waits until no other build of this checkout compiles templates, and returns what lets the next one begin.
 * Astro keeps its list of MDX files in `.astro/`, one for the checkout: two builds of different content would mix them.
 * The process that compiles takes this lock itself: when a build is killed it lives on for a moment, and nobody else may
 * compile until it is gone.
 * @param tell is told, once, what a long wait is for
 */
export async function waitToCompile(
  tell: (message: string) => void,
  cacheFolder: string = CACHE_FOLDER,
): Promise<() => void> {
  const path = join(makeWorkFolder(join(cacheFolder, "build")), "compile.lock");
  for (let waited = 0; ; waited += WAIT) {
    const outcome = takeLock(path, "a build");
    if ("release" in outcome) return outcome.release;
    if (waited === PATIENCE) {
      tell(
        `Waiting for another build in this folder to compile its templates: ${describeHolder(outcome.holder)}. ` +
          `If there is none, delete ${nameFolder(path)}.`,
      );
    }
    await setTimeout(WAIT);
  }
}

/** Takes the lock of an output folder and returns what gives it back. Throws a `Failure` while another build holds it. */
export function lockOutput(outDir: string, cacheFolder: string = CACHE_FOLDER): () => void {
  const name = `${hashText(outDir, 12)}.lock`;
  const path = join(makeWorkFolder(join(cacheFolder, "build")), name);
  const outcome = takeLock(path, `a build of ${nameFolder(outDir)}`);
  if ("release" in outcome) return outcome.release;
  throw new Failure(
    `Another run is at it: ${describeHolder(outcome.holder)}; wait for it. If there is none, delete ${nameFolder(path)}.`,
  );
}

/** As `lockOutput`, but gives a build whose starter was killed, and which ends itself, the moment that takes. */
export async function waitForOutput(outDir: string): Promise<() => void> {
  for (let waited = 0; waited < ORPHAN_PATIENCE; waited += WAIT) {
    try {
      return lockOutput(outDir);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await setTimeout(WAIT);
    }
  }
  return lockOutput(outDir);
}
