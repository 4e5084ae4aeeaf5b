import assert from "node:assert/strict";
import { test } from "node:test";
import { findDate, isDateFromId, periodOf } from "./paper-date.ts";

test("An arXiv id tells the month where sources name none and no earlier year.", () => {
  for (const [id, published, date, isFromId] of [
    ["2307.00001", undefined, "2023-07", true],
    ["2307.00001", "2023", "2023-07", true],
    ["2307.00001", "2023-07", "2023-07", false],
    ["2307.00001", "2023-08", "2023-08", false],
    ["2307.00001", "2023-07-05", "2023-07-05", false],
    ["2307.00001", "2024", "2023-07", true],
    ["2307.00001", "2019", "2019", false],
    ["hep-th/9901001", undefined, "1999-01", true],
    ["doi:10.5555/a", "2017", "2017", false],
    ["doi:10.5555/a", undefined, undefined, false],
  ] as const) {
    const record = { id, ...(published === undefined ? {} : { published }) };
    assert.deepEqual([findDate(record), isDateFromId(record)], [date, isFromId], `${id} ${published}`);
  }
});

test("A paper stands on the page of its month, else of its year, else with the undated.", () => {
  assert.equal(periodOf({ id: "doi:10.5555/a", published: "2017-11-02" }), "2017-11");
  assert.equal(periodOf({ id: "doi:10.5555/a", published: "2017" }), "2017");
  assert.equal(periodOf({ id: "2307.00001", published: "2023" }), "2023-07");
  assert.equal(periodOf({ id: "doi:10.5555/a" }), "undated");
});
