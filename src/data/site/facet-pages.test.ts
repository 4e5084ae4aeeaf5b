import assert from "node:assert/strict";
import test from "node:test";
import { joinPaper, type Paper } from "#lib/papers/paper.ts";
import { ROWS_A_PAGE } from "#lib/papers/parts.ts";
import { makePaper, makeTopic } from "#scenes/paper-samples.ts";
import { site } from "#site";
import { type Library, makeLibrary } from "../library.ts";
import { planArchivePages, planAuthorPages, planOrganizationPages, planTopicPages } from "./facet-pages.ts";
import type { PageKinds } from "./page-kinds.ts";
import { makePlanner, namePageFile, type PlannedPage } from "./planned-page.ts";

const MONTHS = ["2025-10", "2025-11", "2025-12", "2026-01"];
/** So many that author and organisation have pages for their months. */
const PAPERS_A_MONTH = Math.ceil(site.monthsFrom / MONTHS.length) + 1;

/** A paper of a month; what it says of itself follows from its version. */
function makeOwn(month: string, number: number, version = "first"): Paper {
  const id = `${month.slice(2).replace("-", "")}.${String(number).padStart(5, "0")}`;
  const published = `${month}-${String(1 + (number % 28)).padStart(2, "0")}`;
  const organization = { id: "harbour-lab", name: "Harbour Lab" };
  const { record } = makePaper({ id, title: `${version} ${number}`, published, featured: [], organization });
  return joinPaper({ ...record, authors: ["Ada Quay"] }, undefined, [makeTopic("Planning")], new Map(), version);
}

function makeOwnLibrary(papers: Paper[]): Library {
  const vocabulary = [{ id: "planning", label: "Planning", description: "Plans.", aliases: [] }];
  const none = {
    overrides: [],
    editions: [],
    introductions: new Map(),
    days: [],
    redirects: [],
    published: [],
    unstamped: [],
  };
  return makeLibrary({ ...none, papers, vocabulary });
}

function planAll(papers: Paper[]): Map<string, PlannedPage> {
  const library = makeOwnLibrary(papers);
  const plans = [planArchivePages, planTopicPages, planAuthorPages, planOrganizationPages];
  return new Map(
    plans.flatMap((plan) => [...plan(library, makePlanner(library.byId))]).map((page) => [page.file, page]),
  );
}

const papers = MONTHS.flatMap((month) => Array.from({ length: PAPERS_A_MONTH }, (_, number) => makeOwn(month, number)));
const before = planAll(papers);
const FACETS = ["tags/planning", "authors/ada-quay", "organizations/harbour-lab"];

/** Pages whose key is another than before, or that are new or gone. */
function listChanged(changed: Paper[]): string[] {
  const after = planAll(changed);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file)?.key !== after.get(file)?.key,
  );
}

const [month = ""] = MONTHS.slice(1);
const isFirst = ({ facts }: Paper): boolean => facts.published?.startsWith(month) === true && facts.title === "first 0";
const own = ["archive", ...FACETS].map((folder) => `${folder}/${month}/index.html`);

test("Months change only when a paper of the month does, and so do the pages above them.", () => {
  assert.ok(own.every((file) => before.has(file)));
  const withMonths = [...own, ...FACETS.map((folder) => `${folder}/index.html`)].sort();
  const added = [...papers, makeOwn(month, PAPERS_A_MONTH)];
  assert.deepEqual(listChanged(added).sort(), withMonths);
  const removed = papers.filter((paper) => !isFirst(paper));
  assert.equal(removed.length, papers.length - 1);
  assert.deepEqual(listChanged(removed).sort(), withMonths);
  // A topic's page says of each month how many papers it has, and shows only the latest of them.
  const changed = papers.map((paper) => (isFirst(paper) ? makeOwn(month, 0, "second") : paper));
  assert.deepEqual(listChanged(changed).sort(), own.toSorted());
  assert.deepEqual(listChanged([...papers].reverse()), []);
});

test("Of a month with days of its own only the month and the day of a paper change with it.", () => {
  const day = (number: number): string => `${month}-${String(1 + (number % 28)).padStart(2, "0")}`;
  const long = Array.from({ length: 3 * ROWS_A_PAGE }, (_, number) => makeOwn(month, number));
  const old = planAll(long);
  const added = planAll([...long, makeOwn(month, long.length)]);
  const changed = [...added.keys()].filter((file) => old.get(file)?.key !== added.get(file)?.key).sort();
  const own = ["archive", ...FACETS].flatMap((folder) => [
    `${folder}/${month}`,
    `${folder}/${month}/${day(long.length).slice(-2)}`,
  ]);
  assert.deepEqual(changed, [...own, ...FACETS].map((folder) => `${folder}/index.html`).sort());
  const pages = [...old.values()].filter(({ kind }) => kind === "[...of]/[month]");
  assert.equal(pages.length, 1 + (1 + 28) * 4);
  for (const page of pages) {
    const { parts, count } = page.makeProps() as PageKinds["[...of]/[month]"];
    const rows = parts.flatMap(({ entries }) => entries);
    assert.ok(rows.length <= ROWS_A_PAGE);
    assert.ok(rows.length === count || parts.some(({ href }) => href !== undefined && old.has(namePageFile(href))));
  }
});

test("Pages of topics, authors and organisations list the latest papers, and link to every month.", () => {
  for (const folder of FACETS) {
    const props = before
      .get(`${folder}/index.html`)
      ?.makeProps() as PageKinds[`${"tags/[id]" | "authors/[slug]" | "organizations/[id]"}/index`];
    const { shown, total, years, months } = "topic" in props ? props.topic.shelf : props.shelf;
    assert.deepEqual([shown, total], [site.latestCount, papers.length]);
    const days = years.flatMap(({ items }) => items).map(({ entry }) => entry.published ?? "");
    const latest = papers.map(({ facts }) => facts.published ?? "").sort();
    assert.deepEqual(days, latest.reverse().slice(0, site.latestCount));
    assert.deepEqual(
      months.map(({ href, count }) => [href, count]),
      MONTHS.toReversed().map((one) => [`/${folder}/${one}/`, PAPERS_A_MONTH]),
    );
  }
});
