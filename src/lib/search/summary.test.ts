import assert from "node:assert/strict";
import { test } from "node:test";
import type { SearchLabels } from "./labels.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";
import { describeQuestion } from "./summary.ts";

const labels: SearchLabels = {
  papers: 2,
  topics: [{ id: "games", label: "Games", aliases: [], href: "/" }],
  topicsHref: "/",
  organizations: [{ id: "lab", label: "The Lab" }],
  people: [],
};

function describe(question: Partial<Question>, title?: string): string {
  return describeQuestion({ ...EMPTY_QUESTION, ...question }, labels, title);
}

test("a question is said with its filters and its order, by their names", () => {
  assert.equal(describe({ text: "poker" }), "poker");
  assert.equal(
    describe({
      text: "poker",
      tags: ["games"],
      years: ["2024", "unknown"],
      orgs: ["lab", "other"],
      from: "2024-03",
      hasCode: true,
      sort: "newest",
    }),
    "poker; Games, 2024, date unknown, The Lab, other, from March 2024, has code, newest first",
  );
  assert.equal(describe({ tags: ["games"] }), "Games");
});

test("papers like one are said by its title, or by its id where that is not known", () => {
  assert.equal(describe({ like: "2510.18821", hasCode: true }, "Self-play"), "Like “Self-play”; has code");
  assert.equal(describe({ like: "2510.18821" }), "Like “2510.18821”");
});
