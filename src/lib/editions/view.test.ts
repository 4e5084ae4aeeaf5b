import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEdition, makeVotedPapers } from "#scenes/edition-samples.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import type { DaySummary } from "../content/day.ts";
import type { Paper } from "../papers/paper.ts";
import { describeCompleteness, listNumbered, viewHead } from "./view.ts";

/** Six papers. */
const PAPERS = [1, 2, 3, 4, 5, 6].map((number) => makePaper({ id: `2510.0000${number}` }));
const numbersOf = (items: { number?: number }[]) => items.map(({ number }) => number);

function makeListing(changes: Partial<DaySummary> = {}): DaySummary {
  return { date: "2026-03-09", source: "Daily Papers", listed: 6, taken: 6, refused: 0, cut: false, ...changes };
}

const VOTED = makeVotedPapers(16);
const showEntry = ({ entry }: Paper) => entry;

test("The head of an edition has its week and month, and nothing that is not known.", () => {
  assert.deepEqual(viewHead(makeEdition(PAPERS)), {
    date: "2026-03-09",
    href: "/editions/2026-03-09/",
    title: "9 March 2026",
    count: 6,
    isCurated: false,
    completeness: "complete",
    isVoted: false,
    listed: "6 papers",
    week: { label: "week 11 of 2026", href: "/editions/2026-W11/" },
    month: { label: "March 2026", href: "/editions/2026-03/" },
  });
  const head = viewHead(makeEdition(PAPERS, { summary: "S.", curator: "the pilots", source: "a page" }));
  assert.deepEqual([head.summary, head.curator, head.source], ["S.", "the pilots", "a page"]);
});

test("An edition at the turn of the year lies in the week of its Thursday.", () => {
  assert.equal(viewHead(makeEdition([], { date: "2027-01-01" })).week.label, "week 53 of 2026");
});

test("Completeness is told as a line, as what was listed and as what is missing.", () => {
  const tell = (changes: Parameters<typeof makeEdition>[1], papers = PAPERS) => {
    const head = viewHead(makeEdition(papers, changes));
    return [describeCompleteness(head), head.listed, head.missing];
  };
  assert.deepEqual(tell({ listings: [makeListing()] }), ["the list is complete", "6 of 6 papers listed", undefined]);
  assert.deepEqual(tell({ completeness: "partial", listings: [makeListing({ listed: 9, refused: 1, cut: true })] }), [
    "the list is partial",
    "6 of 9 papers listed",
    "The source named 9 papers, we have 6. 1 entry could not be read. The source stopped before the end of the day.",
  ]);
  assert.deepEqual(tell({ completeness: "partial" }), [
    "the list is partial",
    "6 papers",
    "What else was listed on this day is not known.",
  ]);
  assert.deepEqual(tell({ completeness: "empty", listings: [makeListing({ listed: 0, taken: 0 })] }, []), [
    "nothing was listed",
    "No papers were listed",
    undefined,
  ]);
});

test("Two listings of a day are added up.", () => {
  const listings = [makeListing({ listed: 7, taken: 6, refused: 1 }), makeListing({ listed: 2, taken: 0, refused: 2 })];
  const { listed, missing } = viewHead(makeEdition(PAPERS, { completeness: "partial", listings }));
  assert.equal(listed, "6 of 9 papers listed");
  assert.equal(missing, "The source named 9 papers, we have 6. 3 entries could not be read.");
});

test("An edition whose listing named nothing still counts its papers.", () => {
  const listings = [makeListing({ listed: 0, taken: 0 })];
  assert.equal(viewHead(makeEdition(PAPERS, { listings })).listed, "6 papers");
  assert.equal(
    viewHead(makeEdition(PAPERS, { listings, completeness: "partial" })).missing,
    "What else was listed on this day is not known.",
  );
});

test("The list of an edition says whose order it has.", () => {
  assert.deepEqual(numbersOf(listNumbered(makeEdition(PAPERS), showEntry).items), [1, 2, 3, 4, 5, 6]);
  assert.equal(listNumbered(makeEdition(PAPERS), showEntry).title, "In order");
  assert.equal(listNumbered(makeEdition(PAPERS, { isCurated: true }), showEntry).title, "In order");
  assert.equal(
    listNumbered(makeEdition(PAPERS, { isCurated: true, source: "a page" }), showEntry).title,
    "In the order of the listing",
  );
});

test("A day that nobody chose from has votes for numbers, and shows the ten first in full.", () => {
  const { items, full, title } = listNumbered(makeEdition(VOTED), showEntry);
  assert.deepEqual([title, full], ["By votes", 10]);
  assert.deepEqual([items[0]?.votes, items[14]?.votes, items[0]?.number], [20, 6, undefined]);
  assert.ok(!("votes" in (items[15] ?? {})), "votes that are not known are not 0");
  assert.equal(viewHead(makeEdition(VOTED)).isVoted, true);
  assert.equal(
    listNumbered(makeEdition(VOTED.slice(0, 12)), showEntry).full,
    undefined,
    "two lines would save nothing",
  );
});

test("A curated edition has its numbers and all of it in full, whatever votes its papers have.", () => {
  const { items, full } = listNumbered(makeEdition(VOTED, { isCurated: true }), showEntry);
  assert.deepEqual([full, items[0]?.number, items[0]?.votes], [undefined, 1, undefined]);
});
