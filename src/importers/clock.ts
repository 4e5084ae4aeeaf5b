/** Time as it passes, for whatever waits; exchanged in tests, so that none of them sleeps. */
import { formatDay, toDay } from "#lib/dates.ts";

/** A clock. */
export interface Clock {
  /** Milliseconds since the beginning of 1970, UTC. */
  now(): number;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
  /** A signal that aborts with a `TimeoutError` after so many milliseconds. */
  limit(ms: number): AbortSignal;
}

/** The machine's clock. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  limit: (ms) => AbortSignal.timeout(ms),
};

/** A time of day for people, `22 November 2026, 14:05 UTC`, from milliseconds since the beginning of 1970. */
export function formatTime(ms: number): string {
  const date = new Date(ms);
  return `${formatDay(toDay(date))}, ${date.toISOString().slice(11, 16)} UTC`;
}
