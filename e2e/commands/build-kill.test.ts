import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { createRandom } from "../../bench/random.ts";
import { makeBuildScene } from "../scenes/build-scene.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "build-kill-test-"));
after(() => rmSync(root, { recursive: true }));

test("A build that is killed at any of five instants leaves a whole site, and run again ends as if undisturbed.", async () => {
  const scene = await makeBuildScene(root);
  const random = createRandom("build-kill");
  try {
    for (let part = 0; part < 5; part += 1) {
      scene.reset();
      await scene.run({ killAfter: ((part + random.next()) / 5) * scene.lasted });
      scene.judge();
      const { code, output } = await scene.run();
      assert.equal(code, 0, output);
      scene.assertDone();
    }
  } finally {
    scene.remove();
  }
});
