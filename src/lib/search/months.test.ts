import assert from "node:assert/strict";
import { test } from "node:test";
import { describeSpan, isSpanned, isWithinSpan, parseTypedMonth, readMonthSpan } from "./months.ts";

test("a month is read however it is written, and a year alone is its first month or its last", () => {
  for (const text of ["2024-03", "2024-3", "2024/3", " 2024 / 03 ", "2024.03", "2024 3", "2024–03"]) {
    assert.equal(parseTypedMonth(text, "from"), "2024-03", text);
  }
  assert.equal(parseTypedMonth("2024", "from"), "2024-01");
  assert.equal(parseTypedMonth("2024", "to"), "2024-12");
});

test("what is no month means nothing", () => {
  for (const text of ["", "2024-13", "2024-0", "24-03", "0002-03", "2024-03-09", "March", "20240"]) {
    assert.equal(parseTypedMonth(text, "from"), undefined, text);
  }
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
