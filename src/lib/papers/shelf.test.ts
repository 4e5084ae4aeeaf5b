import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import type { Paper } from "./paper.ts";
import { compareMonths, labelMonth, listMonths, makeShelf, type Shelf } from "./shelf.ts";

const PAPERS = [
  makePaper({ id: "2601.00001", published: "2026-01-05" }),
  makePaper({ id: "2512.00001", published: "2025-12-31" }),
  makePaper({ id: "2512.00002", published: "2025-12-01" }),
  makePaper({ id: "doi:10.1000/2" }, { unknown: ["published"] }),
  makePaper({ id: "doi:10.1000/1" }, { unknown: ["published"] }),
];
const toHref = (month: string) => `/m/${month}/`;
const showEntry = ({ entry }: Paper) => entry;
const outline = (shelf: Shelf) => shelf.years.map(({ title, items }) => [title, items.map(({ entry }) => entry.id)]);

test("All papers stand on a shelf that has room, by the year of publication, the undated last.", () => {
  const shelf = makeShelf(PAPERS, showEntry, 50, toHref);
  assert.deepEqual(outline(shelf), [
    ["2026", ["2601.00001"]],
    ["2025", ["2512.00001", "2512.00002"]],
    ["No date", ["doi:10.1000/2", "doi:10.1000/1"]],
  ]);
  assert.deepEqual([shelf.shown, shelf.total], [5, 5]);
});

test("Above the limit the latest stand there, and the months lead to all.", () => {
  const shelf = makeShelf(PAPERS, showEntry, 2, toHref);
  assert.deepEqual(outline(shelf), [
    ["2026", ["2601.00001"]],
    ["2025", ["2512.00001"]],
  ]);
  assert.deepEqual([shelf.shown, shelf.total], [2, 5]);
  assert.equal(
    shelf.months.reduce((sum, { count }) => sum + count, 0),
    5,
  );
});

test("Without months no paper may be left out.", () => {
  const shelf = makeShelf(PAPERS, showEntry, 2);
  assert.deepEqual([shelf.shown, shelf.total, shelf.months], [5, 5, []]);
});

test("An empty shelf is one.", () => {
  assert.deepEqual(makeShelf([], showEntry, 50, toHref), { years: [], shown: 0, total: 0, months: [] });
});

test("Months come newest first, the undated last, each with its address and count.", () => {
  const expected = [
    { label: "Jan 2026", href: "/m/2026-01/", count: 1 },
    { label: "Dec 2025", href: "/m/2025-12/", count: 2 },
    { label: "undated", href: "/m/undated/", count: 2 },
  ];
  assert.deepEqual(listMonths(PAPERS, toHref), expected);
  assert.deepEqual(listMonths([...PAPERS].reverse(), toHref), expected);
});

test("What has only a year stands behind the months of that year.", () => {
  const papers = ["2025", "2025-03", "2024-12-01"].map((published) =>
    makePaper({ id: `doi:10.5555/${published}`, published }),
  );
  assert.deepEqual(
    listMonths(papers, toHref).map(({ label, href }) => [label, href]),
    [
      ["Mar 2025", "/m/2025-03/"],
      ["2025, no month", "/m/2025/"],
      ["Dec 2024", "/m/2024-12/"],
    ],
  );
});

test("Undated comes before every month.", () => {
  assert.deepEqual(["2026-01", "undated", "1999-12"].sort(compareMonths), ["undated", "1999-12", "2026-01"]);
  assert.equal(compareMonths("undated", "undated"), 0);
  assert.equal(labelMonth("undated"), "undated");
});
