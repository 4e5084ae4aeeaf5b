import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeFileName } from "./names.ts";

test("Names of the house pass.", () => {
  for (const path of [
    "src/site.ts",
    "src/lib/papers/id.ts",
    "src/lib/content/check-days.test.ts",
    "src/tools/build.long.test.ts",
    "src/content.config.ts",
    "src/components/paper/EntryFacts.astro",
    "src/pages/404.astro",
    "src/pages/papers/[id].astro",
    "src/pages/feeds/papers.xml.ts",
    "src/styles/tokens.css",
  ]) {
    assert.equal(judgeFileName(path), undefined, path);
  }
});

test("Other names fail.", () => {
  for (const path of [
    "src/lib/utils.ts",
    "src/lib/helpers/id.ts",
    "src/lib/misc.test.ts",
    "src/components/common/Entry.astro",
    "src/lib/papers/paperId.ts",
    "src/lib/papers/Paper.ts",
    "src/lib/paper_id.ts",
    "src/components/paper/entry-facts.astro",
    "src/components/Paper/Entry.astro",
    "src/pages/About.astro",
    "src/styles/Tokens.css",
  ]) {
    assert.notEqual(judgeFileName(path), undefined, path);
  }
});
