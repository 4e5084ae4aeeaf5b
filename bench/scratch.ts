/** The folder a measurement works in: one at a time, and removed at the end, also when it fails or Ctrl-C ends it. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { lockOutput } from "#tools/build/lock.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";

/** Where a measurement works. */
export interface Scratch {
  /** The folder itself, absolute. */
  folder: string;
  /** Settings that build `content` in it to `site` in it. */
  settings: BuildSettings;
}

/** Does some work in an empty folder. Throws a `Failure` when another measurement has it, and whatever the work throws. */
export async function useScratch<Result>(work: (scratch: Scratch) => Promise<Result>): Promise<Result> {
  const folder = join(CACHE_FOLDER, "bench");
  const settings: BuildSettings = {
    ...readSettings({}),
    contentDir: join(folder, "content"),
    outDir: join(folder, "site"),
  };
  const release = await lockOutput(folder);
  // A failed build's log lies in the work folder and is named in the message: it stays until the next run.
  const workFolder = locateWorkFolder(settings);
  const removeAll = () => {
    for (const path of [folder, workFolder]) rmSync(path, { recursive: true, force: true, maxRetries: 10 });
  };
  const stopListening = removeWhenStopped(removeAll);
  try {
    removeAll();
    const result = await work({ folder, settings });
    removeAll();
    return result;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    stopListening();
    release();
  }
}

/** Removes when a signal ends this process, after the processes it started. Returns what ends the watch. */
export function removeWhenStopped(removeAll: () => void): () => void {
  const stop = () => {
    process.once("exit", () => {
      // The HTML process was told to end a moment ago; what it still writes must not outlive the folder.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      removeAll();
    });
    process.exit(130);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
}
