import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import type { DaySummary } from "../content/day.ts";
import type { EditionData } from "../content/edition.ts";
import { listEditions } from "./edition.ts";

const DAY = "2026-03-09";

function makeListing(changes: Partial<DaySummary> = {}): DaySummary {
  return { date: DAY, source: "Daily Papers", listed: 2, taken: 2, refused: 0, cut: false, ...changes };
}

function makeData(changes: Partial<EditionData> = {}): EditionData {
  return {
    date: DAY,
    title: "Ships",
    curator: "the pilots",
    lead: "2510.00002",
    papers: ["2510.00003", "2510.00002"],
    groups: [],
    ...changes,
  };
}

const FIRST = makePaper({ id: "2510.00001", featured: [DAY], upvotes: 3 });
const SECOND = makePaper({ id: "2510.00002", featured: ["2026-03-08", DAY] });
const THIRD = makePaper({ id: "2510.00003", featured: [DAY], upvotes: 7 });
const FOURTH = makePaper({ id: "2510.00004", featured: [DAY], upvotes: 3 });
const NEVER = makePaper({ id: "2510.00005", featured: [] });
const ALL = [NEVER, FOURTH, THIRD, SECOND, FIRST];

test("A day on which papers were featured has an edition without a file: by upvotes, then by id.", () => {
  const [edition] = listEditions([], ALL, [makeListing()]);
  assert.deepEqual(
    edition?.papers.map(({ record }) => record.id),
    ["2510.00003", "2510.00001", "2510.00004", "2510.00002"],
  );
  assert.equal(edition?.title, "9 March 2026");
  assert.equal(edition?.lead, THIRD);
  assert.equal(edition?.source, "Daily Papers");
  assert.deepEqual([edition?.isCurated, edition?.curator, edition?.groups], [false, undefined, []]);
});

test("Editions come newest first, one a day, and a paper stands in that of each day it was featured.", () => {
  const editions = listEditions([makeData({ date: "2026-03-10" })], ALL, [
    makeListing(),
    makeListing({ date: "2026-03-01", listed: 0, taken: 0 }),
  ]);
  assert.deepEqual(
    editions.map(({ date, papers }) => [date, papers.length]),
    [
      ["2026-03-10", 2],
      ["2026-03-09", 4],
      ["2026-03-08", 1],
      ["2026-03-01", 0],
    ],
  );
});

test("An edition that a person wrote keeps its order, lead and groups, whatever was featured on the day.", () => {
  const groups = [{ title: "Cranes", papers: ["2510.00002"] }];
  const [edition] = listEditions([makeData({ groups, summary: "In short.", source: "a page" })], ALL, [makeListing()]);
  assert.deepEqual(edition, {
    date: DAY,
    title: "Ships",
    summary: "In short.",
    curator: "the pilots",
    source: "a page",
    papers: [THIRD, SECOND],
    lead: SECOND,
    groups: [{ title: "Cranes", papers: [SECOND] }],
    isCurated: true,
    completeness: "complete",
    listings: [makeListing()],
  });
});

test("A day is complete, partial or empty as its listings say.", () => {
  const judge = (papers: typeof ALL, ...listings: DaySummary[]) =>
    listEditions([], papers, listings).find(({ date }) => date === DAY)?.completeness;
  assert.equal(judge(ALL, makeListing()), "complete");
  assert.equal(judge(ALL, makeListing({ listed: 3, refused: 1 })), "partial");
  assert.equal(judge(ALL, makeListing({ cut: true })), "partial");
  assert.equal(judge([], makeListing({ listed: 0, taken: 0 })), "empty");
  assert.equal(judge(ALL), "partial");
});

test("Of a day with two listings both must be complete; one that named nothing does not count.", () => {
  const other = { source: "Reading group" };
  const find = (...listings: DaySummary[]) => listEditions([], ALL, listings)[0];
  assert.equal(find(makeListing(), makeListing(other))?.completeness, "complete");
  assert.equal(find(makeListing(), makeListing({ ...other, cut: true }))?.completeness, "partial");
  assert.equal(find(makeListing(), makeListing({ ...other, listed: 0, taken: 0 }))?.completeness, "complete");
  assert.equal(find(makeListing(), makeListing(other))?.source, "Daily Papers and Reading group");
  assert.equal(find(makeListing(), makeListing())?.source, "Daily Papers");
});

test("An edition with papers is never called empty, though no listing named them.", () => {
  const nothing = makeListing({ listed: 0, taken: 0 });
  assert.equal(listEditions([makeData()], ALL, [nothing])[0]?.completeness, "complete");
  assert.equal(listEditions([], ALL, [nothing])[0]?.completeness, "partial");
});

test("A curator's own list is complete when no listing is known.", () => {
  assert.equal(listEditions([makeData()], ALL, [])[0]?.completeness, "complete");
});

test("Without any content there are no editions.", () => {
  assert.deepEqual(listEditions([], [], []), []);
});
