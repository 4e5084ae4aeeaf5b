import assert from "node:assert/strict";
import test from "node:test";
import { type BuildReport, describePlan, describeUnstamped, formatBytes, formatPhase, formatReport } from "./report.ts";

const report: BuildReport = {
  papers: 1,
  pages: 1234,
  rendered: 12,
  written: 15,
  removed: 2,
  files: 1300,
  bytes: 3_449_999,
  peakMemory: 400_000_000,
  index: { pages: 1, indexed: 1, bytes: 400 },
  seconds: { read: 0.1, plan: 0.04, html: 5.55, index: 1, publish: 0.1, total: 6.7 },
};

test("A report says files, bytes and the seconds of the whole.", () => {
  assert.equal(formatReport(report, "dist"), "1,300 files, 3.4 MB, in dist; 6.7 s in all");
});

test("Each phase is a line of its own: what came of it, and its seconds.", () => {
  assert.equal(
    formatPhase("plan", describePlan(1234, 12), 0.04).replace(/ {2,}/g, "  "),
    "plan  1,234 pages: 12 to render, 1,222 as they were  0.0 s",
  );
});

test("Digests without their stamp are named, of many the first ten.", () => {
  const why = "not as checked, or held against a source that has moved on";
  assert.deepEqual(describeUnstamped([]), []);
  assert.deepEqual(describeUnstamped(["a"]), [`notice: 1 digest ${why}: a; npm run check says more`]);
  const ids = Array.from({ length: 12 }, (_, index) => String(index));
  assert.match(describeUnstamped(ids).join(), /^notice: 12 digests .*: 0, 1, 2, .*, 9, and 2 more; npm/);
});

test("Bytes are given in the unit that suits them.", () => {
  assert.deepEqual([0, 999, 1_000, 999_400, 1_000_000].map(formatBytes), ["0 B", "999 B", "1 kB", "999 kB", "1.0 MB"]);
});
