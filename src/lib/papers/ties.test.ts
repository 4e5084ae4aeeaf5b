import assert from "node:assert/strict";
import { test } from "node:test";
import { makePaper, makeTopic } from "#scenes/paper-samples.ts";
import { joinPaper, type Paper } from "./paper.ts";
import { describeYears, gatherTies, TIES_SHOWN } from "./ties.ts";

function makeOwn(published: string, authors: string[], topics: string[] = []): Paper {
  const { record } = makePaper({ published, featured: [] });
  return joinPaper({ ...record, authors }, undefined, topics.map(makeTopic), new Map(), "");
}

const findAuthor = (name: string) => (name === "Ada Quay" ? undefined : { label: name, href: `/authors/${name}/` });

test("Years, topics and authors of papers are gathered, those of most papers first.", () => {
  const papers = [
    makeOwn("2025-02-01", ["Ada Quay", "Bo Pier", "Bo Pier"], ["Planning"]),
    makeOwn("2023-02-01", ["Ada Quay", "Bo Pier", "Al Dock"], ["Planning", "Cranes"]),
  ];
  const { years, topics, authors } = gatherTies(papers, findAuthor);
  assert.deepEqual(years, ["2023", "2025"]);
  assert.deepEqual(
    topics.map(({ label, count }) => [label, count]),
    [
      ["Planning", 2],
      ["Cranes", 1],
    ],
  );
  assert.deepEqual(
    authors.map(({ label, count }) => [label, count]),
    [["Bo Pier", 2]],
  );
});

test("Only the first are named, and of a paper by a crowd nobody.", () => {
  const names = (count: number) => Array.from({ length: count }, (_, number) => `No. ${number}`);
  const shareTwo = (count: number) => ["2025-02-01", "2025-01-01"].map((day) => makeOwn(day, names(count)));
  assert.equal(gatherTies(shareTwo(50), findAuthor).authors.length, TIES_SHOWN);
  assert.deepEqual(gatherTies(shareTwo(51), findAuthor).authors, []);
});

test("Who shared one paper only is not named: their page may come and go with others.", () => {
  assert.deepEqual(gatherTies([makeOwn("2025-02-01", ["Bo Pier", "Al Dock"])], findAuthor).authors, []);
});

test("Nothing is said of papers without date, topics or names.", () => {
  assert.deepEqual(gatherTies([], findAuthor), { topics: [], authors: [] });
});

test("Years are said as far as there are any.", () => {
  assert.deepEqual(
    [{}, { years: ["2025", "2025"] as [string, string] }, { years: ["2023", "2025"] as [string, string] }].map(
      describeYears,
    ),
    ["", ", 2025", ", 2023 to 2025"],
  );
});
