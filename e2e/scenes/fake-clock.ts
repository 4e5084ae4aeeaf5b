/** A clock for tests: it stands still but when somebody waits, and waiting takes no time. */
import type { Clock } from "#importers/clock.ts";

/** The clock, and what was asked of it. */
export interface FakeClock extends Clock {
  /** What it shows, in milliseconds since the beginning of 1970. */
  time: number;
  /** Every wait so far, in milliseconds. */
  waits: number[];
  /** Ends the patience of the last who set a limit, as if the time had passed. */
  expire(): void;
}

/**
 * Makes a clock.
 * @param start what it shows at first
 */
export function makeFakeClock(start: string): FakeClock {
  let last = new AbortController();
  let patience = 0;
  return {
    time: Date.parse(start),
    waits: [],
    now() {
      return this.time;
    },
    async wait(ms) {
      this.waits.push(ms);
      this.time += ms;
    },
    limit(ms) {
      last = new AbortController();
      patience = ms;
      return last.signal;
    },
    expire() {
      this.time += patience;
      last.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    },
  };
}
