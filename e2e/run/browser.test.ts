import assert from "node:assert/strict";
import test from "node:test";
import { findBrowser, listInstalledPaths } from "./browser.ts";

test("CHROMIUM_PATH comes before all else, and must name a file.", async () => {
  const browser = await findBrowser({ CHROMIUM_PATH: process.execPath });
  assert.equal(browser.executablePath, process.execPath);
  assert.equal(browser.source, "CHROMIUM_PATH");
  await assert.rejects(findBrowser({ CHROMIUM_PATH: "/nowhere/chromium" }), {
    message: 'CHROMIUM_PATH is "/nowhere/chromium", and there is no such file.',
  });
});

test("A browser is kept from talking to anyone but the site under test.", async () => {
  const { args } = await findBrowser({ CHROMIUM_PATH: process.execPath });
  for (const name of ["--disable-background-networking", "--disable-component-update", "--disable-sync"]) {
    assert.ok(args.includes(name), name);
  }
});

test("Chrome and Chromium are looked for where each system installs them.", () => {
  assert.equal(listInstalledPaths("linux", {})[0], "/usr/bin/chromium");
  assert.match(listInstalledPaths("darwin", {})[0] ?? "", /^\/Applications\/Google Chrome\.app\//);
  assert.equal(listInstalledPaths("win32", { PROGRAMFILES: "C:\\Programs" }).length, 1);
  assert.deepEqual(listInstalledPaths("win32", {}), []);
});
