import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import type { PaperRecord } from "../content/record.ts";
import { type Route, routes } from "../routes.ts";
import { compareNewest, type Paper } from "./paper.ts";
import { listParts, type PaperPart, partMonth, ROWS_A_PAGE, shareRows, walkParts } from "./parts.ts";

const make = (id: string, changes: Partial<PaperRecord> = {}): Paper => makePaper({ id, ...changes });
const makeMany = (count: number, day: string, title = "Ships"): Paper[] =>
  Array.from({ length: count }, (_, number) =>
    make(`2607.${String(number).padStart(5, "0")}`, { published: day, title: `${title} ${number}`, upvotes: number }),
  ).sort(compareNewest);
const outline = (parts: readonly PaperPart<Paper>[]) =>
  parts.map(({ name, title, papers }) => [name, title, papers.length]);
const toHref = ({ name }: PaperPart): Route => routes.monthPart(routes.archiveMonth("2026-07"), [name]);
const show = ({ facts }: Paper): string => facts.id;

test("A month is parted by day, newest first, with papers of the month only behind them.", () => {
  const papers = [
    make("2607.00003", { published: "2026-07-31" }),
    make("2607.00002", { published: "2026-07-01" }),
    make("2607.00001", { published: "2026-07" }),
  ];
  assert.deepEqual(outline(partMonth("2026-07", papers)), [
    ["31", "31 July 2026", 1],
    ["01", "1 July 2026", 1],
    ["no-day", "July 2026, day unknown", 1],
  ]);
});

test("Papers without a month are parted by the first letter of their titles, in their order.", () => {
  const titles = ["Zebras", "élan vital", "Eels", "3D ships", "$\\alpha$ and omega", "船"];
  const papers = titles.map((title, index) => make(`own:${index}`, { title }));
  for (const month of ["undated", "2017"]) {
    const parts = partMonth(month, papers);
    assert.deepEqual(outline(parts), [
      ["e", "E", 2],
      ["z", "Z", 1],
      ["other", "Other", 3],
    ]);
    assert.deepEqual(
      parts[0]?.papers.map(({ facts }) => facts.title),
      ["Eels", "élan vital"],
    );
  }
});

test("A day that a page cannot hold is cut by ids, a letter by more letters; every part has few enough.", () => {
  const [day] = partMonth("2026-07", makeMany(1234, "2026-07-21"));
  assert.deepEqual(
    day?.parts.map(({ name }) => name),
    ["2607.01", "2607.00"],
  );
  const undated = makeMany(1234, "2026-07-21", "A ship");
  const [letter] = partMonth("undated", undated);
  for (const part of [day, letter]) {
    const leaves = [...walkParts(part === undefined ? [] : [part])].filter((one) => one.part.parts.length === 0);
    assert.ok(leaves.every((one) => one.part.papers.length <= ROWS_A_PAGE && one.names.length === 2));
    assert.equal(new Set(leaves.flatMap((one) => one.part.papers)).size, 1234);
    assert.equal(new Set(leaves.map(({ names }) => names.join("/"))).size, leaves.length);
  }
});

test("A page has all rows where they fit, else as many of each part as do, those of most votes.", () => {
  const days = ["2026-07-22", "2026-07-21"].flatMap((day) => makeMany(60, day));
  const parts = listParts(partMonth("2026-07", days), show, toHref);
  assert.deepEqual(
    parts.map(({ href, count, entries }) => [href, count, entries.length, entries[0]]),
    [
      ["/archive/2026-07/22/", 60, 50, "2607.00059"],
      ["/archive/2026-07/21/", 60, 50, "2607.00059"],
    ],
  );
  const [few] = listParts(partMonth("2026-07", makeMany(3, "2026-07-22")), show, toHref);
  assert.deepEqual([few?.href, few?.entries], [undefined, ["2607.00002", "2607.00001", "2607.00000"]]);
});

test("Rows are shared fairly, at least one each.", () => {
  assert.equal(shareRows([]), 1);
  assert.equal(shareRows([5, 3]), 5);
  assert.equal(shareRows([1000, 2]), 98);
  assert.equal(shareRows(Array.from({ length: 31 }, () => 1000)), 3);
  assert.equal(shareRows(Array.from({ length: 120 }, () => 1000)), 1);
});
