/** Temporary files beside those that are written, and what killed runs left of them. */
import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isRunning } from "./holder.ts";
import { hashText } from "./sealed-text.ts";

/** Names say which machine and which process made the file: only they tell what is left from what is being written. */
const NAME = /^\.offprint-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;

/** This machine in those names. */
const HOST = hashText(hostname(), 8);

/** A temporary file that is older than this is nobody's any more, whoever made it; a day in milliseconds. */
const LONGEST_LIFE = 24 * 60 * 60 * 1000;

/** The path of a new temporary file in a folder: hidden, and never one that is there already. */
export function nameTemporary(folder: string): string {
  return join(folder, `.offprint-${HOST}-${process.pid}-${randomBytes(4).toString("hex")}.tmp`);
}

/**
 * Removes the temporary files that killed runs left in a folder, which may be missing: those whose process is gone,
 * and those older than a day.
 * @param now the present by the clock of the disk, an instant such as `2026-03-09T10:12:00.000Z`
 */
export function removeLeftovers(folder: string, now: string): void {
  for (const name of listNames(folder)) {
    const [, host, pid] = NAME.exec(name) ?? [];
    if (host === undefined) continue;
    const path = join(folder, name);
    const isOrphan = host === HOST && !isRunning(Number(pid));
    const age = Date.parse(now) - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (isOrphan || age > LONGEST_LIFE) rmSync(path, { force: true });
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
