import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEdition } from "#scenes/edition-samples.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { makeMonthCalendar } from "../calendar.ts";
import { monthOf, weekOf } from "../dates.ts";
import type { Paper } from "../papers/paper.ts";
import { ROWS_A_PAGE } from "../papers/parts.ts";
import { gatherEditions, listEditionMonths, viewPeriod } from "./period.ts";

const PAPERS = Array.from({ length: ROWS_A_PAGE }, (_, number) =>
  makePaper({ id: `2603.${String(number).padStart(5, "0")}`, upvotes: number }),
);
const show = ({ facts }: Paper): string => facts.id;
const viewMarch = (editions: Parameters<typeof viewPeriod<Paper, string>>[1]) =>
  viewPeriod("March 2026", editions, (days) => makeMonthCalendar("2026-03", days), show);

test("A period has its editions newest first, counts a paper once and has a calendar that leads to them.", () => {
  const newer = makeEdition(PAPERS.slice(0, 2), { date: "2026-03-10" });
  const older = makeEdition(PAPERS.slice(1, 3), { date: "2026-03-09", completeness: "partial" });
  const empty = makeEdition([], { date: "2026-03-08", completeness: "empty" });
  const period = viewMarch([newer, older, empty]);
  assert.equal(period.count, 3);
  assert.deepEqual(
    period.editions.map(({ head, part }) => [head.date, part.title, part.entries]),
    [
      ["2026-03-10", "10 March 2026", ["2603.00000", "2603.00001"]],
      ["2026-03-09", "9 March 2026", ["2603.00001", "2603.00002"]],
      ["2026-03-08", "8 March 2026", []],
    ],
  );
  assert.deepEqual(
    period.calendar.flat().filter(({ href }) => href !== undefined),
    [
      { date: "2026-03-08", count: 0, href: "/editions/2026-03-08/", state: "empty" },
      { date: "2026-03-09", count: 2, href: "/editions/2026-03-09/", state: "partial" },
      { date: "2026-03-10", count: 2, href: "/editions/2026-03-10/", state: "complete" },
    ],
  );
});

test("Of editions that a page cannot hold it shows the first of each, in the order of the edition, and leads to all.", () => {
  const days = ["2026-03-11", "2026-03-10", "2026-03-09"];
  const { editions } = viewMarch(days.map((date) => makeEdition(PAPERS, { date })));
  for (const [index, { part }] of editions.entries()) {
    assert.deepEqual(part.entries, PAPERS.slice(0, Math.floor(ROWS_A_PAGE / 3)).map(show));
    assert.equal(part.href, `/editions/${days[index]}/`);
    assert.equal(part.count, ROWS_A_PAGE);
  }
});

test("Editions are gathered by week and by month.", () => {
  const editions = ["2026-03-09", "2026-03-08", "2026-03-02", "2025-12-29"].map((date) => makeEdition([], { date }));
  const outline = (gathered: ReturnType<typeof gatherEditions>) =>
    [...gathered].map(([period, own]) => [period, own.map(({ date }) => date)]);
  assert.deepEqual(outline(gatherEditions(editions, weekOf)), [
    ["2026-W11", ["2026-03-09"]],
    ["2026-W10", ["2026-03-08", "2026-03-02"]],
    ["2026-W01", ["2025-12-29"]],
  ]);
  assert.deepEqual(outline(gatherEditions(editions, monthOf)), [
    ["2026-03", ["2026-03-09", "2026-03-08", "2026-03-02"]],
    ["2025-12", ["2025-12-29"]],
  ]);
  assert.deepEqual(
    listEditionMonths(editions).map(({ label, href, count, calendar }) => [label, href, count, calendar.flat().length]),
    [
      ["March 2026", "/editions/2026-03/", 3, 31],
      ["December 2025", "/editions/2025-12/", 1, 31],
    ],
  );
});
