import assert from "node:assert/strict";
import { resolve } from "node:path";
import test from "node:test";
import { locateWorkFolder, readSettings } from "./settings.ts";

test("Without an environment a build reads content and writes dist for offprint.example.", () => {
  assert.deepEqual(readSettings({ CONTENT_DIR: "", SITE_URL: "" }), {
    contentDir: resolve("content"),
    outDir: resolve("dist"),
    siteUrl: "https://offprint.example",
    basePath: "/",
    paperPages: "all",
  });
});

test("Settings are made exact: folders absolute, the site without a slash, the base path with two.", () => {
  const settings = readSettings({
    CONTENT_DIR: "a",
    OUT_DIR: "b/",
    SITE_URL: "https://x.org/",
    BASE_PATH: "digest",
    PAPER_PAGES: "digests",
  });
  assert.deepEqual(settings, {
    contentDir: resolve("a"),
    outDir: resolve("b"),
    siteUrl: "https://x.org",
    basePath: "/digest/",
    paperPages: "digests",
  });
});

test("An address without a scheme, a base path that is none and a kind of pages that is not known are all named.", () => {
  assert.throws(() => readSettings({ SITE_URL: "x.org", BASE_PATH: "/a b/", PAPER_PAGES: "some" }), {
    message:
      'SITE_URL is "x.org"; write an address with its scheme, such as https://offprint.example.\n' +
      'BASE_PATH is "/a b/"; write a path of letters, digits and . _ ~ - between slashes, such as /digest/.\n' +
      'PAPER_PAGES is "some"; write all, or digests.',
  });
  assert.throws(() => readSettings({ BASE_PATH: "/a/../b/" }), /BASE_PATH/);
  assert.throws(() => readSettings({ SITE_URL: "file:///srv" }), /SITE_URL/);
});

test("A path in SITE_URL is sent to BASE_PATH.", () => {
  assert.throws(() => readSettings({ SITE_URL: "https://x.org/digest/" }), {
    message: 'SITE_URL is "https://x.org/digest/"; write only https://x.org there, and the path /digest/ in BASE_PATH.',
  });
});

test("Each combination of settings has a work folder of its own, and keeps it.", () => {
  const settings = readSettings({});
  assert.equal(locateWorkFolder(settings), locateWorkFolder({ ...settings }));
  const others = [{ contentDir: "/c" }, { outDir: "/o" }, { siteUrl: "https://x.org" }, { basePath: "/b/" }];
  const folders = new Set(others.map((other) => locateWorkFolder({ ...settings, ...other })));
  assert.equal(folders.size, 4);
  assert.equal(folders.has(locateWorkFolder(settings)), false);
});
