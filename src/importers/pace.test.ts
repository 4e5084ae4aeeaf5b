import assert from "node:assert/strict";
import { test } from "node:test";
import { type Clock, makePace } from "./pace.ts";

/** A clock that stands still but when somebody waits. */
function makeClock(): Clock & { time: number } {
  return {
    time: 0,
    now() {
      return this.time;
    },
    async wait(ms) {
      this.time += ms;
    },
  };
}

test("Tasks begin one after the other with the pause between them, the first at once.", async () => {
  const clock = makeClock();
  const pace = makePace(3000, clock);
  const begun: number[] = [];
  const run = async (takes: number) => {
    begun.push(clock.time);
    await clock.wait(takes);
    return takes;
  };
  const results = await Promise.all([10, 5000, 0].map((takes) => pace(() => run(takes))));
  assert.deepEqual(results, [10, 5000, 0]);
  assert.deepEqual(begun, [0, 3000, 8000], "a task that takes longer than the pause is waited for");
  clock.time = 20_000;
  await pace(() => run(0));
  assert.deepEqual(begun.at(-1), 20_000, "who comes late need not wait");
});

test("A task that fails tells its caller, and the next one still has its turn.", async () => {
  const clock = makeClock();
  const pace = makePace(3000, clock);
  const failed = pace(() => Promise.reject(new Error("fog")));
  const next = pace(async () => clock.time);
  await assert.rejects(failed, /fog/);
  assert.equal(await next, 3000);
});
