import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  agreesWith,
  dayOfYear,
  daysBetween,
  firstDayOf,
  formatDate,
  formatDateShort,
  formatDay,
  formatDayLong,
  formatDayShort,
  formatMonth,
  formatMonthShort,
  formatVolume,
  formatWeek,
  isDay,
  isPartialDate,
  lastDayOf,
  listQuarters,
  monthOf,
  quarterOf,
  toDate,
  toDay,
  weekOf,
} from "./dates.ts";

/** Any day from 1900 to 2099. */
const anyDay = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2099-12-31T23:59:59Z"), noInvalidDate: true })
  .map(toDay);

test("Only days that exist, written in full, are days.", () => {
  for (const text of ["2026-03-09", "2024-02-29", "2000-02-29", "1999-12-31"]) assert.equal(isDay(text), true, text);
  for (const text of [
    "2026-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-3-9",
    "20260309",
    "2026-03-09T00:00:00Z",
    " 2026-03-09",
    "2026-W11",
    "0000-01-01",
    "",
  ]) {
    assert.equal(isDay(text), false, text);
  }
});

test("A day survives being made an instant and back.", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      assert.equal(toDay(toDate(day)), day);
      assert.equal(isDay(day), true);
    }),
  );
});

test("An instant belongs to its day in UTC.", () => {
  assert.equal(toDay(new Date("2026-03-09T23:59:59.999Z")), "2026-03-09");
  assert.equal(toDay(new Date("2026-03-10T00:30:00+02:00")), "2026-03-09");
});

test("Days, months and weeks are written for readers.", () => {
  assert.equal(formatDay("2026-03-09"), "9 March 2026");
  assert.equal(formatDayShort("2025-12-31"), "31 Dec 2025");
  assert.equal(formatDayLong("2026-03-09"), "Monday, 9 March 2026");
  assert.equal(formatDayLong("2026-03-08"), "Sunday, 8 March 2026");
  assert.equal(formatMonth("2026-01"), "January 2026");
  assert.equal(formatMonthShort("2026-09"), "Sep 2026");
  assert.equal(formatWeek("2026-W01"), "week 1 of 2026");
});

/** Days near the turn of years, with the ISO 8601 week they lie in. */
const WEEKS: { [day: string]: string } = {
  "2026-03-09": "2026-W11",
  "2026-01-01": "2026-W01",
  "2025-12-28": "2025-W52",
  "2025-12-29": "2026-W01",
  "2024-12-30": "2025-W01",
  "2024-12-29": "2024-W52",
  "2020-12-28": "2020-W53",
  "2021-01-03": "2020-W53",
  "2021-01-04": "2021-W01",
  "2016-01-03": "2015-W53",
  "2027-01-01": "2026-W53",
  "2023-01-01": "2022-W52",
};

test("Weeks follow ISO 8601 at the turn of the year.", () => {
  assert.equal(weekOf("0001-01-01"), "0001-W01");
  for (const [day, week] of Object.entries(WEEKS)) assert.equal(weekOf(day), week, day);
});

test("A week is seven days from Monday to Sunday.", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const next = toDay(new Date(Date.parse(day) + 86_400_000));
      assert.equal(weekOf(day) !== weekOf(next), formatDayLong(next).startsWith("Monday"), day);
    }),
  );
});

test("Weeks are ordered as their days are.", () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [first, second] = [a, b].sort();
      assert.ok(weekOf(first ?? "") <= weekOf(second ?? ""));
    }),
  );
});

test("Days between two days add up, forwards and backwards.", () => {
  assert.equal(daysBetween("2026-03-09", "2026-03-09"), 0);
  assert.equal(daysBetween("2024-02-28", "2024-03-01"), 2);
  assert.equal(daysBetween("2026-03-09", "2025-03-09"), -365);
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
      assert.equal(daysBetween(a, b) + daysBetween(b, c), daysBetween(a, c));
    }),
  );
});

test("The day of the year runs from 1 to 365 or 366.", () => {
  assert.equal(dayOfYear("2026-01-01"), 1);
  assert.equal(dayOfYear("2026-12-31"), 365);
  assert.equal(dayOfYear("2024-12-31"), 366);
  assert.equal(formatVolume("2026-03-09"), "Vol. 2026, Day 68");
});

test("Months and quarters are parts of the year.", () => {
  assert.equal(monthOf("2026-03-09"), "2026-03");
  assert.deepEqual(["2026-01", "2026-03", "2026-04", "2026-12"].map(quarterOf), [
    "2026-Q1",
    "2026-Q1",
    "2026-Q2",
    "2026-Q4",
  ]);
  assert.deepEqual(listQuarters("2024-Q3", "2025-Q2"), ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]);
  assert.deepEqual(listQuarters("2025-Q2", "2025-Q2"), ["2025-Q2"]);
  assert.deepEqual(listQuarters("2025-Q3", "2025-Q2"), []);
});

/** Any year, month or day. */
const anyDate = fc
  .tuple(anyDay, fc.constantFrom("YYYY", "YYYY-MM", "YYYY-MM-DD"))
  .map(([day, form]) => day.slice(0, form.length));

test("Only years, months and days that exist are dates.", () => {
  for (const text of ["2017", "2017-11", "2017-11-30", "0001"]) assert.equal(isPartialDate(text), true, text);
  for (const text of [
    "0000",
    "17",
    "2017-13",
    "2017-00",
    "2017-1",
    "2017-",
    "2017-02-30",
    "2017-11-30-01",
    "2017-W11",
    "",
  ])
    assert.equal(isPartialDate(text), false, text);
});

test("A date is written as precisely as it is known.", () => {
  assert.deepEqual(["2017", "2017-11", "2026-03-09"].map(formatDate), ["2017", "November 2017", "9 March 2026"]);
  assert.deepEqual(["2017", "2017-11", "2026-03-09"].map(formatDateShort), ["2017", "Nov 2017", "9 Mar 2026"]);
});

test("A year and a month run from their first day to their last.", () => {
  assert.deepEqual(["2017", "2017-11", "2017-11-05"].map(firstDayOf), ["2017-01-01", "2017-11-01", "2017-11-05"]);
  assert.deepEqual(["2017", "2024-02", "2017-12", "0050-02", "2017-11-05"].map(lastDayOf), [
    "2017-12-31",
    "2024-02-29",
    "2017-12-31",
    "0050-02-28",
    "2017-11-05",
  ]);
  fc.assert(
    fc.property(anyDay, (day) => {
      for (const period of [day, day.slice(0, 7), day.slice(0, 4)]) {
        assert.ok(firstDayOf(period) <= day && day <= lastDayOf(period) && agreesWith(day, period), period);
      }
    }),
  );
});

test("Dates have one order, in which each stands where its period begins.", () => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
      assert.equal(a < b, firstDayOf(a) < firstDayOf(b) || (firstDayOf(a) === firstDayOf(b) && a.length < b.length));
      assert.equal(Number(a < b) + Number(b < a) + Number(a === b), 1);
      assert.ok(!(a < b && b < c) || a < c);
      assert.equal(
        agreesWith(a, b),
        a >= b && firstDayOf(b) <= firstDayOf(a) && lastDayOf(a) <= lastDayOf(b),
        `${a} ${b}`,
      );
    }),
  );
});
