import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "yaml";
import { readHoldings } from "#data/content/content-store.ts";
import { makeLibrary } from "#data/library.ts";
import { toSegment } from "#lib/papers/id.ts";
import { site } from "#site";
import { writeCorpus } from "./corpus-files.ts";
import { generatePeerContent } from "./peer-content.ts";

/** Front matter of a paper as other generators get it. */
interface Front {
  id: string;
  title: string;
  by: { name: string; slug?: string }[];
  related: { id: string; date: string }[];
  days: string[];
  [list: string]: unknown;
}

const folder = mkdtempSync(join(tmpdir(), "offprint-peers-"));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(folder, { recursive: true });
writeCorpus(150, folder);
const library = makeLibrary(readHoldings(folder));
const files = new Map([...generatePeerContent(library)].map(({ path, text }) => [path, text]));
const fronts = [...files].flatMap(([path, text]) =>
  path.startsWith("papers/") ? [parse(text.split("---\n")[1] ?? "") as Front] : [],
);

/** How many papers name each key of a list. */
function countKeys(list: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const front of fronts) for (const key of front[list] as string[]) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

test("There is a file for each paper, and its front matter is YAML with the facts of the record.", () => {
  assert.equal(fronts.length, 150);
  const paper = library.papers[0];
  const front = fronts.find(({ id }) => id === toSegment(paper?.facts.id ?? ""));
  assert.equal(front?.title, paper?.facts.title);
  assert.deepEqual(
    front?.by.map(({ name }) => name),
    paper?.facts.authors,
  );
});

test("The lists have the papers that ours have, so that the sites have nearly the same pages.", () => {
  assert.deepEqual(
    countKeys("topics"),
    new Map(
      [...countKeys("topics").keys()].map((id) => [id, library.topics.find((topic) => topic.id === id)?.papers.length]),
    ),
  );
  const authors = countKeys("authors");
  assert.deepEqual(new Set(authors.keys()), new Set(library.authors.keys()));
  assert.ok([...authors.values()].every((count) => count >= site.authorPageFrom));
  assert.equal(countKeys("organizations").size, library.organizations.length);
  assert.equal(countKeys("days").size, library.issues.filter(({ papers }) => papers.length > 0).length);
});

test("Names are there for every list, and introductions for the days that have one.", () => {
  const labels = JSON.parse(files.get("data/labels.json") ?? "") as { [list: string]: { [key: string]: string } };
  for (const list of ["topics", "authors", "organizations", "months"])
    for (const key of countKeys(list).keys()) assert.ok(labels[list]?.[key], `${list}: ${key}`);
  const introductions = Object.keys(JSON.parse(files.get("data/introductions.json") ?? "") as object);
  assert.deepEqual(
    introductions,
    library.issues.filter(({ isCurated }) => isCurated).map(({ date }) => date),
  );
});

test("Related papers are given ready made, and most have as many as ours show.", () => {
  assert.ok(fronts.every(({ related }) => related.length <= site.relatedCount));
  assert.ok(fronts.filter(({ related }) => related.length > 0).length > fronts.length / 2);
});
