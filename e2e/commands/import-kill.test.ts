import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { inventDays } from "../../bench/import-corpus.ts";
import { createRandom } from "../../bench/random.ts";
import { makeImportScene } from "../scenes/import-scene.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "import-kill-test-"));
after(() => rmSync(root, { recursive: true }));

const TAGS = [{ id: "planning", label: "Planning", description: "Thinking before acting.", aliases: [] }];

test("An import that is killed at any of five instants leaves every file old or new, and run again ends as if undisturbed.", async () => {
  const scene = await makeImportScene(
    root,
    inventDays(7, TAGS).filter((_, index) => index % 4 === 0),
  );
  const random = createRandom("import-kill");
  for (let part = 0; part < 5; part += 1) {
    scene.reset();
    await scene.run({ killAfter: ((part + random.next()) / 5) * scene.lasted });
    scene.judge();
    assert.equal((await scene.run()).code, 0);
    scene.assertDone();
  }
});
