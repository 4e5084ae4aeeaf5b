import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { CACHE_FOLDER } from "../folders.ts";
import { lockOutput, waitToRender } from "./lock.ts";

let folder: string;

beforeEach(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  folder = mkdtempSync(join(CACHE_FOLDER, "lock-test-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("A second build of one output folder is refused until the first gives its lock back.", () => {
  const release = lockOutput("/srv/dist", folder);
  assert.throws(() => lockOutput("/srv/dist", folder), /Another build of .* is running \(process \d+\)/);
  lockOutput("/srv/other", folder)();
  release();
  lockOutput("/srv/dist", folder)();
});

test("A lock whose build was killed is taken over.", () => {
  lockOutput("/srv/dist", folder)();
  const release = lockOutput("/srv/dist", folder);
  const [name] = readdirSync(join(folder, "build"));
  assert.ok(name);
  // No process has the highest number there can be; an empty file is from a build killed while it wrote the lock.
  for (const holder of [String(2 ** 31 - 1), ""]) {
    writeFileSync(join(folder, "build", name), holder);
    lockOutput("/srv/dist", folder)();
  }
  release();
});

test("A build that wants to render waits for the one that does, and takes over from one that was killed.", async () => {
  const order: string[] = [];
  const release = await waitToRender(folder);
  const second = waitToRender(folder).then((giveBack) => {
    order.push("second");
    giveBack();
  });
  order.push("first");
  release();
  await second;
  assert.deepEqual(order, ["first", "second"]);
  writeFileSync(join(folder, "build", "render.lock"), String(2 ** 22 + 1));
  (await waitToRender(folder))();
});
