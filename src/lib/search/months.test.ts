import assert from "node:assert/strict";
import { test } from "node:test";
import { describeSpan, explainTypedMonth, isSpanned, isWithinSpan, parseTypedMonth, readMonthSpan } from "./months.ts";

test("a month is read however it is written, and a year alone is its first month or its last", () => {
  const numbers = ["2024-03", "2024-3", "2024/3", " 2024 / 03 ", "2024.03", "2024 3", "2024–03", "3/2024", "03.2024"];
  const others = ["03-2024", "3 2024", "3/24", "03.24"];
  const named = ["March 2024", "march 2024", "MAR 2024", "Mar. 2024", "Mar 24", "Mar ’24", "Mar '24", "2024 March"];
  for (const text of [...numbers, ...others, ...named, "March, 2024", "2024, Mar.", "March-2024", "mar  24"]) {
    assert.equal(parseTypedMonth(text, "from"), "2024-03", text);
  }
  for (const text of ["Sep 2025", "Sept. 2025", "September 25", "2025 sept"]) {
    assert.equal(parseTypedMonth(text, "to"), "2025-09", text);
  }
  assert.equal(parseTypedMonth("June 2025", "to"), "2025-06");
  assert.equal(parseTypedMonth("Jul 99", "to"), "1999-07");
  assert.equal(parseTypedMonth("2024", "from"), "2024-01");
  assert.equal(parseTypedMonth("2024", "to"), "2024-12");
});

test("what is no month means nothing", () => {
  for (const text of [
    "",
    "2024-13",
    "2024-0",
    "24-03",
    "0002-03",
    "2024-03-09",
    "March",
    "20240",
    "Ma 2024",
    "Mai 2024",
  ]) {
    assert.equal(parseTypedMonth(text, "from"), undefined, text);
  }
});

test("what is wrong with a month is told in a sentence", () => {
  for (const text of ["", " ", "2024", "Jun 25"]) assert.equal(explainTypedMonth(text), "", text);
  assert.equal(explainTypedMonth(" soon "), "“soon” is no month. Write it as 2025-06, June 2025 or 2025.");
  assert.equal(explainTypedMonth("13/2024"), "There is no month 13. Write it as 2025-06, June 2025 or 2025.");
  assert.equal(explainTypedMonth("2024-0"), "There is no month 0. Write it as 2025-06, June 2025 or 2025.");
});

test("a span the wrong way round is exchanged, with years whole", () => {
  assert.deepEqual(readMonthSpan("2025-01", "2024-03"), { from: "2024-03", to: "2025-01" });
  assert.deepEqual(readMonthSpan("2025", "2024"), { from: "2024-01", to: "2025-12" });
  assert.deepEqual(readMonthSpan("2024-03", "2024"), { from: "2024-03", to: "2024-12" });
  assert.deepEqual(readMonthSpan("2024", "2024"), { from: "2024-01", to: "2024-12" });
});

test("an end that means nothing is open", () => {
  assert.deepEqual(readMonthSpan("soon", "2024"), { to: "2024-12" });
  assert.deepEqual(readMonthSpan("", ""), {});
  assert.equal(isSpanned({}), false);
  assert.equal(isSpanned({ to: "2024-12" }), true);
});

test("both ends belong to a span, and what has no date belongs to none", () => {
  const span = { from: "2024-03", to: "2025-01" };
  const dates = ["2024-02-29", "2024-03-01", "2025-01-31", "2025-02-01", undefined];
  assert.deepEqual(
    dates.map((date) => isWithinSpan(date, span)),
    [false, true, true, false, false],
  );
  assert.equal(isWithinSpan("1999-01-01", { to: "2024-12" }), true);
  assert.equal(isWithinSpan("2030-01-01", { from: "2024-12" }), true);
});

test("a span is said in words", () => {
  assert.equal(describeSpan({ from: "2024-03", to: "2025-01" }), "from March 2024 to January 2025");
  assert.equal(describeSpan({ from: "2024-03" }), "from March 2024");
  assert.equal(describeSpan({ to: "2025-01" }), "up to January 2025");
  assert.equal(describeSpan({ from: "2024-03", to: "2024-03" }), "of March 2024");
});
