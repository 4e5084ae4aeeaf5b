import assert from "node:assert/strict";
import test from "node:test";
import { groupOfLater } from "#lib/papers/later.ts";
import { joinPaper, type Paper } from "#lib/papers/paper.ts";
import { makePaper, makeTopic } from "#scenes/paper-samples.ts";
import { makeLibrary } from "../library.ts";
import { makeRelatedLists } from "../related-lists.ts";
import type { PlannedPage } from "./planned-page.ts";
import { planSite } from "./site-plan.ts";

/** A paper on cranes; what is made of it changes with its title. */
function makeOwn(published: string, title: string, isWithdrawn = false): Paper {
  const id = `${published.slice(2, 4)}${published.slice(5, 7)}.${published.slice(8)}000`;
  const { record } = makePaper({
    ...{ id, title, published, featured: [], abstract: `Cranes sort ships, says ${title}.` },
    ...(isWithdrawn && { withdrawn: true as const }),
  });
  return joinPaper(record, undefined, [makeTopic("Planning")], new Map(), title + isWithdrawn);
}

function plan(papers: Paper[], pages: "all" | "digests" = "all"): Map<string, PlannedPage> {
  const none = { overrides: [], editions: [], introductions: new Map(), days: [], redirects: [], published: [] };
  const vocabulary = [{ id: "planning", label: "Planning", description: "Plans.", aliases: [] }];
  const library = makeLibrary({ ...none, unstamped: [], papers, vocabulary }, pages);
  return new Map([...planSite(library, makeRelatedLists(library))].map((page) => [page.file, page]));
}

const OLD = "2001.01000";
const FILE = `later/${groupOfLater(OLD)}.json`;
const old = [makeOwn("2020-01-01", "Cranes"), makeOwn("2020-02-01", "Cranes and ships")];
const before = plan(old);
/** What the file of a plan names after the oldest paper. */
const readLater = (site: Map<string, PlannedPage>) =>
  (site.get(FILE)?.makeProps() as { papers: { [id: string]: object[] } } | undefined)?.papers[OLD];

test("A new paper is named by the file of those it came after, whose pages stay as they are.", () => {
  const after = plan([...old, makeOwn("2021-03-01", "Cranes of $\\tau$")]);
  const page = `papers/${OLD}/index.html`;
  assert.equal(after.get(page)?.key, before.get(page)?.key);
  assert.notEqual(after.get(FILE)?.key, before.get(FILE)?.key);
  assert.deepEqual(
    readLater(after)?.find((paper) => "href" in paper && paper.href === "/papers/2103.01000/"),
    {
      href: "/papers/2103.01000/",
      title: "Cranes of τ",
      published: "2021-03-01",
      date: "1 Mar 2021",
      reason: "Planning · words: cranes, ships",
    },
  );
});

test("A file changes with the title of what it names, and when that is withdrawn.", () => {
  const later = [
    makeOwn("2021-03-01", "Cranes of Troy"),
    makeOwn("2021-03-01", "Cranes of Tyre"),
    makeOwn("2021-03-01", "Cranes of Troy", true),
  ];
  const keys = later.map((paper) => plan([...old, paper]).get(FILE)?.key);
  assert.equal(new Set(keys).size, 3);
});

test("Each paper with a page has a file, which is empty where none came later; others have none.", () => {
  const newest = plan(old).get(`later/${groupOfLater("2002.01000")}.json`);
  assert.deepEqual(newest?.makeProps(), { papers: {} });
  assert.equal(
    [...plan(old, "digests").keys()].some((file) => file.startsWith("later/")),
    false,
  );
});
