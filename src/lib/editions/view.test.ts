import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEdition } from "#scenes/edition-samples.ts";
import { makeDigest, makePaper } from "#scenes/paper-samples.ts";
import type { DaySummary } from "../content/day.ts";
import type { Paper } from "../papers/paper.ts";
import { describeCompleteness, listNumbered, viewFront, viewHead } from "./view.ts";

/** Six papers; the second, third and fifth have a number to show. */
const PAPERS = [1, 2, 3, 4, 5, 6].map((number) =>
  makePaper({ id: `2510.0000${number}` }, { digest: makeDigest([2, 3, 5].includes(number) ? {} : { results: [] }) }),
);
const pick = (...numbers: number[]) => numbers.flatMap((number) => PAPERS[number - 1] ?? []);
const numbersOf = (items: { number?: number }[]) => items.map(({ number }) => number);
const idsOf = (items: { entry: { id: string } }[]) => items.map(({ entry }) => Number(entry.id.slice(-1)));

function makeListing(changes: Partial<DaySummary> = {}): DaySummary {
  return { date: "2026-03-09", source: "Daily Papers", listed: 6, taken: 6, refused: 0, cut: false, ...changes };
}

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
  assert.deepEqual(tell({ listings: [makeListing()] }), [
    "6 papers, the list is complete",
    "6 of 6 papers listed",
    undefined,
  ]);
  assert.deepEqual(tell({ completeness: "partial", listings: [makeListing({ listed: 9, refused: 1, cut: true })] }), [
    "6 papers, the list is partial",
    "6 of 9 papers listed",
    "The source named 9 papers, we have 6. 1 entry could not be read. The source stopped before the end of the day.",
  ]);
  assert.deepEqual(tell({ completeness: "partial" }), [
    "6 papers, the list is partial",
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

test("The list of an edition says whose order it has.", () => {
  assert.deepEqual(numbersOf(listNumbered(makeEdition(PAPERS), showEntry).items), [1, 2, 3, 4, 5, 6]);
  assert.equal(listNumbered(makeEdition(PAPERS), showEntry).title, "In order");
  assert.equal(listNumbered(makeEdition(PAPERS, { isCurated: true }), showEntry).title, "In order");
  assert.equal(
    listNumbered(makeEdition(PAPERS, { isCurated: true, source: "a page" }), showEntry).title,
    "In the order of the listing",
  );
});

/** Papers of which those in front have more votes; the last has none that are known. */
const VOTED = Array.from({ length: 16 }, (_, index) =>
  makePaper({ id: `2510.000${10 + index}`, ...(index < 15 ? { upvotes: 20 - index } : {}) }),
);

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

test("Of ten that are shown in full the front page has four large.", () => {
  const { lead, seconds, groups } = viewFront(makeEdition(VOTED));
  assert.deepEqual([lead?.votes, seconds.map(({ votes }) => votes)], [20, [19, 18, 17]]);
  assert.deepEqual([groups[0]?.full, groups[0]?.items.length], [6, 12]);
});

test("A lead without a digest is told by what its abstract says was made.", () => {
  const abstract =
    "Ships are many. We introduce a crane that is <tall>. It turns $n$ times. Results show that it sorts ships 9% faster.";
  const lead = viewFront(makeEdition([makePaper({ abstract })])).lead;
  assert.match(lead?.told ?? "", /^<p>“We introduce a crane that is &lt;tall&gt;\. It turns <math.* times\.”<\/p>$/);
});
