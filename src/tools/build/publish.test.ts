import assert from "node:assert/strict";
import {
  existsSync,
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
import { dirname, join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { stampSite } from "#scenes/site-summary.ts";
import { CACHE_FOLDER } from "../folders.ts";
import { type Published, publishSite } from "./publish.ts";
import { listSiteFiles } from "./site-files.ts";
import { locateMade } from "./work-folder.ts";

let root: string;
let folder: string;
let work: string;
let outDir: string;
let siteFolder: string;

beforeEach(() => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  root = mkdtempSync(join(CACHE_FOLDER, "publish-test-"));
  folder = join(root, "here");
  mkdirSync(folder);
  outDir = join(folder, "dist");
  work = join(root, "work");
  siteFolder = locateMade(work).site;
  writeSite(siteFolder, "new");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A site of two files; `_astro` is what tells it from any other folder. */
function writeSite(path: string, text: string): void {
  mkdirSync(join(path, "_astro"), { recursive: true });
  writeFileSync(join(path, "index.html"), text);
  writeFileSync(join(path, "_astro", "site.css"), text);
}

/** Publishes what lies in the site's folder. @param names what the search index will have */
function publish(to: string, kept: string[] = [], names: string[] = [], settle = () => {}): Published {
  const made = new Map([...listSiteFiles(siteFolder)].filter(([file]) => !file.startsWith("pagefind/")));
  const index = {
    names: new Set(names),
    fresh: names.filter((name) => existsSync(join(siteFolder, "pagefind", name))),
  };
  return publishSite({ siteFolder, made, kept: new Set(kept), index }, work, listSiteFiles(to), to, settle);
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
  write("pagefind/bundles.json/deep/a");
  write("pagefind/bundles.json", siteFolder, "new");
  publish(outDir, [], ["bundles.json"]);
  assert.equal(read("fresh.html") + read("papers/index.html") + read("pagefind/bundles.json"), "newnewnew");
});

/** A site with whatever publishing can meet: what stays, changes and goes, obstacles, parts of an index. */
function writeOldSite(): string[] {
  writeSite(outDir, "old");
  for (const path of ["gone/far/index.html", "kept/index.html", "same.html", "fresh.html/deep/a", "papers"])
    write(path);
  for (const path of ["bundles.json", "old/one", "kept/one"]) write(`pagefind/${path}`);
  for (const path of ["same.html", "fresh.html", "papers/a/index.html"])
    write(path, siteFolder, path === "same.html" ? "old" : "new");
  for (const path of ["bundles.json", "new/one"]) write(`pagefind/${path}`, siteFolder, "new");
  return ["kept", "new", "bundles.json"];
}

function write(path: string, place = outDir, text = "old"): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
}

test("A link that stands for a folder makes way with nothing changed behind it.", () => {
  mkdirSync(join(siteFolder, "papers", "a"), { recursive: true });
  writeFileSync(join(siteFolder, "papers", "a", "index.html"), "new");
  writeSite(outDir, "old");
  for (const place of ["papers/a", "pagefind/papers-1"]) {
    mkdirSync(join(root, place), { recursive: true });
    writeFileSync(join(root, place, "index.html"), "foreign");
  }
  for (const place of ["papers", "pagefind"]) symlinkSync(join(root, place), join(outDir, place));
  publish(outDir);
  assert.equal(read("papers/a/index.html"), "new");
  assert.ok(lstatSync(join(outDir, "papers")).isDirectory());
  assert.ok(!existsSync(join(outDir, "pagefind")));
  for (const place of ["papers/a", "pagefind/papers-1"]) {
    assert.equal(readFileSync(join(root, place, "index.html"), "utf8"), "foreign");
  }
});

test("The index comes with the site: its new parts, then the file that names them, and others go.", () => {
  const index = writeOldSite();
  const { written, removed } = publish(outDir, ["kept/index.html"], index);
  assert.deepEqual({ written, removed }, { written: 4, removed: 3 });
  assert.deepEqual(readdirSync(join(outDir, "pagefind")).sort(), ["bundles.json", "kept", "new"]);
  assert.equal(read("pagefind/bundles.json") + read("papers/a/index.html") + read("same.html"), "newnewold");
  assert.deepEqual(readdirSync(work), ["site"]);
  writeSite(siteFolder, "new");
  publish(outDir, ["kept/index.html"]);
  assert.equal(existsSync(join(outDir, "pagefind")), false);
});

test("When anything fails before all is done, every file is where it was, and as it was.", () => {
  const index = writeOldSite();
  const stamp = () => stampSite(outDir, listSiteFiles(outDir).keys());
  const before = stamp();
  const fail = () => {
    assert.equal(read("index.html"), "new");
    throw Object.assign(new Error("no space"), { code: "ENOSPC" });
  };
  const message =
    /dist could not be replaced: the disk is full\. The last site stands\. Free some space and run this again\.$/;
  assert.throws(() => publish(outDir, ["kept/index.html"], index, fail), message);
  assert.deepEqual(stamp(), before);
  assert.deepEqual(readdirSync(work), ["site"]);
  writeSite(siteFolder, "new");
  assert.equal(publish(outDir, ["kept/index.html"], index).written, 4);
});

test("When the first site fails, there is none.", () => {
  for (const make of [() => {}, () => mkdirSync(outDir)]) {
    make();
    const before = readdirSync(folder);
    const fail = () => {
      throw new Error("fog");
    };
    assert.throws(() => publish(outDir, [], [], fail), /fog/);
    assert.deepEqual(readdirSync(folder), before);
    assert.deepEqual(listSiteFiles(outDir).size, 0);
  }
});

test("A link to a folder is followed.", () => {
  writeSite(outDir, "old");
  symlinkSync(outDir, join(folder, "link"));
  const to = join(folder, "link");
  publish(to);
  assert.equal(read("index.html"), "new");
  assert.ok(lstatSync(to).isSymbolicLink());
});
