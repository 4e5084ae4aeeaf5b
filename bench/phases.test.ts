import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuildFigures } from "./figures.ts";
import { formatPhases, listPhaseRows, PHASE_COLUMNS } from "./phases.ts";

const clean: BuildFigures = {
  seconds: 53.04,
  totalSeconds: 86.2,
  peakMB: 1200,
  pages: 20_900,
  rendered: 20_900,
  written: 31_000,
  removed: 0,
  bytes: 283_000_000,
  indexSeconds: 29,
  indexBytes: 9_000_000,
  indexPeakMB: 1600,
};
const { indexPeakMB: _, ...rest } = clean;
const unchanged: BuildFigures = { ...rest, seconds: 0, totalSeconds: 0.4, rendered: 0, written: 0, indexSeconds: 0 };

test("People get a line for each figure with its unit, and a column for each build.", () => {
  assert.equal(
    formatPhases({ clean, unchanged, day: clean }, 10_000, 50),
    `Builds of 10,000 invented papers

                               clean  unchanged   50 more
  HTML                        53.0 s      0.0 s    53.0 s
  search index                29.0 s      0.0 s    29.0 s
  in all                      86.2 s      0.4 s    86.2 s
  most memory               1,200 MB   1,200 MB  1,200 MB
  most memory of the index  1,600 MB          –  1,600 MB
  pages                       20,900     20,900    20,900
  pages rendered              20,900          0    20,900
  files written               31,000          0    31,000
  files removed                    0          0         0
  site                      283.0 MB   283.0 MB  283.0 MB
  search index in it          9.0 MB     9.0 MB    9.0 MB`,
  );
  assert.doesNotMatch(formatPhases({ clean }, 10_000, 0), /unchanged|more/);
});

test("Each build is a row of the table, with a cell for each column.", () => {
  const rows = listPhaseRows({ clean, unchanged }, 10_000, 50);
  assert.deepEqual(
    rows.map(({ length }) => length),
    [PHASE_COLUMNS.length, PHASE_COLUMNS.length],
  );
  assert.deepEqual(rows[1]?.slice(0, 8), [
    "10,000",
    "unchanged",
    "0.0 s",
    "0.0 s",
    "0.4 s",
    "1,200 MB",
    "–",
    "0 of 20,900",
  ]);
});
