import assert from "node:assert/strict";
import { test } from "node:test";
import { readRetryAfter } from "./retry-after.ts";

const NOW = Date.parse("2031-03-04T10:00:00Z");

test("A number of seconds and a date are read; a date that has passed asks for no wait; anything else says nothing.", () => {
  const cases: [string | undefined, number | undefined][] = [
    ["120", 120_000],
    [" 0 ", 0],
    ["Tue, 04 Mar 2031 10:02:00 GMT", 120_000],
    ["Tue, 04 Mar 2031 09:00:00 GMT", 0],
    ["-5", undefined],
    ["soon", undefined],
    ["1e9", undefined],
    ["2031-03-04", undefined],
    ["99999999999999999999", undefined],
    ["", undefined],
    [undefined, undefined],
  ];
  for (const [header, expected] of cases) assert.equal(readRetryAfter(header, NOW), expected, String(header));
});
