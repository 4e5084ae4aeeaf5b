import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeRandom } from "#lib/random.ts";
import { type FakeClock, makeFakeClock } from "#scenes/fake-clock.ts";
import { RequestError, type Send, type ServiceRequest, type ServiceResponse } from "./request.ts";
import { MOST_MS, MOST_TRIES, retryWithBackoff } from "./retry.ts";

const QUESTION: ServiceRequest = {
  service: { name: "Harbour", address: "", variable: "HARBOUR_API", pauseMs: 0 },
  address: "http://harbour.example",
  judge: (text) => (text === "fog" ? "fog" : undefined),
};
const GOOD: ServiceResponse = { status: 200, statusText: "OK", text: "ships" };
const BUSY: ServiceResponse = { status: 503, statusText: "Busy", text: "" };

/** What a run did: how often it asked, how long it waited each time, what it told, how it ended. */
interface Course {
  asked: number;
  waits: number[];
  told: string[];
  answer?: ServiceResponse;
  error?: RequestError;
}

/** Asks a service that answers so, the last answer again and again. */
async function run(
  answers: (ServiceResponse | RequestError)[],
  random = () => 0,
  clock = makeFakeClock("2031-03-04T10:00:00Z"),
) {
  const course: Course = { asked: 0, waits: clock.waits, told: [] };
  const send: Send = async () => {
    const next = answers[Math.min(course.asked++, answers.length - 1)] ?? GOOD;
    if (next instanceof RequestError) throw next;
    return next;
  };
  try {
    course.answer = await retryWithBackoff(send, { clock, random, tell: (text) => course.told.push(text) })(QUESTION);
  } catch (error) {
    assert.ok(error instanceof RequestError, String(error));
    course.error = error;
  }
  return course;
}

test("What passes by itself is asked for again after 3, 6, 12 and 24 seconds, and the fifth answer counts.", async () => {
  const passing = [429, 500, 502, 503, 504].map((status): ServiceResponse => ({ ...BUSY, status }));
  const others = [
    new RequestError("timeout", "Silence."),
    new RequestError("unreachable", "Broken."),
    { ...GOOD, text: "fog" },
  ];
  for (const fault of [...passing, ...others]) {
    const { asked, waits, answer } = await run([fault, fault, fault, fault, GOOD]);
    assert.deepEqual([asked, waits, answer], [5, [3000, 6000, 12_000, 24_000], GOOD]);
  }
});

test("After five tries it ends, and says how often and how long it tried.", async () => {
  const { asked, told, error } = await run([BUSY]);
  assert.equal(asked, MOST_TRIES);
  assert.equal(told.length, MOST_TRIES - 1);
  assert.equal(told[0], "Harbour answered 503 Busy. Asking again in 3 s (try 2 of 5).");
  assert.equal(error?.message, "Harbour answered 503 Busy. Try again later. It was asked 5 times within 45 seconds.");
  assert.deepEqual([error?.kind, error?.status], ["status", 503]);
});

test("What does not pass is asked for once: other statuses are handed on, lasting faults thrown.", async () => {
  for (const status of [200, 204, 304, 400, 401, 403, 404, 410, 418, 501]) {
    const { asked, answer } = await run([{ ...GOOD, status }]);
    assert.deepEqual([asked, answer?.status], [1, status]);
  }
  const { asked, error } = await run([new RequestError("large", "Too much.", { isPassing: false })]);
  assert.deepEqual([asked, error?.message], [1, "Too much."]);
});

test("A service that says how long is waited for that long, but never less than one would have waited anyway.", async () => {
  const wishes: [string, number][] = [
    ["120", 120_000],
    ["1", 3000],
    ["Tue, 04 Mar 2031 10:05:00 GMT", 300_000],
    ["600", 600_000],
  ];
  for (const [retryAfter, wait] of wishes) {
    const { waits, answer } = await run([{ ...BUSY, retryAfter }, GOOD]);
    assert.deepEqual([waits, answer], [[wait], GOOD], retryAfter);
  }
});

test("Longer than ten minutes is not waited; a sentence says when to come back.", async () => {
  for (const retryAfter of ["601", "Tue, 04 Mar 2031 10:10:01 GMT"]) {
    const { asked, waits, error } = await run([{ ...BUSY, status: 429, retryAfter }]);
    assert.deepEqual([asked, waits, error?.wantsRest], [1, [], true]);
    const wish = "It asks to be left alone: come back after 4 March 2031, 10:10 UTC.";
    assert.equal(error?.message, `Harbour answered 429 Busy. ${wish}`);
  }
});

test("However a service misbehaves, it is asked five times at most, and no wait ends after a quarter of an hour.", async () => {
  const fault = fc.oneof(
    fc.record({ status: fc.constantFrom(429, 500, 503), retryAfter: fc.integer({ min: 0, max: 900 }).map(String) }),
    fc.constant({ status: 200 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { minLength: 1, maxLength: 6 }), fc.integer(), async (faults, seed) => {
      const clock: FakeClock = makeFakeClock("2031-03-04T10:00:00Z");
      const begun = clock.now();
      const course = await run(
        faults.map((one) => ({ ...BUSY, ...one, text: "fog" })),
        makeRandom(seed),
        clock,
      );
      assert.ok(course.asked <= MOST_TRIES && clock.now() - begun <= MOST_MS);
      assert.ok(course.error !== undefined);
    }),
    { seed: 4, numRuns: 200 },
  );
});

test("Chance adds up to a fifth to a wait; the same seed, the same waits.", async () => {
  const numbers = Array.from({ length: 1000 }, makeRandom(7));
  assert.deepEqual(numbers.slice(0, 5), Array.from({ length: 5 }, makeRandom(7)));
  assert.notDeepEqual(numbers.slice(0, 5), Array.from({ length: 5 }, makeRandom(8)));
  assert.ok(numbers.every((number) => number >= 0 && number < 1));
  assert.ok(Math.abs(numbers.reduce((sum, number) => sum + number, 0) / 1000 - 0.5) < 0.05);
  const { waits } = await run([BUSY], () => 0.999);
  assert.deepEqual(waits, [3599, 7199, 14_398, 28_795]);
});
