/**
 * Locks between processes: a file that names its holder. It appears and changes hands in one step each, so that of
 * all who want it at the same instant one gets it, also when it was left behind by a process that was killed.
 */
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CONTENT_FILES, nameContentFile } from "../content/content-files.ts";
import { explainFileError, Failure, readErrorCode } from "../failure.ts";
import { describeHolder, HELD, type Holder, isGone, isOwn, makeHolder, parseHolder } from "./holder.ts";
import { hashText } from "./sealed-text.ts";
import { nameTemporary, removeLeftovers } from "./temporary.ts";

/** What came of asking for a lock: it is ours until it is given back, or somebody else's. */
export type LockOutcome = { own: Holder; release: () => void } | { holder: Holder };

/** Name of the lock in a content folder. */
export const CONTENT_LOCK = ".offprint-lock";

/**
 * How long a run waits for another one, in milliseconds: what is done under the lock takes seconds, and what the run
 * has fetched until then would be lost.
 */
const PATIENCE = 10_000;
/** How often it looks again, in milliseconds. */
const WAIT = 100;

/**
 * Takes a lock, or says who holds it. A lock whose holder is gone is taken over. It is given back by `release`, and at
 * the end of the process in any case. Temporary files that killed runs left beside it are removed.
 * @param path the lock's file; its folder exists
 * @param task what it is held for, such as `an import`
 * @throws what the file system throws
 */
export function takeLock(path: string, task: string): LockOutcome {
  const own = makeHolder(task, readDiskClock(dirname(path)));
  HELD.add(own.token);
  const holder = claimLock(path, own);
  if (holder !== undefined) {
    HELD.delete(own.token);
    return { holder };
  }
  removeClaims(path, own);
  removeLeftovers(dirname(path), own.since);
  const release = () => {
    if (readLock(path)?.token === own.token) rmSync(path, { force: true });
    HELD.delete(own.token);
  };
  process.once("exit", release);
  return {
    own,
    release: () => {
      process.off("exit", release);
      release();
    },
  };
}

/** How content is changed. */
export interface ChangeOptions {
  /** Today in UTC, YYYY-MM-DD. */
  today: string;
  /** Whether nothing is to be written. */
  isDryRun?: boolean;
  /** How long to wait while another run writes to the folder, in milliseconds; otherwise ten seconds. */
  patience?: number;
}

/**
 * Does something to a content folder that no other run may disturb: holds the folder's lock meanwhile, unless nothing is
 * to be written, and first removes what killed runs left. A folder that does not exist is made, and removed again when
 * nothing comes into it.
 * @param task what is done, such as `an import`
 * @param work does it, at once: a lock is not kept for a promise
 * @throws Failure when another run holds it, or when the folder cannot be written
 */
export function withContentLock<Result>(
  folder: string,
  task: string,
  work: () => Result,
  { isDryRun = false, patience = PATIENCE }: Omit<ChangeOptions, "today"> = {},
): Result {
  if (isDryRun) return work();
  const path = join(folder, CONTENT_LOCK);
  const { isNew, own, release } = lockContent(folder, path, task, patience);
  try {
    for (const place of Object.values(CONTENT_FILES))
      if ("folder" in place) removeLeftovers(join(folder, place.folder), own.since);
    return work();
  } finally {
    release();
    if (isNew) removeWhenEmpty(folder);
  }
}

function lockContent(folder: string, path: string, task: string, patience: number) {
  try {
    const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
    for (let waited = 0; ; waited += WAIT) {
      const outcome = takeLock(path, task);
      if ("release" in outcome) return { isNew, ...outcome };
      const { holder } = outcome;
      // To wait for oneself would be to wait for ever.
      if (waited >= patience || isOwn(holder)) {
        throw new Failure(
          `${nameContentFile(folder)} is in use by ${describeHolder(holder)}, so nothing was written. Wait for it and run ` +
            `this again; if there is no such process, delete ${nameContentFile(path)}.`,
        );
      }
      sleep(WAIT);
    }
  } catch (error) {
    throw explainFileError(error, `${nameContentFile(path)} could not be written`, "Nothing was changed.");
  }
}

function removeWhenEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(readErrorCode(error) ?? "")) throw error;
  }
}

/**
 * Puts the holder into the lock unless somebody has it; returns who. To take over a lock whose holder is gone one
 * needs the claim on that very lock, which is a lock itself: whoever has it finds the old lock unchanged, or gives way.
 */
function claimLock(path: string, own: Holder): Holder | undefined {
  const ready = nameTemporary(dirname(path));
  try {
    writeFileSync(ready, `${JSON.stringify(own)}\n`);
    for (;;) {
      if (placeLock(ready, path)) return undefined;
      const found = readSettledLock(path);
      if (found === undefined) continue;
      if (found.holder !== undefined && !isGone(found.holder, own.since)) return found.holder;
      const claim = `${path}.${found.token}`;
      const rival = claimLock(claim, own);
      if (rival !== undefined) return rival;
      try {
        if (readLock(path)?.token !== found.token) continue;
        renameSync(ready, path);
        return undefined;
      } finally {
        rmSync(claim, { force: true });
      }
    }
  } finally {
    rmSync(ready, { force: true });
  }
}

/** The present by the clock of the disk, which is one for all machines that share it; an instant in UTC. */
function readDiskClock(folder: string): string {
  const path = nameTemporary(folder);
  try {
    writeFileSync(path, "");
    return statSync(path).mtime.toISOString();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Puts a file in its place whole, unless one is there; returns whether it did. */
function placeLock(ready: string, path: string): boolean {
  try {
    linkSync(ready, path);
    return true;
  } catch (error) {
    if (readErrorCode(error) === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(readErrorCode(error) ?? "")) throw error;
  }
  // Disks such as memory sticks know no links; there a reader may see the file before its text is in it.
  try {
    copyFileSync(ready, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (readErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** The lock; one that names no holder is given a moment, as it may be in the making. */
function readSettledLock(path: string) {
  const found = readLock(path);
  if (found === undefined || found.holder !== undefined) return found;
  sleep(WAIT);
  return readLock(path);
}

/** Who holds a lock, unless that cannot be made out, and what tells it from any other; undefined when nobody does. */
function readLock(path: string) {
  try {
    const text = readFileSync(path, "utf8");
    const holder = parseHolder(text);
    return { holder, token: holder?.token ?? hashText(text, 16) };
  } catch (error) {
    if (readErrorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Claims on earlier locks of this name are void once a new one stands. */
function removeClaims(path: string, own: Holder): void {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix) && !name.startsWith(`${prefix}${own.token}`))
      rmSync(join(folder, name), { force: true });
  }
}

/** Stands still; what waits here has nothing else to do. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
