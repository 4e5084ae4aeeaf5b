import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import test, { after, before } from "node:test";
import { type BuildSettings, locateWorkFolder, readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";

let folder: string;
let settings: BuildSettings;

before(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  folder = mkdtempSync(join(CACHE_FOLDER, "build-long-test-"));
  settings = { ...readSettings({}), contentDir: join(PROJECT_FOLDER, "content"), outDir: join(folder, "dist") };
});

after(() => {
  rmSync(locateWorkFolder(settings), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Digests of all files of the output by name, but for those of the search index, whose bytes differ from run to run. */
function readOutput(): Map<string, string> {
  const entries = readdirSync(settings.outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files
      .map((path): [string, string] => [
        relative(settings.outDir, path),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ])
      .filter(([name]) => !name.startsWith("pagefind"))
      .sort(),
  );
}

test("Two clean builds of one content give the same bytes.", async () => {
  await build(settings);
  const first = readOutput();
  assert.ok(first.size > 50);
  rmSync(locateWorkFolder(settings), { recursive: true });
  await build(settings);
  assert.deepEqual(readOutput(), first);
});
