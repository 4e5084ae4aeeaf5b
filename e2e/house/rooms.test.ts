import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeImport, judgePackage } from "./rooms.ts";

test("Imports along the flow pass.", () => {
  for (const [from, to] of [
    ["src/pages/index.astro", "src/data/library.ts"],
    ["src/pages/index.astro", "src/site.ts"],
    ["src/layouts/Page.astro", "src/components/site/Masthead.astro"],
    ["src/components/paper/Entry.astro", "src/lib/papers/entry.ts"],
    ["src/data/library.ts", "src/lib/dates.ts"],
    ["src/tools/build.ts", "src/search-index/build.ts"],
    ["src/house.test.ts", "e2e/house/rooms.ts"],
    ["src/lib/papers/view.test.ts", "e2e/scenes/paper-samples.ts"],
    ["bench/build.ts", "src/tools/build.ts"],
    ["bench/related.test.ts", "e2e/scenes/shared-data.ts"],
    ["e2e/scenes/fuzz.ts", "bench/random.ts"],
    ["src/pages/theme.js.ts", "src/client/theme.ts"],
  ] as const) {
    assert.equal(judgeImport(from, to), undefined, `${from} -> ${to}`);
  }
});

test("An import against the flow fails with file, import and what is allowed.", () => {
  assert.equal(
    judgeImport("src/lib/dates.ts", "src/data/library.ts"),
    "src/lib/dates.ts imports src/data/library.ts; lib may import only from lib, site.ts",
  );
  for (const [from, to] of [
    ["src/components/paper/Entry.astro", "src/data/library.ts"],
    ["src/layouts/Page.astro", "src/data/library.ts"],
    ["src/pages/index.astro", "src/pages/search.astro"],
    ["src/pages/index.astro", "src/client/keys.ts"],
    ["src/data/library.ts", "src/components/paper/Entry.astro"],
    ["src/client/keys.ts", "src/site.ts"],
    ["src/search-index/build.ts", "src/data/library.ts"],
    ["src/search-index/build.ts", "src/tools/folders.ts"],
    ["src/tools/build.ts", "e2e/sites.ts"],
    ["src/tools/build.ts", "e2e/scenes/paper-samples.ts"],
    ["src/tools/build.ts", "bench/random.ts"],
    ["src/lib/papers/view.test.ts", "e2e/sites.ts"],
    ["src/lib/papers/view.test.ts", "bench/random.ts"],
    ["e2e/lists.spec.ts", "src/components/paper/Entry.astro"],
    ["src/site.ts", "src/lib/dates.ts"],
  ] as const) {
    assert.match(judgeImport(from, to) ?? "", / may import only from /, `${from} -> ${to}`);
  }
  assert.match(judgeImport("src/attic/x.ts", "src/lib/dates.ts") ?? "", /no known room; add attic/);
});

test("Astro's content, Astro and Node come in only where they may.", () => {
  assert.equal(judgePackage("src/data/library.ts", "astro:content"), undefined);
  assert.equal(judgePackage("src/content.config.ts", "astro:content"), undefined);
  assert.equal(judgePackage("src/lib/content/read.ts", "node:fs"), undefined);
  assert.equal(judgePackage("src/lib/records/write-file.ts", "node:fs"), undefined);
  assert.equal(judgePackage("src/lib/markdown.ts", "satteri"), undefined);
  assert.match(judgePackage("src/pages/index.astro", "astro:content") ?? "", /only src\/data/);
  assert.match(judgePackage("src/lib/dates.ts", "astro:content") ?? "", /only src\/data/);
  assert.match(judgePackage("src/lib/dates.ts", "astro") ?? "", /knows nothing of Astro/);
  assert.match(judgePackage("src/lib/papers/id.ts", "node:fs") ?? "", /only records and content/);
  assert.match(judgePackage("src/client/keys.ts", "node:path") ?? "", /runs in a browser/);
});
