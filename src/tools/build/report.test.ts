import assert from "node:assert/strict";
import test from "node:test";
import { type BuildReport, formatBytes, formatReport } from "./report.ts";

const report: BuildReport = {
  papers: 1,
  pages: 1234,
  rendered: 1234,
  written: 1300,
  files: 1300,
  bytes: 3_449_999,
  peakMemory: 400_000_000,
  index: { pages: 1, bytes: 400 },
  seconds: { check: 0.04, html: 5.55, index: 1, publish: 0.1, total: 6.7 },
};

test("A report says papers, pages, files, bytes and the seconds of each phase.", () => {
  assert.equal(
    formatReport(report, "dist"),
    [
      "1 paper on 1,234 pages, 1 of them in the search index",
      "1,300 files, 3.4 MB, in dist",
      "check 0.0 s, html 5.5 s, index 1.0 s, publish 0.1 s: 6.7 s in all",
    ].join("\n"),
  );
});

test("Bytes are given in the unit that suits them.", () => {
  assert.deepEqual([0, 999, 1_000, 999_400, 1_000_000].map(formatBytes), ["0 B", "999 B", "1 kB", "999 kB", "1.0 MB"]);
});
