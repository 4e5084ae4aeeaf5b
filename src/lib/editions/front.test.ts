import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEdition, makeVotedPapers } from "#scenes/edition-samples.ts";
import { makeDigest, makePaper } from "#scenes/paper-samples.ts";
import { viewFront, viewNewest } from "./front.ts";

/** Six papers; the second, third and fifth have a number to show. */
const PAPERS = [1, 2, 3, 4, 5, 6].map((number) => {
  const digest = makeDigest([2, 3, 5].includes(number) ? {} : { results: [], headline: undefined });
  return makePaper({ id: `2510.0000${number}` }, { digest });
});
const pick = (...numbers: number[]) => numbers.flatMap((number) => PAPERS[number - 1] ?? []);
const numbersOf = (items: { number?: number }[]) => items.map(({ number }) => number);
const idsOf = (items: { entry: { id: string } }[]) => items.map(({ entry }) => Number(entry.id.slice(-1)));

test("On the front page three with a number follow the lead, and the others keep their numbers.", () => {
  const front = viewFront(makeEdition(PAPERS));
  assert.equal(front.lead?.entry.id, "2510.00001");
  assert.deepEqual(idsOf(front.seconds), [2, 3, 5]);
  assert.deepEqual(
    front.groups.map(({ title, items }) => [title, numbersOf(items)]),
    [["9 March 2026", [4, 6]]],
  );
  assert.equal(front.othersCount, 2);
});

test("Where fewer than three have a number, the three next in order follow the lead.", () => {
  const front = viewFront(makeEdition(pick(2, 1, 3, 4, 6)));
  assert.deepEqual(idsOf(front.seconds), [1, 3, 4]);
  assert.deepEqual(
    front.groups.flatMap(({ items }) => numbersOf(items)),
    [5],
  );
});

test("Groups keep their own order; what stands in none comes last, and a group that is all above is left out.", () => {
  const groups = [
    { title: "Cranes", papers: pick(6, 2, 4) },
    { title: "Above", papers: pick(1, 3) },
  ];
  const papers = [...PAPERS, makePaper({ id: "2510.00007" })];
  const front = viewFront(makeEdition(papers, { groups }));
  assert.deepEqual(
    front.groups.map(({ title, items }) => [title, numbersOf(items)]),
    [
      ["Cranes", [6, 4]],
      ["Also listed", [7]],
    ],
  );
  assert.equal(front.othersCount, 3);
});

test("A lead that is not the first leaves the first to those that follow.", () => {
  const [lead] = pick(3);
  assert.ok(lead);
  const front = viewFront(makeEdition(PAPERS, { lead }));
  assert.equal(front.lead?.entry.id, "2510.00003");
  assert.deepEqual(idsOf(front.seconds), [1, 2, 4]);
  assert.deepEqual(
    front.groups.flatMap(({ items }) => numbersOf(items)),
    [5, 6],
  );
});

test("An edition without papers has a front page that shows its head alone.", () => {
  const { head, ...rest } = viewFront(makeEdition([]));
  assert.equal(head.count, 0);
  assert.deepEqual(rest, { seconds: [], groups: [], othersCount: 0 });
});

test("The lead is told in its first paragraph, and the second when the first is short.", () => {
  const tell = (body: string, record = {}) =>
    viewFront(makeEdition([makePaper(record, { digest: makeDigest({ body }) })])).lead?.told;
  assert.equal(tell("Short.\n\nSecond.\n\nThird."), "<p>Short.</p>\n<p>Second.</p>");
  assert.equal(tell("Short."), "<p>Short.</p>");
  const long = "x".repeat(260);
  assert.equal(tell(`${long}\n\nSecond.`), `<p>${long}</p>`);
  assert.equal(tell("Short.", { withdrawn: true }), "");
  assert.equal(viewFront(makeEdition([makePaper()])).lead?.told, "");
});

test("Of ten that are shown in full the front page has four large.", () => {
  const { lead, seconds, groups } = viewFront(makeEdition(makeVotedPapers(16)));
  assert.deepEqual([lead?.votes, seconds.map(({ votes }) => votes)], [20, [19, 18, 17]]);
  assert.deepEqual([groups[0]?.full, groups[0]?.items.length], [6, 12]);
});

test("A lead without a digest is told by what its abstract says was made.", () => {
  const abstract =
    "Ships are many. We introduce a crane that is <tall>. It turns $n$ times. Results show that it sorts ships 9% faster.";
  const lead = viewFront(makeEdition([makePaper({ abstract })])).lead;
  assert.match(lead?.told ?? "", /^<p>“We introduce a crane that is &lt;tall&gt;\. It turns <math.* times\.”<\/p>$/);
});

test("Without three to follow the lead none stands below it, and the others are rows.", () => {
  const front = viewFront(makeEdition(pick(1, 2, 3)));
  assert.deepEqual([front.seconds, front.othersCount, idsOf(front.groups[0]?.items ?? [])], [[], 2, [2, 3]]);
});

test("An archive without editions shows its newest papers, a withdrawn one not first, and its months.", () => {
  const papers = ["2026-03-02", "2026-03-01", "2026-02-01", "2025-05", "2024", "1999"].map((published, index) =>
    makePaper({ id: `own:${index}`, published, withdrawn: index === 0 || undefined }),
  );
  const newest = viewNewest([...papers, makePaper({ id: "own:6" }, { unknown: ["published"] })]);
  assert.equal(newest?.lead?.entry.id, "own:1");
  assert.deepEqual(
    [idsOf(newest.seconds), idsOf(newest.others)],
    [
      [2, 3, 4],
      [0, 5, 6],
    ],
  );
  assert.deepEqual([newest.count, newest.since], [7, "1999"]);
  assert.deepEqual(
    newest.months.map(({ label, count }) => `${label}: ${count}`),
    ["Mar 2026: 2", "Feb 2026: 1", "May 2025: 1", "2024: 1", "1999: 1", "undated: 1"],
  );
});

test("An archive of one paper has a lead and nothing else; one of none has no newest.", () => {
  const newest = viewNewest([makePaper({ id: "own:1", published: "2020" })]);
  assert.deepEqual([newest?.lead?.entry.id, newest?.seconds, newest?.others], ["own:1", [], []]);
  assert.ok(newest && !("since" in newest));
  assert.equal(viewNewest([]), undefined);
});

test("Of a large archive the front page shows a screen or two.", () => {
  const papers = Array.from({ length: 60 }, (_, index) => makePaper({ id: `2510.000${10 + index}` }));
  const newest = viewNewest(papers);
  assert.deepEqual([newest?.count, newest?.others.length], [60, 20]);
});
