import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addRun,
  COMPARISON_COLUMNS,
  type Contestant,
  compareRuns,
  findMedian,
  formatComparison,
  listComparisonRows,
  orderRound,
  startContestant,
} from "./comparison.ts";

const contestants = [
  { name: "Offprint", runs: [30, 10, 20], unfinished: 0, pages: 20_900, bytes: 262_000_000, peakMB: 1200 },
  { name: "Hugo 0.111.3", runs: [11, 9, 10], unfinished: 0, pages: 20_850, bytes: 180_000_000 },
];

test("The median is the middle value, or the mean of the two in the middle; of nothing there is none.", () => {
  assert.equal(findMedian([3, 1, 2]), 2);
  assert.equal(findMedian([4, 1, 2, 3]), 2.5);
  assert.throws(() => findMedian([]), RangeError);
});

test("The ratio is our median divided by theirs.", () => {
  const standings = compareRuns(contestants).map(({ seconds, ratio }) => ({ seconds, ratio }));
  assert.deepEqual(standings, [
    { seconds: 20, ratio: 1 },
    { seconds: 10, ratio: 2 },
  ]);
});

test("Whoever was broken off in most runs takes longer than the median says; in fewer, the median is a whole run's.", () => {
  const [own, other] = contestants;
  const slow = { ...other, runs: [400, 400, 390], unfinished: 2 };
  const listRow = (contestant: object) =>
    listComparisonRows(compareRuns([{ ...own, runs: [20.4] }, contestant] as Contestant[]), 50_000)[1]?.slice(2, 6);
  assert.deepEqual(listRow(slow), ["over 400.0 s", "under 0.06", "–", "20,850"]);
  const never = { ...slow, runs: [400, 400], pages: 9000 };
  assert.deepEqual(listRow(never), ["over 400.0 s", "under 0.06", "–", "9,000 by then"]);
  const once = { ...slow, runs: [400, 380, 390], unfinished: 1 };
  assert.deepEqual(listRow(once), ["390.0 s", "0.05", "–", "20,850"]);
});

test("Of the sites that were made a whole one counts, and the most memory of all runs.", () => {
  const whole = { seconds: 390.004, peakMemory: 3e9, isUnfinished: false };
  const part = { seconds: 400, peakMemory: 5e9, isUnfinished: true };
  const sites = { whole: { pages: 20, bytes: 200 }, part: { pages: 7, bytes: 70 } };
  const first = addRun(startContestant("Eleventy"), part, sites.part);
  assert.deepEqual(first, { name: "Eleventy", runs: [400], unfinished: 1, pages: 7, bytes: 70, peakMB: 5000 });
  const second = addRun(first, whole, sites.whole);
  assert.deepEqual(second, { ...first, runs: [400, 390], ...sites.whole });
  assert.deepEqual(addRun(second, part, sites.part), { ...second, runs: [400, 390, 400], unfinished: 2 });
  assert.deepEqual(addRun(startContestant("Hugo"), { ...whole, peakMemory: undefined }, sites.whole).peakMB, undefined);
});

test("Every second round goes backwards, and the list itself stays as it is.", () => {
  const items = ["a", "b", "c"];
  assert.deepEqual(orderRound(items, 0), ["a", "b", "c"]);
  assert.deepEqual(orderRound(items, 1), ["c", "b", "a"]);
  assert.deepEqual(orderRound(items, 2), ["a", "b", "c"]);
  assert.deepEqual(items, ["a", "b", "c"]);
});

test("People see medians, ratios, pages and bytes of all, and each run.", () => {
  assert.equal(
    formatComparison(compareRuns(contestants), 10_000),
    `The HTML of 10,000 invented papers, from nothing

                median  ours ÷ theirs    memory   pages      HTML            runs
  Offprint      20.0 s           1.00  1,200 MB  20,900  262.0 MB  30.0 10.0 20.0
  Hugo 0.111.3  10.0 s           2.00         –  20,850  180.0 MB   11.0 9.0 10.0`,
  );
});

test("Each is a row of the table, with a cell for each column.", () => {
  for (const row of listComparisonRows(compareRuns(contestants), 10_000)) {
    assert.equal(row.length, COMPARISON_COLUMNS.length);
    assert.equal(row[0], "10,000");
  }
});
