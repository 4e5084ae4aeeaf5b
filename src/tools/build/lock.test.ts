import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { CACHE_FOLDER } from "../folders.ts";
import { lockOutput, waitToCompile } from "./lock.ts";

let folder: string;

beforeEach(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  folder = mkdtempSync(join(CACHE_FOLDER, "lock-test-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("A second build of one output folder is refused until the first gives its lock back.", async () => {
  const release = await lockOutput("/srv/dist", folder);
  await assert.rejects(
    lockOutput("/srv/dist", folder),
    /Another run is at it: a build of \S+dist \(process \d+, since .* UTC\); wait for it\. If there is none, delete \S+\.lock\./,
  );
  (await lockOutput("/srv/other", folder))();
  release();
  (await lockOutput("/srv/dist", folder))();
});

test("A lock whose build was killed is taken over.", async () => {
  const release = await lockOutput("/srv/dist", folder);
  const [name = ""] = readdirSync(join(folder, "build"));
  const path = join(folder, "build", name);
  const lock = readFileSync(path, "utf8");
  // No process has the highest number there can be; random bytes are what a disk may make of a lock.
  for (const text of [lock.replace(/"pid":\d+/, `"pid":${2 ** 31 - 1}`), "", "\u0000\u0000"]) {
    writeFileSync(path, text);
    (await lockOutput("/srv/dist", folder))();
  }
  release();
  assert.deepEqual(readdirSync(join(folder, "build")), []);
});

test("A build that wants to render waits for the one that does, and takes over from one that was killed.", async () => {
  const order: string[] = [];
  const release = await waitToCompile(assert.fail, folder);
  const second = waitToCompile(assert.fail, folder).then((giveBack) => {
    order.push("second");
    giveBack();
  });
  order.push("first");
  release();
  await second;
  assert.deepEqual(order, ["first", "second"]);
  writeFileSync(join(folder, "build", "compile.lock"), String(2 ** 22 + 1));
  (await waitToCompile(assert.fail, folder))();
});
