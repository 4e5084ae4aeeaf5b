import assert from "node:assert/strict";
import { test } from "node:test";
import { findPart, isIndexPart } from "./line-traffic.ts";

test("What a file is for shows in its path.", () => {
  const expected = {
    "/pagefind/pagefind.js": "engine",
    "/digest/pagefind/pagefind-worker.js": "engine",
    "/pagefind/wasm.en.pagefind": "program",
    "/pagefind/pagefind-entry.json": "list",
    "/pagefind/pagefind.en_6dec1ae2dd.pf_meta": "list",
    "/pagefind/filter/en_1bf3fd6.pf_filter": "filters",
    "/pagefind/index/en_64813e9.pf_index": "words",
    "/pagefind/fragment/en_d720d43.pf_fragment": "papers",
    "/pagefind/tables/start.json": "tables",
    "/pagefind/something.new": "other index",
    "/_astro/search-app.BYYlzDrj.js": "scripts",
    "/_astro/vollkorn-italic.244mrFTT.woff2": "fonts",
    "/search/": "page",
  };
  for (const [path, part] of Object.entries(expected)) assert.equal(findPart(path), part, path);
});

test("The page's own files are not search's.", () => {
  for (const path of ["/search/", "/_astro/Page.css", "/theme.js", "/_astro/serif.woff2"])
    assert.equal(isIndexPart(findPart(path)), false, path);
  assert.equal(isIndexPart(findPart("/pagefind/fragment/en_1.pf_fragment")), true);
});
