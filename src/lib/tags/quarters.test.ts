import assert from "node:assert/strict";
import { test } from "node:test";
import { countQuarters, describeYears } from "./quarters.ts";

test("The quarters run from January three years before the last day's year up to its quarter.", () => {
  const labels = countQuarters([], "2026-04-01").quarters.map(({ label }) => label);
  assert.equal(labels.length, 14);
  assert.deepEqual([labels[0], labels.at(-1)], ["2023-Q1", "2026-Q2"]);
});

test("The first and the last years that there are have quarters too.", () => {
  const ends = ["0002-05-06", "9999-12-31"].map((last) =>
    countQuarters([last], last).quarters.map(({ label }) => label),
  );
  assert.deepEqual(
    ends.map((labels) => [labels.length, labels[0], labels.at(-1)]),
    [
      [6, "0001-Q1", "0002-Q2"],
      [16, "9996-Q1", "9999-Q4"],
    ],
  );
});

test("Each paper counts in its quarter; earlier and undated ones are told apart.", () => {
  const series = countQuarters(
    ["2022-12-31", "2023-01-01", "2025-09-30", "2025-10-01", "2025-12-31", undefined, undefined, "1999-05-05"],
    "2026-03-09",
  );
  const counts = Object.fromEntries(
    series.quarters.filter(({ count }) => count > 0).map(({ label, count }) => [label, count]),
  );
  assert.deepEqual(counts, { "2023-Q1": 1, "2025-Q3": 1, "2025-Q4": 2 });
  assert.deepEqual([series.earlier, series.undated, series.max], [2, 2, 2]);
});

test("A paper of which only the year is known counts in that year and in no quarter.", () => {
  const series = countQuarters(["2025", "2025", "2024-12", "2025-02", "2019", "2031"], "2026-03-09");
  assert.deepEqual([series.yearOnly, series.earlier, series.undated, series.max], [{ 2025: 2, 2026: 1 }, 1, 0, 1]);
  assert.equal(describeYears(series), "2023: 0, 2024: 1, 2025: 3, 2026: 1");
});

test("A paper dated after the last day counts in the last quarter.", () => {
  const series = countQuarters(["2026-03-10", "2026-04-01", "2031-01-01"], "2026-03-09");
  assert.deepEqual(series.quarters.at(-1), { label: "2026-Q1", year: "2026", count: 3 });
  assert.equal(series.quarters.length, 13);
});

test("A topic without papers has a greatest count of 0.", () => {
  assert.equal(countQuarters([], "2026-03-09").max, 0);
});

test("In words the quarters are added up to years, those with none among them.", () => {
  const series = countQuarters(["2023-02-01", "2025-01-01", "2025-12-01", undefined], "2026-03-09");
  assert.equal(describeYears(series), "2023: 1, 2024: 0, 2025: 2, 2026: 0");
});
