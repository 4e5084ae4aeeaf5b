import assert from "node:assert/strict";
import { test } from "node:test";
import { printSample } from "#scenes/checked-sample.ts";
import { makeRecord, writeRecords } from "#scenes/content-samples.ts";

test("A paper with two records is told with the place of the first.", () => {
  assert.equal(
    printSample({ "papers/2025-10.jsonl": writeRecords({}, {}) }),
    `papers/2025-10.jsonl:2  id: this paper has a record already
    found:   2510.00001
    allowed: each once; it stands first in papers/2025-10.jsonl:1
    mend:    keep one of the lines`,
  );
});

test("Two ids that would share an address are told.", () => {
  assert.equal(
    printSample({ "papers/undated.jsonl": writeRecords({ id: "doi:10.1000/ab_c" }, { id: "doi:10.1000/ab/c" }) }),
    `papers/undated.jsonl:2  id: two ids would share one address
    found:   doi:10.1000/ab/c
    allowed: each once; it stands first in papers/undated.jsonl:1
    mend:    give the later paper another id`,
  );
});

test("A record in the file of another month is told; one without arXiv id may stand in any month.", () => {
  assert.equal(
    printSample({ "papers/2025-11.jsonl": writeRecords({ id: "2510.00002" }, { id: "doi:10.1000/x" }) }),
    `papers/2025-11.jsonl:1  id: this record stands in the file of another month
    found:   2510.00002
    allowed: papers/2025-10.jsonl
    mend:    move the line there`,
  );
});

test("A file of records is named after a month or a year, or undated.", () => {
  assert.equal(printSample({ "papers/2017.jsonl": writeRecords({ id: "acl:x", published: "2017" }) }), "");
  assert.equal(
    printSample({ "papers/2025-13.jsonl": writeRecords({ id: "acl:x" }) }),
    `papers/2025-13.jsonl  this file is not named after a month or a year
    found:   2025-13.jsonl
    allowed: YYYY-MM.jsonl, YYYY.jsonl, or undated.jsonl
    mend:    rename it, or move its lines to the files of their months`,
  );
});

test("Days out of order, or doubled, are told with their order.", () => {
  assert.equal(
    printSample({ "papers/2025-10.jsonl": writeRecords({ featured: ["2026-03-09", "2026-03-08", "2026-03-09"] }) }),
    `papers/2025-10.jsonl:1  featured: these days are not in order, or one stands twice
    found:   2026-03-09, 2026-03-08, 2026-03-09
    allowed: 2026-03-08, 2026-03-09`,
  );
});

test("Records over several lines, or in a list, are told once.", () => {
  for (const text of [JSON.stringify(makeRecord(), null, 2), JSON.stringify([makeRecord()], null, 1)]) {
    assert.equal(
      printSample({ "papers/2025-10.jsonl": `\n${text}\n` }),
      `papers/2025-10.jsonl:2  this is not JSON Lines
    found:   ${JSON.stringify(text.split("\n")[0])}
    allowed: one JSON object on one line
    mend:    write each object on a line of its own, without a list around them`,
    );
  }
});
