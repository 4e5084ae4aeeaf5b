/** Builds that fail at any of their steps: the last site stands byte for byte, its search included, and the next build is right. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type BuildScene, makeBuildScene } from "#scenes/build-scene.ts";
import { readTree } from "#scenes/process.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "build-failure-test-"));
let scene: BuildScene;

before(async () => {
  scene = await makeBuildScene(root);
});

after(() => {
  scene.remove();
  rmSync(root, { recursive: true });
});

/** Fails unless a build over the old site is refused in plain words, with all as it was; tells what it said. */
async function assertRefused(environment: { [name: string]: string }, why: string): Promise<string> {
  const before = readTree(scene.outDir);
  assert.ok(before.has("pagefind/bundles.json"));
  const { code, output } = await scene.run({ environment });
  assert.equal(code, 1, `${why}: ${output}`);
  assert.deepEqual(readTree(scene.outDir), before, why);
  assert.doesNotMatch(output, /^\s+at |unforeseen|\bE[A-Z]{4,}\b|errno/m, why);
  assert.match(output, /last site stands\.|as it was before\.|Nothing was changed\./i, why);
  assert.match(output, /and (run this|build) again/, why);
  return output;
}

/** Fails unless the next build makes the new site. */
async function assertBuilds(why: string): Promise<void> {
  const { code, output } = await scene.run();
  assert.equal(code, 0, `${why}: ${output}`);
  scene.assertDone();
}

const preload = `--import=${join(import.meta.dirname, "..", "scenes", "kill-at-call.ts")}`;

/** Steps of a build that may fail, as calls that do: the disk is full, may not be written, is read-only. */
const STEPS: { [step: string]: [match: string, at: number, code: string] } = {
  "a page is rendered": ["^writeFileSync .*/site/.*html", 3, "ENOSPC"],
  "a part of the index is begun": ["^mkdirSync .*/pagefind/papers-", 1, "ENOSPC"],
  "a part of the index is written": ["^writeFile .*/pagefind/", 3, "ENOSPC"],
  "the index is named": ["^writeFileSync .*bundles\\.json", 1, "ENOSPC"],
  "it is kept what the index is made of": ["^\\w+ .*/kept/.*/index/", 1, "EACCES"],
  "what makes way is kept": ["^(linkSync|renameSync) .*/aside/", 1, "EACCES"],
  "the first file takes its place": ["^renameSync .*/site/.* .*/dist/", 1, "EACCES"],
  "some files have taken theirs": ["^renameSync .*/site/.* .*/dist/", 6, "EPERM"],
  "the index takes its place": ["^renameSync .* .*/dist/pagefind/", 1, "EROFS"],
  "the index names its new parts": ["^renameSync .* .*/dist/pagefind/bundles", 1, "ENOSPC"],
  "what is gone is removed": ["^renameSync .*/dist/pagefind/papers-.*aside", 1, "EACCES"],
  "addresses are listed": ["^writeFileSync .*-test-\\w+/content/", 1, "EROFS"],
  "the manifest is written": ["^writeFileSync .*manifest", 1, "ENOSPC"],
};

for (const [step, [match, at, code]] of Object.entries(STEPS)) {
  test(`A build fails when ${step}.`, async () => {
    scene.reset();
    await assertRefused({ NODE_OPTIONS: preload, KILL_MATCH: match, KILL_AT: String(at), FAIL_WITH: code }, step);
    await assertBuilds(step);
  });
}
