import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { CACHE_FOLDER, PROJECT_FOLDER } from "../folders.ts";
import { checkOutput, measureSite, publishSite, recoverOutput } from "./publish.ts";

let folder: string;
let outDir: string;
let siteFolder: string;

beforeEach(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  folder = mkdtempSync(join(CACHE_FOLDER, "publish-test-"));
  outDir = join(folder, "dist");
  siteFolder = join(folder, "work");
  writeSite(siteFolder, "new");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A site of two files; `_astro` is what tells it from any other folder. */
function writeSite(path: string, text: string): void {
  mkdirSync(join(path, "_astro"), { recursive: true });
  writeFileSync(join(path, "index.html"), text);
  writeFileSync(join(path, "_astro", "site.css"), text);
}

function readFront(path: string): string {
  return readFileSync(join(path, "index.html"), "utf8");
}

test("Publishing replaces the last site whole and leaves nothing beside it.", () => {
  writeSite(outDir, "old");
  writeFileSync(join(outDir, "gone.html"), "old");
  publishSite(siteFolder, outDir);
  assert.equal(readFront(outDir), "new");
  assert.equal(existsSync(join(outDir, "gone.html")), false);
  assert.deepEqual(readdirSync(folder).sort(), ["dist", "work"]);
  assert.equal(readFront(siteFolder), "new");
});

test("Publishing makes an output folder that is not there, and follows a link to one.", () => {
  publishSite(siteFolder, join(folder, "a", "b"));
  assert.equal(readFront(join(folder, "a", "b")), "new");
  writeSite(outDir, "old");
  symlinkSync(outDir, join(folder, "link"));
  publishSite(siteFolder, join(folder, "link"));
  assert.equal(readFront(outDir), "new");
});

test("A site that cannot be copied leaves the last one in its place.", () => {
  writeSite(outDir, "old");
  assert.throws(() => publishSite(join(folder, "nowhere"), outDir));
  assert.equal(readFront(outDir), "old");
  assert.deepEqual(readdirSync(folder).sort(), ["dist", "work"]);
});

test("What a killed build left is cleared, and a last site that it had put aside comes back.", () => {
  writeSite(outDir, "old");
  writeSite(`${outDir}.offprint-new`, "half");
  recoverOutput(outDir);
  assert.equal(readFront(outDir), "old");
  assert.deepEqual(readdirSync(folder).sort(), ["dist", "work"]);

  rmSync(outDir, { recursive: true });
  writeSite(`${outDir}.offprint-old`, "old");
  recoverOutput(outDir);
  assert.equal(readFront(outDir), "old");

  writeSite(`${outDir}.offprint-old`, "older");
  recoverOutput(outDir);
  assert.equal(readFront(outDir), "old");
  assert.deepEqual(readdirSync(folder).sort(), ["dist", "work"]);
});

test("An output folder that publishing would do harm to is refused.", () => {
  const contentDir = join(folder, "content");
  mkdirSync(join(contentDir, "papers"), { recursive: true });
  const precious = join(folder, "home");
  mkdirSync(precious);
  writeFileSync(join(precious, "thesis.tex"), "");
  const refusals: [string, RegExp][] = [
    [PROJECT_FOLDER, /which holds the project/],
    [join(PROJECT_FOLDER, ".."), /which holds the project/],
    [contentDir, /which holds the content/],
    [folder, /which holds the content/],
    [join(contentDir, "dist"), /which lies in the content/],
    [join(precious, "thesis.tex"), /which is a file/],
    [precious, /files that are not a built site/],
  ];
  for (const [path, message] of refusals) assert.throws(() => checkOutput({ outDir: path, contentDir }), message, path);
});

test("A new folder, an empty one and a built site are fit to publish to.", () => {
  const contentDir = join(folder, "content");
  mkdirSync(outDir);
  for (const path of [join(folder, "new"), outDir, siteFolder, join(folder, "content-dist")]) {
    checkOutput({ outDir: path, contentDir });
  }
});

test("A site is measured in files, pages and bytes.", () => {
  assert.deepEqual(measureSite(siteFolder), { files: 2, pages: 1, bytes: 6 });
});
