/** One build at a time for each output folder: two would write over each other's work. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, readErrorCode } from "../failure.ts";
import { CACHE_FOLDER, nameFolder } from "../folders.ts";

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
  const release = () => rmSync(path, { force: true });
  process.once("exit", release);
  return () => {
    process.off("exit", release);
    release();
  };
}

function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (readErrorCode(error) === "EEXIST") return false;
    throw error;
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
