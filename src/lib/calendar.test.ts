import assert from "node:assert/strict";
import { test } from "node:test";
import { findFullestDay, makeMonthCalendar, makeWeekCalendar, weekdayOf } from "./calendar.ts";

test("A month's rows begin on Monday, and its days are all there.", () => {
  const rows = makeMonthCalendar("2026-07", new Map([["2026-07-21", { count: 24, href: "/21/" }]]));
  assert.deepEqual(
    rows.map((row) => [row[0]?.date, row.length]),
    [
      ["2026-07-01", 5],
      ["2026-07-06", 7],
      ["2026-07-13", 7],
      ["2026-07-20", 7],
      ["2026-07-27", 5],
    ],
  );
  assert.deepEqual(rows[3]?.slice(0, 2), [{ date: "2026-07-20" }, { date: "2026-07-21", count: 24, href: "/21/" }]);
  assert.equal(findFullestDay(rows), 24);
  assert.equal(findFullestDay(makeMonthCalendar("2024-02", new Map())), 4);
  assert.equal(makeMonthCalendar("2024-02", new Map()).flat().length, 29);
});

test("A week goes from Monday to Sunday, whichever of its days is named, over the turn of a year too.", () => {
  for (const day of ["2025-12-29", "2026-01-01", "2026-01-04"]) {
    const [row = [], ...others] = makeWeekCalendar(day, new Map());
    assert.deepEqual([row[0]?.date, row.at(-1)?.date, row.length, others], ["2025-12-29", "2026-01-04", 7, []]);
  }
  assert.deepEqual(["2026-07-20", "2026-07-26"].map(weekdayOf), [0, 6]);
});

test("The last week and month that a date can have end, and have no day behind them.", () => {
  assert.equal(makeMonthCalendar("9999-12", new Map()).flat().length, 31);
  const [row = []] = makeWeekCalendar("9999-12-31", new Map());
  assert.deepEqual([row[0]?.date, row.at(-1)?.date], ["9999-12-27", "9999-12-31"]);
});
