import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryView } from "../papers/entry.ts";
import { facetsOf } from "./facet-table.ts";
import { ordersOf } from "./index-format.ts";

const bare: EntryView = {
  id: "2510.00001",
  href: "/papers/2510.00001/",
  title: "A title",
  byline: "authors unknown",
  topics: [],
  isTopicsAssigned: false,
  isWithdrawn: false,
};

const full: EntryView = {
  ...bare,
  title: 'Agents & <b>"games"</b> — 学习 😀',
  tldr: "It's so.",
  organization: { id: "lab", label: "A Lab", href: "/organizations/lab/" },
  byline: "Ada Example et al., 3 authors",
  published: "2025-10-21",
  comments: { count: 0, href: "https://example.org/talk" },
  topics: [{ id: "games", label: "Games", href: "/tags/games/" }],
  code: "https://example.org/code",
  figure: { number: "+10.4", unit: "%", caption: "more", isLong: false },
};

test("a paper is filtered by its topics, year, organisation and code", () => {
  assert.deepEqual(facetsOf(full), { topic: ["games"], year: "2025", month: "2025-10", org: "lab", code: "1" });
  assert.deepEqual(facetsOf(bare), { topic: [], year: "unknown", month: "unknown" });
});

test("every paper has every sort key; a paper without a date has the month of its id", () => {
  assert.deepEqual(ordersOf(full), { newest: 20251021, comments: 0 });
  assert.deepEqual(ordersOf(bare), { newest: 20251001, comments: -1 });
  assert.deepEqual(ordersOf({ ...bare, id: "doi:10.1000/x" }), { newest: 0, comments: -1 });
});
