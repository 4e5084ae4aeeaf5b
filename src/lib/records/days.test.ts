import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { reserveFolder } from "#scenes/content-samples.ts";
import { makeHarvest } from "#scenes/record-samples.ts";
import { importHarvests } from "./import.ts";

const OPTIONS = { today: "2026-11-22" };
const DAY = { date: "2026-03-10", source: "Daily Papers", listed: 3, taken: 3, refused: 0, cut: false };

test("Of a day the best reading stays: most papers taken, then fewest refused, then the longest; a better one repairs it.", () => {
  const folder = reserveFolder();
  const put = (changes: Partial<typeof DAY>) =>
    importHarvests(folder, [makeHarvest([], { days: [{ ...DAY, ...changes }] })], OPTIONS).days.length;
  assert.deepEqual(
    [
      { cut: true },
      {},
      { cut: true },
      { listed: 2, taken: 2 },
      { listed: 5, taken: 3, refused: 2 },
      { listed: 76, taken: 0, refused: 76 },
      { listed: 4 },
      { listed: 5, taken: 5 },
      { listed: 76, taken: 5, refused: 71 },
      { source: "Other", listed: 76, taken: 0, refused: 76 },
      { source: "Other" },
    ].map(put),
    [1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 1],
  );
  assert.equal(
    readFileSync(join(folder, "days.jsonl"), "utf8"),
    '{"date":"2026-03-10","source":"Daily Papers","listed":5,"taken":5,"refused":0,"cut":false}\n' +
      '{"date":"2026-03-10","source":"Other","listed":3,"taken":3,"refused":0,"cut":false}\n',
  );
});
