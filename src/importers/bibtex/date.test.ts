import assert from "node:assert/strict";
import { test } from "node:test";
import { readPublished } from "./date.ts";
import { parseBibtex } from "./parse.ts";

/** What an entry with these fields, as they stand in a file, says. */
function read(fields: string): string | undefined {
  const [entry] = parseBibtex(`@article{key, ${fields}}`).entries;
  return readPublished(entry?.fields ?? assert.fail(fields));
}

test("A date is as precise as the entry has it: a year, a month or a day.", () => {
  for (const [fields, date] of [
    ["year = 2017", "2017"],
    ["year = {{2017}}", "2017"],
    ["year = {in press, 2017}", "2017"],
    ["year = {2017}, month = nov", "2017-11"],
    ["year = {2017}, month = {7}", "2017-07"],
    ["year = {2017}, month = {Sept.}", "2017-09"],
    ["year = {2017}, month = SEPT", "2017-09"],
    ['year = {2017}, month = {M\\"arz}', "2017-03"],
    ["year = {2017}, month = {juin}", "2017-06"],
    ["year = {2017}, month = {juillet}", "2017-07"],
    ["year = {2017}, month = {junio}", "2017-06"],
    ["year = {2017}, month = {junho}", "2017-06"],
    ["year = {2017}, month = {giugno}", "2017-06"],
    ["year = {2017}, month = {spring}", "2017"],
    ["year = {2017}, month = {13}", "2017"],
    ["year = {March 2017}", "2017-03"],
    ["date = {2017}, year = {2017}, month = nov", "2017-11"],
    ["date = {2017}, year = {2018}, month = nov", "2017"],
    ["year = {2017}, month = {March}, day = 4", "2017-03-04"],
    ["year = {2017}, month = {03}, day = {04}", "2017-03-04"],
    ['year = {2017}, month = jul # "~3"', "2017-07-03"],
    ['year = {2017}, month = "10~" # dec', "2017-12-10"],
    ["year = {2017}, month = {2}, day = {30}", "2017-02"],
    ["date = {2017}", "2017"],
    ["date = {2017-03}", "2017-03"],
    ["date = {2017-03-04}", "2017-03-04"],
    ["date = {2017-03-04T10:00:00Z}", "2017-03-04"],
    ["date = {2017-03~}", "2017-03"],
    ["date = {2017-21}", "2017"],
    ["date = {4 March 2017}", "2017-03-04"],
    ["date = {forthcoming}, year = {2017}", "2017"],
  ] as const) {
    assert.equal(read(fields), date, fields);
  }
});

test("Of a span it is the month or the year in which that begins, never its first day.", () => {
  for (const [fields, date] of [
    ["year = 2017, month = {23--29 Jul}", "2017-07"],
    ["year = 2017, month = {30 Apr--3 May}", "2017-04"],
    ['year = 2017, month = jul # "/" # aug', "2017-07"],
    ["year = {2017/2018}", "2017"],
    ["year = {2017/18}", "2017"],
    ["date = {2020/2021}", "2020"],
    ["date = {2031-03-04/2031-03-09}", "2031-03"],
    ["date = {2031-03/..}", "2031-03"],
  ] as const) {
    assert.equal(read(fields), date, fields);
  }
});

test("Without a year there is no date, and none is made of other fields.", () => {
  for (const fields of [
    "month = nov",
    "year = {to appear}",
    "date = {20XX}",
    "year = {0000}",
    "booktitle = {Map 2010}",
  ]) {
    assert.equal(read(fields), undefined, fields);
  }
});
