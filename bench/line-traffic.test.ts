import assert from "node:assert/strict";
import { test } from "node:test";
import { findPart, isSearchPart } from "./line-traffic.ts";

test("What a file is for shows in its path.", () => {
  const expected = {
    "/digest/pagefind/core-0123456789ab/wasm.en.pagefind": "program",
    "/pagefind/bundles.json": "list",
    "/pagefind/papers-0123456789ab/papers.pf_meta": "list",
    "/pagefind/papers-0123456789ab/index/12.pf_index": "words",
    "/pagefind/papers-0123456789ab/fragment/9486.pf_fragment": "papers",
    "/pagefind/papers-0123456789ab/facets.json": "tables",
    "/pagefind/words-0123456789ab/forms.json": "tables",
    "/pagefind/something.new": "other index",
    "/_astro/search-app.BYYlzDrj.js": "scripts",
    "/_astro/vollkorn-italic.244mrFTT.woff2": "fonts",
    "/search/": "page",
  };
  for (const [path, part] of Object.entries(expected)) assert.equal(findPart(path), part, path);
});

test("The page's own files are not search's, but for its scripts.", () => {
  for (const path of ["/search/", "/_astro/Page.css", "/_astro/serif.woff2"])
    assert.equal(isSearchPart(findPart(path)), false, path);
  for (const path of ["/theme.js", "/pagefind/papers-0123456789ab/fragment/1.pf_fragment"])
    assert.equal(isSearchPart(findPart(path)), true, path);
});
