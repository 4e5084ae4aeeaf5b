import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isDay } from "#lib/dates.ts";
import { countDays, planMonths } from "./calendar.ts";

test("Months follow each other from January 2016 to March 2026 and grow.", () => {
  const months = planMonths(10_000);
  assert.deepEqual([months.length, months[0]?.month, months.at(-1)?.month], [123, "2016-01", "2026-03"]);
  assert.deepEqual(
    months.map(({ month }) => month),
    months.map(({ month }) => month).sort(),
  );
  assert.equal((months[0]?.papers ?? 0) * 10 < (months.at(-1)?.papers ?? 0), true);
});

test("An archive of any size has exactly its papers, numbered without gap, and an edition at its end.", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200_000 }), (papers) => {
      const months = planMonths(papers);
      let next = 0;
      for (const { firstPaper, papers: own } of months) {
        assert.equal(firstPaper, next);
        assert.ok(own >= 0);
        next += own;
      }
      assert.equal(next, papers);
      assert.equal(months.at(-1)?.editionDays.at(-1), "2026-03-31");
    }),
    { numRuns: 30 },
  );
});

test("Editions appear on weekdays that exist, each once, in their month, in order.", () => {
  for (const { month, editionDays } of planMonths(100_000)) {
    assert.deepEqual(editionDays, [...new Set(editionDays)].sort());
    for (const day of editionDays) {
      assert.ok(isDay(day) && day.startsWith(month), day);
      assert.ok(![0, 6].includes(new Date(day).getUTCDay()), day);
    }
  }
});

test("February has 29 days in a leap year and 28 otherwise.", () => {
  assert.deepEqual(["2024-02", "2025-02", "2025-12"].map(countDays), [29, 28, 31]);
});
