import assert from "node:assert/strict";
import { test } from "node:test";
import { type ImportReport, joinReports, makeReport } from "./import-report.ts";

test("A paper that several steps speak of is told of once: as new, else as changed with all its fields, else as unchanged.", () => {
  const steps: Partial<ImportReport>[] = [
    { added: ["new"], changed: [{ id: "twice", fields: ["title"] }], unchanged: ["later", "never"], files: ["a", "b"] },
    {
      changed: ["new", "twice", "later"].map((id) => ({ id, fields: ["upvotes"] })),
      days: ["2031-03-01"],
      files: ["b"],
    },
    { unchanged: ["new", "twice", "never"], days: ["2031-03-01", "2031-03-02"] },
  ];
  const sum = makeReport();
  for (const step of steps) joinReports(sum, { ...makeReport(), ...step });
  assert.deepEqual(sum, {
    ...makeReport(),
    added: ["new"],
    changed: [
      { id: "twice", fields: ["title", "upvotes"] },
      { id: "later", fields: ["upvotes"] },
    ],
    unchanged: ["never"],
    days: ["2031-03-01", "2031-03-02"],
    files: ["a", "b"],
  });
});
