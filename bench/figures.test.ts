import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuildReport } from "#tools/build/report.ts";
import { describeLoad, describeMachine, describeMoment, toFigures } from "./figures.ts";

const report: BuildReport = {
  papers: 50,
  pages: 400,
  rendered: 390,
  written: 800,
  removed: 3,
  files: 810,
  bytes: 3_449_999,
  peakMemory: 400_400_000,
  index: { pages: 50, indexed: 50, bytes: 120_000 },
  seconds: { read: 0.04, plan: 0.2, html: 5.556, index: 1.004, publish: 0.1, total: 6.9 },
};

test("Figures are exactly those that were promised to programs, in their units.", () => {
  assert.deepEqual(toFigures(report), {
    seconds: 5.9,
    totalSeconds: 6.9,
    peakMB: 400,
    pages: 400,
    rendered: 390,
    written: 800,
    removed: 3,
    bytes: 3_449_999,
    indexSeconds: 1,
    indexBytes: 120_000,
  });
  assert.equal(toFigures(report, 1_234_567_890).indexPeakMB, 1235);
});

test("The machine is described by its cores, memory, Node and system.", () => {
  assert.match(describeMachine(), /^\d+ cores? of .+, \d+ GB, Node v\d+\.\d+\.\d+, \w+ \w+$/);
});

test("A busy machine is warned of, an idle one is not.", () => {
  assert.equal(describeLoad(1, 2), undefined);
  assert.equal(
    describeLoad(1.04, 2),
    "This machine is busy (load 1.0 on 2 cores): expect worse figures than it can give.",
  );
});

test("A moment is a day, with the load of a machine that was busy.", () => {
  const noon = new Date("2026-11-28T12:00:00Z");
  assert.equal(describeMoment(noon, 0.9, 2), "28 November 2026");
  assert.equal(describeMoment(noon, 3.26, 2), "28 November 2026, load 3.3");
});
