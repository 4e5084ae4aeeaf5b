import assert from "node:assert/strict";
import { test } from "node:test";
import { factsFrom, readAt } from "#scenes/record-samples.ts";
import type { PaperRecord } from "../content/record.ts";
import { type Facts, SOURCES } from "./facts.ts";
import { mergeFacts } from "./merge.ts";

const TODAY = "2026-11-22";

test("A new title, version, venue and a withdrawal go into the history, with day, source and both values.", () => {
  const record = readAt(SOURCES.arxiv, "2026-03-09", { title: "Ships", version: 1 });
  const second = mergeFacts(
    record,
    factsFrom(SOURCES.arxiv, "2026-04-01", { title: "Ships, Again", version: 2, withdrawn: true }),
    TODAY,
  );
  assert.deepEqual(second.history, [
    { date: "2026-04-01", source: "arXiv", field: "title", from: "Ships", to: "Ships, Again" },
    { date: "2026-04-01", source: "arXiv", field: "withdrawn", to: "true" },
    { date: "2026-04-01", source: "arXiv", field: "version", from: "1", to: "2" },
  ]);
  const third = mergeFacts(second, factsFrom(SOURCES.bibtex, "2026-05-01", { venue: "Ports 2026" }), TODAY);
  assert.deepEqual(third.history.at(-1), {
    date: "2026-05-01",
    source: "BibTeX",
    field: "venue",
    to: "Ports 2026",
  });
  const back = mergeFacts(
    third,
    factsFrom(SOURCES.arxiv, "2026-06-01", { title: "Ships, Again", withdrawn: false }),
    TODAY,
  );
  assert.equal("withdrawn" in back, false);
  assert.deepEqual(back.history.at(-1), {
    date: "2026-06-01",
    source: "arXiv",
    field: "withdrawn",
    from: "true",
  });
});

/** What a record's history says after arXiv gave it other facts, in the words of `from` and `to`. */
function tell(before: Partial<PaperRecord>, after: Partial<Facts>, retrieved = "2026-04-01"): string[] {
  const record = mergeFacts(
    readAt(SOURCES.arxiv, "2026-03-09", before),
    factsFrom(SOURCES.arxiv, retrieved, after),
    TODAY,
  );
  return record.history.map(({ field, from: old, to }) => `${field}: ${old ?? "-"} > ${to ?? "-"}`);
}

test("Of authors the history names those who are new, gone, spelt otherwise, or in another place, and no others.", () => {
  const authors = ["Ada Quay", "Ben Pier", "Cy Dock"];
  const cases: [after: string[], told: string[]][] = [
    [authors, []],
    [[...authors, "Di Buoy"], ["authors: - > Di Buoy"]],
    [["Ada Quay", "Cy Dock"], ["authors: Ben Pier > -"]],
    [["Ada Quay", "Benjamin Pier", "Cy Dock"], ["authors: Ben Pier > Benjamin Pier"]],
    [["Cy Dock", "Ada Quay", "Ben Pier"], ["authors: Ada Quay; Ben Pier; Cy Dock > Cy Dock; Ada Quay; Ben Pier"]],
    [["Ada Quay", "Cy Dock", "Ben Pier"], ["authors: Ben Pier; Cy Dock > Cy Dock; Ben Pier"]],
    [["Ada Quay", "Ada Quay", "Ben Pier", "Cy Dock"], ["authors: - > Ada Quay"]],
    [["Di Buoy", "Cy Dock"], ["authors: Ada Quay; Ben Pier > Di Buoy"]],
  ];
  for (const [after, told] of cases) assert.deepEqual(tell({ authors }, { authors: after }), told, after.join());
  assert.deepEqual(tell({ authors: [] }, { authors }), [], "names that were not known are no change");
  const listed = readAt("listing", "2026-03-09", { authors: ["Ádá Quay", "Ben Pier"] });
  const byArxiv = (names: string[]) =>
    mergeFacts(listed, factsFrom(SOURCES.arxiv, "2026-04-01", { authors: names }), TODAY).history.length;
  assert.equal(byArxiv(["Ada Quay", "Ben Pier"]), 0, "a better source only spells them otherwise");
  assert.equal(byArxiv(["Ada Quay", "Cy Dock"]), 1);
});

test("That the abstract changed is told without its text, and not when only its lines are broken otherwise.", () => {
  const abstract = "Ships wait, 3 in 4.";
  assert.deepEqual(tell({ abstract }, { abstract: "Ships wait, 2 in 4." }), ["abstract: - > -"]);
  assert.deepEqual(tell({ abstract }, { abstract: "Ships  wait,\n3 in 4." }), []);
  assert.deepEqual(tell({}, { abstract }), []);
});

test("A version that follows on the same day is news; two readings of one version contradict each other.", () => {
  const before = { title: "Ships", version: 1 };
  const again = { title: "Ships, Again" };
  assert.deepEqual(tell(before, { ...again, version: 2 }, "2026-03-09"), [
    "title: Ships > Ships, Again",
    "version: 1 > 2",
  ]);
  assert.deepEqual(tell(before, { ...again, version: 1 }, "2026-03-09"), []);
  const voted = readAt(SOURCES.huggingFace, "2026-03-09");
  const twice = factsFrom(SOURCES.huggingFace, "2026-03-09", { title: "Ships", authors: ["Ada Quay"] });
  assert.deepEqual(mergeFacts(voted, twice, TODAY).history, [], "nor of a source that owns neither");
});

test("What is only spelt otherwise by a better source, or heard of for the first time, is no news.", () => {
  const record = readAt(SOURCES.huggingFace, "2026-03-09", { title: "Harbour - Sorting Ships with 3 cranes" });
  const merged = mergeFacts(record, factsFrom(SOURCES.arxiv, "2026-04-01", { version: 2, upvotes: 1 }), TODAY);
  assert.equal(merged.title, "Harbour: Sorting Ships with 3 Cranes");
  assert.deepEqual(merged.history, []);
});
