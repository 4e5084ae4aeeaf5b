import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../bench/random.ts";
import { makeBuildScene } from "../scenes/build-scene.ts";

const scene = await makeBuildScene("build-kill");

test("A build that is killed at any of five instants leaves a whole site, and run again ends as if undisturbed.", async () => {
  const random = createRandom("build-kill");
  for (let part = 0; part < 5; part += 1) {
    scene.reset();
    await scene.run({ killAfter: ((part + random.next()) / 5) * scene.lasted });
    scene.judge();
    const { code, output } = await scene.run();
    assert.equal(code, 0, output);
    scene.assertDone();
  }
});
