import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type FakeClock, makeFakeClock } from "#scenes/fake-clock.ts";
import { makeRateLimit } from "./rate-limit.ts";

const folder = mkdtempSync(join(tmpdir(), "pace-test-"));
after(() => rmSync(folder, { recursive: true }));

const START = "2031-03-04T10:00:00Z";

/** Seconds that have passed on a clock. */
function tell(clock: FakeClock): number {
  return (clock.now() - Date.parse(START)) / 1000;
}

test("Tasks begin one after the other with the pause between them, the first at once.", async () => {
  const clock = makeFakeClock(START);
  const pace = makeRateLimit(3000, clock);
  const begun: number[] = [];
  const run = async (takes: number) => {
    begun.push(tell(clock));
    await clock.wait(takes);
    return takes;
  };
  const results = await Promise.all([10, 5000, 0].map((takes) => pace(() => run(takes))));
  assert.deepEqual(results, [10, 5000, 0]);
  assert.deepEqual(begun, [0, 3, 8], "a task that takes longer than the pause is waited for");
  clock.time += 20_000;
  await pace(() => run(0));
  assert.deepEqual(begun.at(-1), 28, "who comes late need not wait");
});

test("A task that fails tells its caller, and the next one still has its turn.", async () => {
  const clock = makeFakeClock(START);
  const pace = makeRateLimit(3000, clock);
  const failed = pace(() => Promise.reject(new Error("fog")));
  const next = pace(async () => tell(clock));
  await assert.rejects(failed, /fog/);
  assert.equal(await next, 3);
});

test("Processes that note their turns in one file keep one pace between them.", async () => {
  const clock = makeFakeClock(START);
  const file = join(folder, "shared/turn");
  const [here, there] = [makeRateLimit(3000, clock, file), makeRateLimit(3000, clock, file)];
  const begun: number[] = [];
  for (const pace of [here, there, there, here]) await pace(async () => begun.push(tell(clock)));
  assert.deepEqual(begun, [0, 3, 6, 9]);
  assert.equal(readFileSync(file, "utf8"), String(clock.now()));
});

test("A turn that a wrong clock noted, or no number, holds nobody up; a file that cannot be written neither.", async () => {
  for (const [name, text] of [
    ["future", String(Date.parse("2099-01-01"))],
    ["noise", "\u0000\u0000"],
    ["empty", ""],
  ] as const) {
    const clock = makeFakeClock(START);
    const file = join(folder, name);
    writeFileSync(file, text);
    await makeRateLimit(3000, clock, file)(async () => undefined);
    assert.deepEqual(clock.waits, [], name);
  }
  const clock = makeFakeClock(START);
  const pace = makeRateLimit(3000, clock, join(folder, "empty", "below-a-file"));
  await pace(async () => undefined);
  await pace(async () => undefined);
  assert.deepEqual(clock.waits, [3000]);
});
