import assert from "node:assert/strict";
import test from "node:test";
import { makePaper } from "#scenes/paper-samples.ts";
import { makeLibrary } from "../../data/library.ts";
import type { RelatedLists } from "../../data/related-lists.ts";
import type { Manifest } from "./manifest.ts";
import { isSameContent, isUntouched, planPages } from "./plan-pages.ts";
import type { SiteFile } from "./site-files.ts";

const library = makeLibrary({
  papers: [makePaper({ id: "2510.00001" }), makePaper({ id: "2510.00002" })],
  vocabulary: [],
  overrides: [],
  editions: [],
  introductions: new Map(),
  days: [],
  redirects: [],
  published: [],
  unstamped: [],
});
const related: RelatedLists = {
  listOf: () => [],
  listNearest: () => [],
  fingerprintOf: () => "",
  fingerprintShown: () => "",
};

/** What a build of the library would have published. */
function makeLast(): { manifest: Manifest; standing: Map<string, SiteFile> } {
  const { keys } = planPages(library, related, undefined, new Map());
  const files = new Map([...keys].map(([file, key]) => [file, { key, size: 1, mtimeMs: 1 }]));
  files.set("_astro/site.css", { key: "", size: 1, mtimeMs: 1 });
  const standing = new Map([...files].map(([file, { size, mtimeMs }]) => [file, { size, mtimeMs }]));
  return { manifest: { content: "c", addresses: "a", papers: 2, unstamped: [], files, folders: new Map() }, standing };
}

test("Without a last build every page is stale, and none is planned twice.", () => {
  const { keys, stale, isAssetLost } = planPages(library, related, undefined, new Map());
  assert.equal(stale.length, keys.size);
  assert.ok(keys.has("papers/2510.00001/index.html") && keys.has("index.html") && keys.has("404.html"));
  assert.equal(isAssetLost, true);
});

test("After it only those are whose key differs, or whose file is not as it was published.", () => {
  const { manifest, standing } = makeLast();
  assert.deepEqual(planPages(library, related, manifest, standing), {
    keys: new Map([...manifest.files].flatMap(([file, { key }]) => (key === "" ? [] : [[file, key]]))),
    stale: [],
    isAssetLost: false,
  });
  standing.set("index.html", { size: 2, mtimeMs: 1 });
  standing.set("about/index.html", { size: 1, mtimeMs: 2 });
  standing.delete("search/index.html");
  manifest.files.set("404.html", { key: "other", size: 1, mtimeMs: 1 });
  const { stale, isAssetLost } = planPages(library, related, manifest, standing);
  assert.deepEqual(stale.map(({ file }) => file).sort(), [
    "404.html",
    "about/index.html",
    "index.html",
    "search/index.html",
  ]);
  assert.equal(isAssetLost, false);
  standing.delete("_astro/site.css");
  assert.equal(planPages(library, related, manifest, standing).isAssetLost, true);
});

test("Nothing has to be done only when stamps, files and their number are the same.", () => {
  const { manifest, standing } = makeLast();
  const stamps = { content: "c", addresses: "a" };
  assert.equal(isSameContent(manifest, stamps) && isUntouched(manifest, standing), true);
  assert.equal(isSameContent(manifest, { ...stamps, content: "d" }), false);
  assert.equal(isSameContent(manifest, { ...stamps, addresses: "b" }), false);
  assert.equal(isUntouched(manifest, new Map([...standing, ["stray", { size: 1, mtimeMs: 1 }]])), false);
  assert.equal(isUntouched(manifest, new Map([...standing].slice(1))), false);
});
