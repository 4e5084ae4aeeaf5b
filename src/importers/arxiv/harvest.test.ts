import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isWebAddress } from "#lib/content/fields.ts";
import { isDay } from "#lib/dates.ts";
import { isArxivId } from "#lib/papers/id.ts";
import { readCase } from "#scenes/cases.ts";
import { findSharedData } from "#scenes/shared-data.ts";
import { harvestArxiv } from "./harvest.ts";

const { path: REAL, skip } = findSharedData("data", "arxiv-atom");

const harvest = (text: string) => harvestArxiv({ file: "answer.xml", text, retrieved: "2031-12-31" });
const answer = readCase("arxiv/answer.xml");

test("An entry gives the facts that arXiv owns.", () => {
  const [facts] = harvest(answer).facts;
  assert.deepEqual(facts, {
    id: "3101.00007",
    title: "Kähler Cheese & Its 2 < d < 4 Holes: A Study of $\\alpha$-Gouda <twice>",
    authors: ["Zoé van der Example", "The CHEESE Collaboration", "Bo Sample", "Bo Sample"],
    published: "2031-01-01",
    updated: "2031-02-28",
    version: 3,
    categories: ["cs.LG", "cs.CL", "physics.acc-ph"],
    links: {
      abstract: "https://arxiv.org/abs/3101.00007",
      pdf: "https://arxiv.org/pdf/3101.00007",
      doi: "https://doi.org/10.9999/cheese.7",
    },
    abstract: "We ripen cheese for 5% longer.\n\nA second paragraph says a < b && c & d.",
    journalRef: "J. Invented Cheese 7 (2031) 1–9",
    withdrawn: false,
    sources: [{ name: "arXiv", retrieved: "2031-03-03" }],
    place: { file: "answer.xml", line: 7, field: "feed.entry[0]" },
  });
});

test("What an entry does not say is absent, and a withdrawal is said.", () => {
  assert.deepEqual(harvest(answer).facts[1], {
    id: "inv-th/9901002",
    title: "An Old Paper",
    authors: [],
    version: 12,
    categories: ["inv-th"],
    links: {
      abstract: "https://arxiv.org/abs/inv-th/9901002",
      pdf: "https://arxiv.org/pdf/inv-th/9901002",
    },
    abstract: "This paper has been withdrawn by the author due to a hole.",
    withdrawn: { by: "authors", reason: "due to a hole" },
    sources: [{ name: "arXiv", retrieved: "2031-03-03" }],
    place: { file: "answer.xml", line: 42, field: "feed.entry[2]" },
  });
});

test("Entries without title or arXiv id are refused with line, path and what was expected; the rest is in.", () => {
  const { facts, refused } = harvest(answer);
  assert.equal(facts.length, 2);
  assert.deepEqual(
    refused.map(({ line, field, allowed }) => [line, field, allowed]),
    [
      [37, "feed.entry[1].title", "text that is not empty"],
      [48, "feed.entry[3].id", "http://arxiv.org/abs/ and an arXiv id without version (2510.18821, hep-th/9901001)"],
    ],
  );
});

test("Elements of the wrong shape are named by their path.", () => {
  const wrong = (from: string | RegExp, to: string) =>
    harvest(answer.replace(from, to)).refused.map(({ field }) => field);
  assert.ok(wrong("<name>Bo Sample</name>", "<email>bo</email>").includes("feed.entry[0].author[3].name"));
  assert.ok(wrong("2031-01-01T23:59:59Z", "yesterday").includes("feed.entry[0].published"));
  assert.ok(wrong("An Old Paper", "An <b>Old</b> Paper").includes("feed.entry[2].title"));
  assert.ok(wrong("<title>An Old Paper", "<title>Two</title><title>An Old Paper").includes("feed.entry[2].title"));
  assert.ok(wrong('term="cs.CL" ', "").includes("feed.entry[0].category[0].@term"));
});

test("An error of arXiv is refused with arXiv's words; an answer without papers is a notice.", () => {
  const text = readCase("arxiv/error.xml");
  const { facts, refused } = harvest(text);
  assert.deepEqual([facts.length, refused[0]?.line, refused[0]?.found], [0, 5, '"start must be invented"']);

  const empty = harvest(answer.replace(/\n {2}<entry>[\s\S]*<\/entry>/, ""));
  assert.deepEqual([empty.facts.length, empty.refused.length], [0, 0]);
  assert.match(empty.notices[0]?.message ?? "", /found no paper/);
  assert.match(empty.notices[0]?.found ?? "", /all:invented&start=0$/);
});

test("A feed without a day of its own takes the day it was read.", () => {
  const text = answer.replace(/<updated>2031-03-02.*/, "");
  assert.equal(harvest(text).facts[0]?.sources[0]?.retrieved, "2031-12-31");
});

test("All real answers are read, but for the error.", (t) => {
  if (skip !== false) return t.skip(skip);
  const files = readdirSync(REAL).sort();
  const harvests = files.map((file) =>
    harvestArxiv({ file, text: readFileSync(join(REAL, file), "utf8"), retrieved: "2026-05-12" }),
  );
  const facts = harvests.flatMap((found) => found.facts);
  assert.deepEqual(
    harvests.map((found) => [found.facts.length, found.refused.length, found.notices.length]),
    [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
      // Its abstract has scripts without mathematics around them.
      [1, 0, 1],
      [10, 0, 0],
      [10, 0, 0],
    ],
  );
  assert.equal(harvests[2]?.refused[0]?.found, '"incorrect id format for abc"');
  assert.deepEqual(
    facts.filter(({ id }) => id === "astro-ph/0601001").map(({ authors, version }) => [authors?.length, version]),
    [[4, 1]],
  );
  for (const { id = "", authors, published, updated, categories, links, abstract, withdrawn, sources } of facts) {
    assert.ok(isArxivId(id) && isDay(published ?? "") && isDay(updated ?? ""), id);
    assert.ok((authors?.length ?? 0) > 0 && (categories?.length ?? 0) > 0 && (abstract?.length ?? 0) > 200, id);
    assert.ok(
      Object.values(links ?? {}).every((link) => isWebAddress(link ?? "")),
      id,
    );
    assert.deepEqual([withdrawn, sources[0]?.retrieved.slice(0, 6)], [false, "2026-0"], id);
  }
  assert.equal(facts.filter(({ links }) => links?.doi !== undefined).length, 7);
  assert.equal(facts.filter(({ journalRef }) => journalRef !== undefined).length, 7);
});
