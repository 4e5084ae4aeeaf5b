import assert from "node:assert/strict";
import { test } from "node:test";
import { readJournalRef, readVenue } from "./publication.ts";

test("A venue is what accepted the paper, not a server of preprints nor a hope.", () => {
  assert.equal(readVenue({ journaltitle: "J. {Inv}." }), "J. Inv.");
  assert.equal(readVenue({ booktitle: "Proc. of Nowhere" }), "Proc. of Nowhere");
  assert.equal(readVenue({ journal: "CoRR", booktitle: "Proc. of Nowhere" }), "Proc. of Nowhere");
  for (const journal of [
    "arXiv preprint arXiv:3101.00007",
    "ArXiv e-prints",
    "CoRR",
    "bioRxiv",
    "Submitted to Nowhere 2031",
    "\\apjl",
    "",
  ]) {
    assert.equal(readVenue({ journal }), undefined, journal);
    assert.equal(readJournalRef({ journal, year: "2031" }), undefined, journal);
  }
});

test("A reference is made of what there is.", () => {
  const journal = "J. Inv.";
  for (const [fields, reference] of [
    [{ volume: "7", number: "2", pages: "1--9", year: "2031" }, "J. Inv. 7(2):1–9, 2031"],
    [{ volume: "7", pages: "1-9, 12", date: "2031-03" }, "J. Inv. 7:1–9, 12, 2031"],
    [{ pages: "e12", year: "2031" }, "J. Inv., pages e12, 2031"],
    [{ number: "2", year: "March 2031" }, "J. Inv. (2), 2031"],
    [{ year: "to appear" }, "J. Inv."],
  ] as const) {
    assert.equal(readJournalRef({ journal, ...fields }), reference);
  }
});
