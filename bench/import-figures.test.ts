import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImportReport } from "#lib/records/import.ts";
import { formatImportFigures, toImportFigures } from "./import-figures.ts";

const report: ImportReport = {
  added: Array.from({ length: 1200 }, (_, index) => `3103.${10_000 + index}`),
  changed: [{ id: "3103.00001", fields: ["upvotes"] }],
  unchanged: ["3103.00002", "3103.00003"],
  refused: [{ file: "x.json", message: "the file is empty" }],
  notices: [],
  records: [],
  days: ["2031-03-04"],
  files: ["papers/3103.jsonl", "days.jsonl"],
};

test("Figures are exactly those that were promised to programs, in their units.", () => {
  assert.deepEqual(toImportFigures(report, 1.2345, 271_400_000), {
    seconds: 1.23,
    peakMB: 271,
    added: 1200,
    changed: 1,
    unchanged: 2,
    refused: 1,
    files: 2,
  });
});

test("People get a table with a column for each import.", () => {
  const first = toImportFigures(report, 1.25, 271_400_000);
  const second = { ...first, seconds: 0.9, peakMB: 99, added: 0 };
  assert.equal(
    formatImportFigures({ first, second }, 1204, "45 real days, repeated"),
    `Two imports of 1,204 entries (45 real days, repeated)

                    first  second
  time              1.3 s   0.9 s
  most memory      271 MB   99 MB
  papers added      1,200       0
  changed               1       1
  unchanged             2       2
  entries refused       1       1
  files written         2       2`,
  );
});
