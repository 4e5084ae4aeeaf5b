import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { listSiteFiles, type SiteFile } from "./site-files.ts";
import { applyChanges, compareSurveys, type SiteSurvey, surveySite, timeFolders } from "./site-survey.ts";

let folder: string;
let known: SiteSurvey;

function write(path: string, text = "text"): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Files in order of their names. */
function sortFiles(files: ReadonlyMap<string, SiteFile>): [string, SiteFile][] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a survey finds is what a list of everything finds, and its changes lead to it. */
function assertSurveyed(before: SiteSurvey | undefined = known): void {
  const survey = surveySite(folder, before);
  assert.deepEqual(sortFiles(survey.files), sortFiles(listSiteFiles(folder)));
  if (before === undefined) return;
  const again = applyChanges(before, compareSurveys(survey, before));
  assert.deepEqual(sortFiles(again.files), sortFiles(survey.files));
  assert.deepEqual([...again.folders].sort(), [...survey.folders].sort());
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "offprint-survey-"));
  for (const path of ["index.html", "papers/a/index.html", "papers/b/index.html", "pagefind/bundle/one"]) write(path);
  const files = listSiteFiles(folder);
  known = { files, folders: timeFolders(folder, files, { files: new Map(), folders: new Map() }, undefined) };
});

afterEach(() => rmSync(folder, { recursive: true }));

test("A survey finds what is new, changed and gone, wherever it stands.", () => {
  assertSurveyed();
  write("stray");
  write("papers/a/stray");
  write("papers/c/deep/index.html");
  write("papers/b/index.html", "other text");
  rmSync(join(folder, "index.html"));
  rmSync(join(folder, "pagefind"), { recursive: true });
  assertSurveyed();
  assert.ok(surveySite(folder, known).files.has("papers/c/deep/index.html"));
});

test("What has taken the place of something else is found as what it is.", () => {
  const page = join(folder, "papers", "a", "index.html");
  rmSync(page);
  mkdirSync(page);
  write("papers/a/index.html/inner");
  rmSync(join(folder, "papers", "b"), { recursive: true });
  write("papers/b");
  rmSync(join(folder, "index.html"));
  symlinkSync("papers/b", join(folder, "index.html"));
  assertSurveyed();
});

test("A folder that was exchanged for another with the same names is looked at file by file.", () => {
  renameSync(join(folder, "papers", "a"), join(folder, "away"));
  renameSync(join(folder, "papers", "b"), join(folder, "papers", "a"));
  renameSync(join(folder, "away"), join(folder, "papers", "b"));
  assertSurveyed();
});

test("What lies behind a link that has taken a folder's place is not the site's, however deep.", () => {
  for (const path of ["papers/a", "pagefind", "papers"]) {
    known = surveySite(folder, undefined);
    const elsewhere = join(folder, "..", `${basename(folder)}-elsewhere`);
    renameSync(join(folder, path), elsewhere);
    symlinkSync(elsewhere, join(folder, path));
    const others = [...known.files.keys()].filter((file) => !file.startsWith(`${path}/`));
    for (const all of [known, undefined]) {
      const { files, folders } = surveySite(folder, all);
      assert.deepEqual(new Set(files.keys()), new Set([...others, path]), path);
      assert.equal(files.get(path)?.size, -1);
      assert.ok(!folders.keys().some((found) => `${found}/`.startsWith(`${path}/`)), path);
    }
    rmSync(join(folder, path));
    renameSync(elsewhere, join(folder, path));
  }
});

test("What is put into a folder that was empty is found, whoever made it and however often was looked before.", () => {
  for (const start of [known, undefined]) {
    mkdirSync(join(folder, "papers", "empty", "deep"), { recursive: true });
    let before = start;
    for (let builds = 0; builds < 2; builds += 1) {
      const survey = surveySite(folder, before);
      before = { files: survey.files, folders: timeFolders(folder, survey.files, survey, before) };
    }
    write("papers/empty/deep/stray");
    assertSurveyed(before);
    rmSync(join(folder, "papers", "empty"), { recursive: true });
    assertSurveyed(before);
  }
});

test("Without anything known all is listed, also behind a link.", () => {
  assertSurveyed({ files: new Map(), folders: new Map() });
  assert.equal(surveySite(join(folder, "nowhere"), undefined).files.size, 0);
  assert.equal(surveySite(join(folder, "nowhere"), known).files.size, 0);
  const link = `${folder}-link`;
  symlinkSync(folder, link);
  assert.equal(surveySite(link, known).files.size, 4);
  rmSync(link);
});

test("Times of folders that a build has not touched are those of the survey it began with.", () => {
  const before = surveySite(folder, known);
  // Somebody adds a file while the build is at work: the next survey must still list the folder.
  const stale = new Map(before.folders).set("papers/a", 1);
  write("papers/b/index.html", "rendered anew");
  const times = timeFolders(folder, listSiteFiles(folder), { files: before.files, folders: stale }, known);
  assert.equal(times.get("papers/a"), 1);
  assert.notEqual(times.get("."), undefined);
  assert.deepEqual([...times.keys()].sort(), [".", "pagefind", "pagefind/bundle", "papers", "papers/a", "papers/b"]);
});

test("Folders that came and went have their times, or none, whoever put them there.", () => {
  write("papers/c/index.html");
  rmSync(join(folder, "papers/a"), { recursive: true });
  const before = surveySite(folder, known);
  write("papers/d/index.html");
  rmSync(join(folder, "pagefind"), { recursive: true });
  const files = listSiteFiles(folder);
  const times = timeFolders(folder, files, before, known);
  assert.deepEqual([...times.keys()].sort(), [".", "papers", "papers/b", "papers/c", "papers/d"]);
  known = { files, folders: times };
  assert.deepEqual(times, timeFolders(folder, files, { files: new Map(), folders: new Map() }, undefined));
  assertSurveyed();
});
