import assert from "node:assert/strict";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { CACHE_FOLDER, PROJECT_FOLDER } from "../folders.ts";
import { checkOutput, type Published, publishSite, recoverOutput } from "./publish.ts";
import { listSiteFiles } from "./site-files.ts";

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

function publish(to: string, kept: string[] = []): Published {
  const made = listSiteFiles(siteFolder);
  return publishSite({ siteFolder, made, kept: new Set(kept) }, listSiteFiles(to), to);
}

function read(path: string): string {
  return readFileSync(join(outDir, path), "utf8");
}

test("A new site takes its place whole, also where folders are missing or empty.", () => {
  mkdirSync(outDir);
  assert.equal(publish(outDir).written, 2);
  assert.equal(read("index.html"), "new");
  assert.deepEqual(readdirSync(folder), ["dist"]);
  writeSite(siteFolder, "new");
  publish(join(folder, "a", "b"));
  assert.equal(readFileSync(join(folder, "a", "b", "index.html"), "utf8"), "new");
});

test("A site that stands gets what is new and changed, keeps what stays, and loses the rest with its empty folders.", () => {
  writeSite(outDir, "old");
  for (const place of ["gone/far", "kept"]) {
    mkdirSync(join(outDir, place), { recursive: true });
    writeFileSync(join(outDir, place, "index.html"), "old");
  }
  writeFileSync(join(siteFolder, "fresh.html"), "new");
  const { written, removed, files } = publish(outDir, ["kept/index.html"]);
  assert.deepEqual({ written, removed }, { written: 3, removed: 1 });
  assert.deepEqual(readdirSync(outDir).sort(), ["_astro", "fresh.html", "index.html", "kept"]);
  assert.equal(read("index.html") + read("kept/index.html"), "newold");
  assert.deepEqual(new Map([...files].sort()), new Map([...listSiteFiles(outDir)].sort()));
});

test("A file whose bytes are the same is not touched.", () => {
  writeSite(outDir, "new");
  const before = statSync(join(outDir, "index.html")).mtimeMs;
  writeFileSync(join(siteFolder, "_astro", "site.css"), "NEW");
  assert.equal(publish(outDir).written, 1);
  assert.equal(statSync(join(outDir, "index.html")).mtimeMs, before);
});

test("What stands where a file or a folder has to be is cleared away.", () => {
  writeSite(outDir, "old");
  mkdirSync(join(outDir, "fresh.html", "deep"), { recursive: true });
  writeFileSync(join(outDir, "fresh.html", "deep", "a"), "");
  writeFileSync(join(outDir, "papers"), "a file");
  mkdirSync(join(siteFolder, "papers"));
  writeFileSync(join(siteFolder, "papers", "index.html"), "new");
  writeFileSync(join(siteFolder, "fresh.html"), "new");
  publish(outDir);
  assert.equal(read("fresh.html") + read("papers/index.html"), "newnew");
});

test("A link to a folder is followed.", () => {
  writeSite(outDir, "old");
  symlinkSync(outDir, join(folder, "link"));
  const to = join(folder, "link");
  publish(to);
  assert.equal(read("index.html"), "new");
  assert.ok(lstatSync(to).isSymbolicLink());
});

test("What a killed build left beside the output folder is cleared.", () => {
  writeSite(outDir, "old");
  writeSite(`${outDir}.offprint-new`, "half");
  recoverOutput(outDir);
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
