import assert from "node:assert/strict";
import test from "node:test";
import { readParams } from "./page-params.ts";

test("The parameters of an address are read from the page's file, by the path of its template.", () => {
  assert.deepEqual(readParams("[...of]/[month]", "tags/planning/2025-10/index.html"), {
    ...{ of: "tags/planning", month: "2025-10" },
  });
  assert.deepEqual(readParams("papers/[id]", "papers/doi--10.1000_1~2f/index.html"), { id: "doi--10.1000_1~2f" });
  assert.deepEqual(readParams("authors/[slug]/index", "authors/josé/index.html"), { slug: "josé" });
  assert.deepEqual(readParams("later/[group].json", "later/0af.json"), { group: "0af" });
  assert.deepEqual(readParams("[...moved]", "tags/a/b/index.html"), { moved: "tags/a/b" });
});

test("A page at no address of its template is told.", () => {
  assert.throws(() => readParams("tags/[id]/index", "tags/a/b/index.html"), /at no address of the template tags/);
});
