/** Rate limit: tasks one after the other, with a pause from the beginning of one to that of the next. */
import { readFileSync } from "node:fs";
import { writeFileAtomic } from "#lib/records/write-file.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";

/** Runs a task when its turn has come, and gives what it gives. */
export type RateLimit = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Most pauses that a turn noted in the file may lie ahead: what is farther was noted by a clock that went wrong. */
const MOST_AHEAD = 20;

/**
 * A rate limit for all tasks that are given to it. A task that fails holds up no other.
 * @param pauseMs least milliseconds from the beginning of a task to that of the next
 * @param file where the last turn is noted, so that processes that run at the same time keep one limit between them;
 *   one that cannot be read or written is done without
 */
export function makeRateLimit(pauseMs: number, clock: Clock = SYSTEM_CLOCK, file?: string): RateLimit {
  let last: Promise<unknown> = Promise.resolve();
  let begun = Number.NEGATIVE_INFINITY;
  return (task) => {
    const turn = last.then(async () => {
      const now = clock.now();
      const ahead = now + MOST_AHEAD * pauseMs;
      const turns = [begun, readTurn(file)].filter((time) => time <= ahead).map((time) => time + pauseMs);
      begun = Math.max(now, ...turns);
      noteTurn(file, begun);
      if (begun > now) await clock.wait(begun - now);
      return task();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** When the last turn of any process was or will be; never, when nobody can tell. */
function readTurn(file: string | undefined): number {
  if (file === undefined) return Number.NEGATIVE_INFINITY;
  try {
    const text = readFileSync(file, "utf8");
    return /^\d+$/.test(text) ? Number(text) : Number.NEGATIVE_INFINITY;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

function noteTurn(file: string | undefined, time: number): void {
  if (file === undefined) return;
  try {
    writeFileAtomic(file, String(Math.round(time)));
  } catch {
    // Within this process the limit is kept all the same.
  }
}
