import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryView } from "../papers/entry.ts";
import { filterValuesOf, sortKeysOf } from "./index-format.ts";

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
  assert.deepEqual(filterValuesOf(full), { topic: ["games"], year: "2025", org: "lab", code: "1" });
  assert.deepEqual(filterValuesOf(bare), { topic: [], year: "unknown" });
});

test("every paper has every sort key; a paper without a date has the month of its id", () => {
  assert.deepEqual(sortKeysOf(full), { date: "2025-10-21", comments: "0" });
  assert.deepEqual(sortKeysOf(bare), { date: "2025-10-01", comments: "-1" });
  assert.deepEqual(sortKeysOf({ ...bare, id: "doi:10.1000/x" }), { date: "0000-00-00", comments: "-1" });
});
