/** Who holds a lock: the process, its machine, since when and for what; and whether it still can. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { readErrorCode } from "../failure.ts";

const HolderSchema = z.object({
  pid: z.int().min(1).describe("Number of the process."),
  host: z.string().describe("Name of the machine."),
  since: z.string().describe("When the lock was taken by the clock of the disk, such as `2026-03-09T10:12:00.000Z`."),
  task: z.string().describe("What it is held for, as the words after `is`: `an import`."),
  birth: z.string().describe("Which of all processes that ever had this number, where the system tells; else empty."),
  token: z
    .string()
    .regex(/^[0-9a-f]+$/)
    .describe("Letters and digits that no other lock has."),
});

/** The holder of a lock, as the lock's file has it in JSON. */
export type Holder = z.infer<typeof HolderSchema>;

/**
 * A lock from another machine, whose processes cannot be seen from here, counts for an hour, in milliseconds: far
 * longer than anything that is done under one, and short enough for the next daily run.
 */
export const FOREIGN_LIFE = 60 * 60 * 1000;

/** Tokens of the locks that this process holds. */
export const HELD = new Set<string>();

/** This process as the holder of a new lock; `since` is an instant as `Holder` has it. */
export function makeHolder(task: string, since: string): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    since,
    task,
    birth: readBirth(process.pid),
    token: randomBytes(8).toString("hex"),
  };
}

/** The holder in a lock's text; undefined when none can be made out. */
export function parseHolder(text: string): Holder | undefined {
  try {
    return HolderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Whether the holder is gone. On this machine: when its process is, or its number is another's now. On another one:
 * when the lock is older than `FOREIGN_LIFE`, or as far in the future, as a clock that was wrong has it.
 * @param now the present by the clock of the disk, an instant as `since` is
 */
export function isGone(holder: Holder, now: string): boolean {
  const { pid, host, since, birth, token } = holder;
  if (host !== hostname()) return !(Math.abs(Date.parse(now) - Date.parse(since)) <= FOREIGN_LIFE);
  if (pid === process.pid) return !HELD.has(token);
  if (!isRunning(pid)) return true;
  const other = readBirth(pid);
  return birth !== "" && other !== "" && birth !== other;
}

/** Whether the holder is this process. */
export function isOwn({ pid, host }: Holder): boolean {
  return pid === process.pid && host === hostname();
}

/** The holder in words: `an import (process 812 on alpha, since 2026-03-09 10:12 UTC)`. */
export function describeHolder({ pid, host, since, task }: Holder): string {
  const where = host === hostname() ? "" : ` on ${host}`;
  return `${task} (process ${pid}${where}, since ${since.slice(0, 16).replace("T", " ")} UTC)`;
}

/** Whether a process of this number is there. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return readErrorCode(error) === "EPERM";
  }
}

/** The machine's start and the process's own, where Linux tells them (proc(5): field 22 of `stat`); otherwise empty. */
function readBirth(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, and may hold anything.
    const start = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${start}`;
  } catch {
    return "";
  }
}
