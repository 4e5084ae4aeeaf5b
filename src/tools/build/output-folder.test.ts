import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { CACHE_FOLDER, PROJECT_FOLDER } from "../folders.ts";
import { checkOutput, recoverOutput } from "./output-folder.ts";

let folder: string;
let outDir: string;

beforeEach(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  folder = mkdtempSync(join(CACHE_FOLDER, "output-folder-test-"));
  outDir = join(folder, "dist");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two files that tell a site from any other folder. */
function writeSite(path: string): void {
  mkdirSync(join(path, "_astro"), { recursive: true });
  writeFileSync(join(path, "index.html"), "");
}

test("What a killed build left beside the output folder is cleared.", () => {
  writeSite(outDir);
  writeSite(`${outDir}.offprint-new`);
  recoverOutput(outDir);
  assert.deepEqual(readdirSync(folder), ["dist"]);
  symlinkSync("loop", join(folder, "loop"));
  for (const path of [join(folder, "x".repeat(300)), join(folder, "loop"), join(folder, "loop", "dist")]) {
    recoverOutput(path);
  }
});

test("An output folder that publishing would do harm to is refused.", () => {
  const contentDir = join(folder, "content");
  mkdirSync(join(contentDir, "papers"), { recursive: true });
  const precious = join(folder, "home");
  mkdirSync(precious);
  writeFileSync(join(precious, "thesis.tex"), "");
  const dangling = join(folder, "dangling");
  symlinkSync(join(folder, "nowhere"), dangling);
  symlinkSync("loop", join(folder, "loop"));
  const refusals: [string, RegExp][] = [
    [PROJECT_FOLDER, /which holds the project/],
    [join(PROJECT_FOLDER, ".."), /which holds the project/],
    [contentDir, /which holds the content/],
    [folder, /which holds the content/],
    [join(contentDir, "dist"), /which lies in the content/],
    [join(CACHE_FOLDER, "build", "site"), /which lies in the cache of builds/],
    [join(precious, "thesis.tex"), /which is a file/],
    [join(precious, "thesis.tex", "dist"), /but .*thesis\.tex is a file/],
    [dangling, /but .*dangling is a link that leads nowhere; remove it/],
    [join(dangling, "dist"), /but .*dangling is a link that leads nowhere; remove it/],
    [join(folder, "loop", "dist"), /but .*loop is a link that leads nowhere/],
    [join(folder, "x".repeat(300)), /xx cannot be written: its name is longer than names may be here\./],
    [join(folder, "x".repeat(300), "dist"), /dist cannot be written: its name is longer/],
    [precious, /files that are not a built site/],
  ];
  for (const [path, message] of refusals) assert.throws(() => checkOutput({ outDir: path, contentDir }), message, path);
});

test("A new folder, an empty one and a built site are fit to publish to.", () => {
  const contentDir = join(folder, "content");
  mkdirSync(outDir);
  writeSite(join(folder, "site"));
  for (const path of [join(folder, "new"), outDir, join(folder, "site"), join(folder, "content-dist")]) {
    checkOutput({ outDir: path, contentDir });
  }
  symlinkSync(folder, join(folder, "link"));
  checkOutput({ outDir: join(folder, "link", "new"), contentDir });
});
