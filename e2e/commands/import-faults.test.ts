/** What a run does when the network misbehaves, and what it says, against a real server. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeSend } from "#importers/send.ts";
import { makeImport } from "#tools/commands/import.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { answerSample } from "../scenes/arxiv-service.ts";
import { runCaptured } from "../scenes/captured-run.ts";
import { type FakeClock, makeFakeClock } from "../scenes/fake-clock.ts";
import { BROKEN_FAULTS } from "../scenes/faults/broken.ts";
import { BUSY_FAULTS } from "../scenes/faults/busy.ts";
import { type FaultCase, PAPERS } from "../scenes/faults/fault.ts";
import { type Loopback, startLoopback } from "../scenes/loopback.ts";

const FAULTS = [...BUSY_FAULTS, ...BROKEN_FAULTS];

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "faults-test-"));
let server: Loopback;
let clock: FakeClock;
let asked = 0;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

before(async () => {
  server = await startLoopback((request, response) => {
    asked += 1;
    answer(request, response);
  });
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

async function run(
  name: string,
  { misbehave, times = Number.POSITIVE_INFINITY }: Pick<FaultCase, "misbehave" | "times">,
) {
  const folder = join(root, name.replaceAll(/[^a-z0-9]+/gi, "-"));
  mkdirSync(folder, { recursive: true });
  clock = makeFakeClock("2031-03-04T10:00:00Z");
  asked = 0;
  answer = (request, response) => {
    if (asked > times) response.end(answerSample(PAPERS, request.url ?? ""));
    else misbehave(response, request, clock);
  };
  const command = makeImport({ clock, seed: 4, send: makeSend(clock, 1_000_000) });
  const call = ["import", "arxiv", "--query", "cat:cs.CL", "--from", "2031-03-01", "--to", "2031-03-02"];
  const environment = { CONTENT_DIR: "content", OFFPRINT_CACHE: "cache", ARXIV_API: `${server.address}/api/query` };
  const { code, errors, out } = await runCaptured(command, call, folder, environment);
  const told = errors.replaceAll(server.address.slice("http://".length), "HOST");
  const isWritten = existsSync(join(folder, "content/papers/2031-03.jsonl"));
  return { asked, waited: clock.waits.reduce((sum, wait) => sum + wait, 0) / 1000, code, told, out, isWritten };
}

for (const one of FAULTS) {
  test(`${one.fault}: ${one.code === 0 ? "all comes in" : "nothing is written, and a sentence says why"}.`, async () => {
    const course = await run(one.fault, one);
    assert.deepEqual([course.asked, course.waited, course.code], [one.asked, one.waited, one.code], course.told);
    assert.ok(course.told.includes(one.told), course.told);
    assert.equal(course.told === "", one.told === "", "what is told is told");
    assert.doesNotMatch(course.told, /\n {4}at |unforeseen/);
    assert.equal(course.isWritten, one.code === 0);
    assert.match(course.out, one.code === 0 ? /^2 papers added, .* 0 refused$/m : /^0 papers added, .* 1 refused$/m);
  });
}

test("After every fault the next run brings in what is missing.", async () => {
  for (const { fault } of FAULTS.filter(({ code }) => code === 1)) {
    const { code, isWritten } = await run(fault, { misbehave: () => undefined, times: 0 });
    assert.deepEqual([code, isWritten], [0, true], fault);
  }
});
