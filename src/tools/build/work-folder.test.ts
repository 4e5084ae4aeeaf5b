import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { CACHE_FOLDER } from "../folders.ts";
import { clearAstroFolder, clearWorkFolder, makeWorkFolder } from "./work-folder.ts";

let folder: string;

beforeEach(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  folder = mkdtempSync(join(CACHE_FOLDER, "work-folder-test-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("A file where a folder of the cache has to be is cleared away, wherever in the path it stands.", () => {
  const path = join(folder, "a", "b", "c");
  for (const place of [join(folder, "a"), join(folder, "a", "b"), path]) {
    rmSync(join(folder, "a"), { recursive: true, force: true });
    mkdirSync(join(place, ".."), { recursive: true });
    writeFileSync(place, "damaged");
    assert.deepEqual(readdirSync(makeWorkFolder(path)), []);
  }
  rmSync(join(folder, "a"), { recursive: true });
  symlinkSync(join(folder, "nowhere"), join(folder, "a"));
  assert.deepEqual(readdirSync(makeWorkFolder(path)), []);
});

test("What Astro would believe unread is cleared, whatever has become of it; its log stays.", () => {
  writeFileSync(join(folder, "astro.log"), "said");
  mkdirSync(join(folder, "site", "papers"), { recursive: true });
  writeFileSync(join(folder, "cache"), "damaged");
  clearWorkFolder(folder);
  clearWorkFolder(folder);
  assert.deepEqual(readdirSync(folder), ["astro.log"]);
});

test("In Astro's own folder what stands in the way of its files goes, and nothing else.", () => {
  const shared = join(folder, ".astro");
  writeFileSync(shared, "damaged");
  clearAstroFolder(shared);
  mkdirSync(join(shared, "types.d.ts", "full"), { recursive: true });
  writeFileSync(join(shared, "collections"), "damaged");
  mkdirSync(join(shared, "integrations"));
  writeFileSync(join(shared, "settings.json"), "{}");
  clearAstroFolder(shared);
  assert.deepEqual(readdirSync(shared).sort(), ["integrations", "settings.json"]);
});
