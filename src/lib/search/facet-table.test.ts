import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { EntryView } from "../papers/entry.ts";
import { countFacets, decodeFacets, encodeFacets, facetsOf, type PaperFacets } from "./facet-table.ts";

const topic = fc.constantFrom("agents", "self-play", "games", "robotics");
const month = fc.constantFrom("2024-01", "2025-10", "2025-11", "unknown");
const facets = fc.record({
  topic: fc.uniqueArray(topic),
  month,
  org: fc.option(fc.constantFrom("quark-llm", "port", "harbour.io"), { nil: undefined }),
  code: fc.option(fc.constant("1" as const), { nil: undefined }),
});

test("What papers can be narrowed down to is read as it was written, whatever it is.", () => {
  fc.assert(
    fc.property(fc.array(facets, { maxLength: 60 }), (list) => {
      const papers = list.map(
        ({ org, code, ...rest }): PaperFacets => ({
          ...rest,
          year: rest.month === "unknown" ? "unknown" : rest.month.slice(0, 4),
          ...(org === undefined ? {} : { org }),
          ...(code === undefined ? {} : { code }),
        }),
      );
      const table = JSON.parse(JSON.stringify(encodeFacets(papers)));
      assert.deepEqual(
        decodeFacets(table, 3),
        papers.map((paper, number) => [`3_${number}`, paper]),
      );
    }),
  );
});

test("Values are counted among the papers that are known.", () => {
  const paper: PaperFacets = { topic: ["games", "agents"], year: "2025", month: "2025-10", code: "1" };
  assert.deepEqual(countFacets([paper, { ...paper, topic: ["games"], org: "port" }, undefined]), {
    topic: new Map([
      ["games", 2],
      ["agents", 1],
    ]),
    year: new Map([["2025", 2]]),
    org: new Map([["port", 1]]),
    code: new Map([["1", 2]]),
  });
  const [odd] = decodeFacets(encodeFacets([{ ...paper, topic: ["constructor"], org: "__proto__" }]), 0);
  assert.deepEqual(
    [...countFacets([odd?.[1]]).topic, ...countFacets([odd?.[1]]).org],
    [
      ["constructor", 1],
      ["__proto__", 1],
    ],
  );
});

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
