import assert from "node:assert/strict";
import { test } from "node:test";
import { tellDate } from "#lib/dates.ts";
import { groupOfLater } from "#lib/papers/later.ts";
import { makePaper } from "#scenes/paper-samples.ts";
import { makeLibrary } from "../library.ts";
import { makeRelatedLists } from "../related-lists.ts";
import type { PageKinds } from "./page-kinds.ts";
import { planSite } from "./site-plan.ts";

const IDS = ["2001.01000", "2002.01000", "2103.01000", "openreview:x"];

/** Pages of papers that are much alike and of which no source gives a date. */
function planUndated() {
  const papers = IDS.map((id) =>
    makePaper(
      { id, title: `Cranes sort ships, as ${id} says`, abstract: "Cranes sort ships.", featured: [] },
      { unknown: ["published"], topics: ["Planning"] },
    ),
  );
  const none = { overrides: [], editions: [], introductions: new Map(), days: [], redirects: [], published: [] };
  const vocabulary = [{ id: "planning", label: "Planning", description: "Plans.", aliases: [] }];
  const library = makeLibrary({ ...none, unstamped: [], papers, vocabulary }, "all");
  const pages = new Map([...planSite(library, makeRelatedLists(library))].map((page) => [page.file, page]));
  return { papers, propsOf: (file: string) => pages.get(file)?.makeProps() };
}

test("Where no source gives a date, every place says the month of the arXiv id; only what has none is of a date unknown.", () => {
  const { papers, propsOf } = planUndated();
  // Lists and rows of a search are made of the same entries.
  assert.deepEqual(
    papers.map(({ entry }) => tellDate(entry.published)),
    ["January 2020", "February 2020", "March 2021", "date unknown"],
  );
  const [oldest = "", , newest = ""] = IDS;
  const { view } = propsOf(`papers/${newest}/index.html`) as PageKinds["papers/[id]"];
  assert.equal(view.facts.find(({ term }) => term === "Published")?.value, "March 2021, by its arXiv id");
  const related = new Map(view.related.map(({ entry }) => [entry.href, tellDate(entry.published)]));
  assert.equal(related.get(`/papers/${oldest}/`), "January 2020");
  const { papers: later } = propsOf(`later/${groupOfLater(oldest)}.json`) as PageKinds["later/[group].json"];
  assert.deepEqual(later[oldest]?.map(({ date }) => date).sort(), ["Feb 2020", "Mar 2021"]);
});
