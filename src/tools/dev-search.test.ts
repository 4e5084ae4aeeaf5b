import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import test from "node:test";
import { findIndexFile } from "./dev-search.ts";

const folder = resolve("dist", "pagefind");

test("An address below the base path's pagefind folder means a file of the index.", () => {
  assert.equal(findIndexFile("/pagefind/index/a.pf_index?x=1", folder, "/"), join(folder, "index", "a.pf_index"));
  assert.equal(findIndexFile("/digest/pagefind/bundles.json", folder, "/digest/"), join(folder, "bundles.json"));
});

test("Other addresses are left to Astro.", () => {
  assert.equal(findIndexFile("/papers/2510.18821/", folder, "/"), undefined);
  assert.equal(findIndexFile("/pagefind/bundles.json", folder, "/digest/"), undefined);
});

test("No address leads out of the index.", () => {
  assert.equal(findIndexFile("/pagefind/../index.html", folder, "/"), undefined);
  assert.equal(findIndexFile("/pagefind/", folder, "/"), undefined);
});
