/** Keeping to a pace: tasks one after the other, with a pause from the beginning of one to that of the next. */

/** Time as it passes; exchanged in tests. */
export interface Clock {
  /** Milliseconds since some instant; never goes back. */
  now(): number;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
}

/** Runs a task when its turn has come, and gives what it gives. */
export type Pace = <Value>(task: () => Promise<Value>) => Promise<Value>;

const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** A pace for all tasks that are given to it, within this process. A task that fails holds up no other. */
export function makePace(pauseMs: number, clock: Clock = SYSTEM_CLOCK): Pace {
  let last: Promise<unknown> = Promise.resolve();
  let free = Number.NEGATIVE_INFINITY;
  return (task) => {
    const turn = last.then(async () => {
      const rest = free - clock.now();
      if (rest > 0) await clock.wait(rest);
      free = clock.now() + pauseMs;
      return task();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
