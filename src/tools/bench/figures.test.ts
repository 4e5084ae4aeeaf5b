import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuildReport } from "../build/report.ts";
import { describeLoad, describeMachine, formatFigures, toFigures } from "./figures.ts";

const report: BuildReport = {
  papers: 50,
  pages: 400,
  rendered: 390,
  written: 800,
  removed: 3,
  files: 810,
  bytes: 3_449_999,
  peakMemory: 400_400_000,
  index: { pages: 50, bytes: 120_000 },
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
});

test("People get a line for each figure, with its unit.", () => {
  assert.equal(
    formatFigures(toFigures(report), 50),
    `A clean build of 50 invented papers

  HTML                   5.9 s
  search index           1.0 s
  in all                 6.9 s
  most memory           400 MB
  pages                    400
  pages rendered           390
  files written            800
  files removed              3
  site                  3.4 MB
  search index in it    120 kB
  HTML for each page  14.75 ms`,
  );
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
