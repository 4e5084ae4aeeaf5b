import assert from "node:assert/strict";
import { test } from "node:test";
import { countPapers, describeBars, describeSeries, isDrawn, planSpan } from "./series.ts";

const LAST = "2026-03-09";
/** Papers of all of the last years, so that quarters show most of them. */
const SPREAD = ["2023-05-05", "2024-05-05", "2025-05-05", "2026-02-05"];

test("Papers of several years are drawn by quarter, from January of the first of the last four years.", () => {
  const { unit, labels } = planSpan(SPREAD, LAST);
  assert.deepEqual([unit, labels.length, labels[0], labels.at(-1)], ["quarter", 13, "2023-Q1", "2026-Q1"]);
  assert.equal(planSpan(["2022-01-01", ...SPREAD], LAST).labels[0], "2023-Q1");
  assert.equal(planSpan(SPREAD.slice(1), LAST).labels[0], "2024-Q1", "no year before the first paper");
});

test("Papers that all lie within a year are drawn by month, from the first.", () => {
  const series = countPapers(["2025-11-30", "2026-01-05", "2026-01"], LAST);
  assert.deepEqual(
    series.bars.map(({ label, count }) => [label, count]),
    [
      ["2025-11", 1],
      ["2025-12", 0],
      ["2026-01", 2],
      ["2026-02", 0],
      ["2026-03", 0],
    ],
  );
  assert.equal(describeBars(series), "a month, November 2025 to March 2026");
  assert.match(describeSeries(series), /^November 2025: 1, December 2025: 0, January 2026: 2, /);
  assert.equal(planSpan(["2025-04-01"], LAST).unit, "month");
  assert.equal(planSpan(["2025-03-31"], LAST).unit, "quarter", "thirteen months");
});

test("Where most papers have only a year, or are older than four, years are drawn.", () => {
  const bibliography = countPapers(["1999", "2001", "2001", "2003-05"], "2003-05-01");
  assert.deepEqual([bibliography.unit, bibliography.max, bibliography.yearOnly], ["year", 2, {}]);
  assert.deepEqual(
    bibliography.bars.map(({ label, count }) => `${label}: ${count}`),
    ["1999: 1", "2000: 0", "2001: 2", "2002: 0", "2003: 1"],
  );
  assert.equal(describeBars(bibliography), "a year, 1999 to 2003");
  assert.equal(planSpan(["2012-01-01", "2013-01-01", "2014-01-01", LAST], LAST).unit, "year");
  const long = countPapers(["1950", "2025", "2026"], LAST);
  assert.deepEqual([long.bars.length, long.bars[0]?.label, long.earlier], [14, "2013", 1]);
});

test("The first and the last years that there are can be drawn.", () => {
  for (const [first, last, from, to] of [
    ["0001-05-06", "0002-12-31", "0001-Q1", "0002-Q4"],
    ["9990-01-01", "9999-12-31", "9990", "9999"],
  ] as const) {
    const { labels } = planSpan([first], last);
    assert.deepEqual([labels[0], labels.at(-1)], [from, to]);
  }
});

test("Each paper counts in its quarter; earlier and undated ones are told apart.", () => {
  const series = countPapers(
    ["2022-12-31", "2023-01-01", "2025-09-30", "2025-10-01", "2025-12-31", undefined, undefined, "1999-05-05"],
    LAST,
  );
  const counts = Object.fromEntries(
    series.bars.filter(({ count }) => count > 0).map(({ label, count }) => [label, count]),
  );
  assert.deepEqual(counts, { "2023-Q1": 1, "2025-Q3": 1, "2025-Q4": 2 });
  assert.deepEqual([series.earlier, series.undated, series.max], [2, 2, 2]);
});

test("A paper of which only the year is known counts in that year and in no quarter.", () => {
  const series = countPapers([...SPREAD, "2025", "2031"], LAST);
  assert.deepEqual([series.yearOnly, series.max], [{ 2025: 1, 2026: 1 }, 1]);
  assert.equal(describeSeries(series), "2023: 1, 2024: 1, 2025: 2, 2026: 2");
});

test("A paper dated after the last day counts in the last bar.", () => {
  assert.deepEqual(countPapers([...SPREAD, "2026-03-10", "2031-01-01"], LAST).bars.at(-1), {
    ...{ label: "2026-Q1", year: "2026", count: 3 },
  });
});

test("Series over one span can be compared, whatever their own papers are.", () => {
  const span = planSpan(SPREAD, LAST);
  const series = countPapers(["2026-01-05"], LAST, span);
  assert.deepEqual([series.bars.length, series.max], [13, 1]);
});

test("Nothing is drawn of no paper, of undated ones, nor of a single month.", () => {
  for (const [published, last] of [
    [[], LAST],
    [[], undefined],
    [[undefined], LAST],
    [[undefined], undefined],
    [["2026-03-02", "2026-03-09"], LAST],
  ] as const) {
    assert.ok(!isDrawn(countPapers(published, last)), JSON.stringify(published));
  }
  assert.ok(isDrawn(countPapers(["2026-02-02"], LAST)));
});
