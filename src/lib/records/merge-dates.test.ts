import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makeRecord as makeSample } from "#scenes/content-samples.ts";
import { factsFrom } from "#scenes/record-samples.ts";
import { SOURCES } from "./facts.ts";
import { mergeFacts } from "./merge.ts";

const TODAY = "2026-11-22";

/** The dates that a paper has after each of some readings of sources, one a day, and what its history tells. */
function readDates(...readings: [source: string, published: string][]): {
  dates: (string | undefined)[];
  told: string[];
} {
  const dates: (string | undefined)[] = [];
  let record = makeSample({ sources: [] });
  delete record.published;
  for (const [index, [name, published]] of readings.entries()) {
    record = mergeFacts(record, factsFrom(name, `2026-03-${String(index + 1).padStart(2, "0")}`, { published }), TODAY);
    dates.push(record.published);
  }
  const told = record.history.map(({ field, from: before, to }) => `${field} ${before} ${to}`);
  return { dates, told };
}

test("A date that says more of the same is taken from anyone and is no news; one that says less from nobody.", () => {
  const { bibtex, arxiv } = SOURCES;
  assert.deepEqual(readDates([bibtex, "2017"], [bibtex, "2017-11"], ["A listing", "2017-11-05"], [bibtex, "2017"]), {
    dates: ["2017", "2017-11", "2017-11-05", "2017-11-05"],
    told: [],
  });
  assert.deepEqual(readDates([arxiv, "2017-06-12"], [bibtex, "2018"], [bibtex, "2017"]), {
    dates: ["2017-06-12", "2017-06-12", "2017-06-12"],
    told: [],
  });
});

test("A date that says otherwise is taken from who owns it, and is told.", () => {
  const { bibtex, arxiv } = SOURCES;
  assert.deepEqual(readDates([bibtex, "2018"], [arxiv, "2017-06-12"]), {
    dates: ["2018", "2017-06-12"],
    told: ["published 2018 2017-06-12"],
  });
  assert.deepEqual(readDates([bibtex, "2018"], ["A listing", "2017-06-12"]), { dates: ["2018", "2018"], told: [] });
});

test("No reading makes a date less precise, in whatever order sources are read.", () => {
  const anyReading = fc.tuple(
    fc.constantFrom("A listing", ...Object.values(SOURCES)),
    fc.constantFrom("2017", "2018", "2017-11", "2017-12", "2018-01", "2017-11-05", "2018-01-09"),
  );
  fc.assert(
    fc.property(fc.array(anyReading, { minLength: 1, maxLength: 6 }), (readings) => {
      const { dates } = readDates(...readings);
      const lengths = dates.map((date = "") => date.length);
      assert.deepEqual(
        lengths,
        lengths.toSorted((a, b) => a - b),
      );
    }),
  );
});
