import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { addDays } from "#lib/dates.ts";
import { RETIRED_DAYS, readAssets, writeAssets } from "#tools/build/retired-assets.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import {
  addPaper,
  editDigest,
  findNewestMonth,
  listDigests,
  takeOut,
  writeEdition,
} from "../scenes/archive-changes.ts";
import { type IncrementalScene, makeIncrementalScene } from "../scenes/incremental-scene.ts";

let scene: IncrementalScene;

before(async () => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  scene = await makeIncrementalScene(mkdtempSync(join(CACHE_FOLDER, "incremental-test-")), 60);
});

after(() => scene.remove());

test("A paper is added: its page is rendered, and those that name it; all others stay.", async () => {
  addPaper(scene);
  const { rendered, pages } = await scene.compare();
  assert.ok(rendered > 5 && rendered < pages / 2, `${rendered} of ${pages} rendered`);
});

test("A digest is edited: its page and its lists follow.", async () => {
  editDigest(scene, listDigests(scene)[0] ?? "", "Ships are counted by the tide alone.");
  const { rendered, pages } = await scene.compare();
  assert.ok(rendered > 0 && rendered < pages / 2, `${rendered} of ${pages} rendered`);
});

test("An edition is written, and a paper is gone: its papers say where they stand, pages go, an address leads on.", async () => {
  const ids = scene.readPapers(findNewestMonth(scene)).map(({ id }) => id);
  writeEdition(scene, "2027-01-04", ids.slice(-2));
  const [oldest = ""] = scene.listMonths();
  takeOut(scene, scene.readPapers(oldest)[0]?.id ?? "");
  const { removed } = await scene.compare();
  assert.ok(removed > 0);
});

test("The search index is another than the last build left: a day comes in, and it is right.", async () => {
  for (const name of readdirSync(join(scene.outDir, "pagefind"))) {
    if (name.startsWith("papers-"))
      renameSync(join(scene.outDir, "pagefind", name), join(scene.outDir, "pagefind", "papers-0"));
  }
  const [name = ""] = readdirSync(join(scene.contentDir, "digests"));
  const path = `digests/${name}`;
  scene.write(path, scene.read(path).replace(/^tldr: .*$/m, "tldr: Tides are counted by the ship."));
  await scene.compare();
});

test("Files of the site are damaged or lost, and what was kept is: all is made again.", async () => {
  writeFileSync(join(scene.outDir, "index.html"), "damaged");
  rmSync(join(scene.outDir, "archive"), { recursive: true });
  const [asset = "", ...assets] = readdirSync(join(scene.outDir, "_astro"));
  rmSync(join(scene.outDir, "_astro", asset));
  for (const name of assets) writeFileSync(join(scene.outDir, "_astro", name), "damaged");
  mkdirSync(join(scene.outDir, "stray"));
  writeFileSync(join(scene.outDir, "stray", "index.html"), "stray");
  const { rendered, pages } = await scene.compare();
  assert.ok(rendered > 1 && rendered < pages / 2, `${rendered} of ${pages} rendered`);
  for (const entry of readdirSync(join(scene.workFolder, "kept"), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !entry.name.startsWith("manifest"))
      writeFileSync(join(entry.parentPath, entry.name), "damaged");
  }
  await scene.compare();
});

test("A style sheet that pages no longer name stays for pages that caches still hold, and goes two weeks later.", async () => {
  const [old, path] = ["_astro/old.css", join(scene.workFolder, "assets.json")];
  const { current = [], retired = {} } = readAssets(path) ?? {};
  const isThere = () => existsSync(join(scene.outDir, old));
  const change = (text: string) => editDigest(scene, listDigests(scene)[0] ?? "", text);
  writeFileSync(join(scene.outDir, old), "p {}");
  writeAssets(path, { current: [...current, old], retired });
  change("Ships are counted by the moon alone.");
  await scene.rebuild();
  assert.ok(isThere(), "it stays");
  const { retired: left = {} } = readAssets(path) ?? {};
  writeAssets(path, { current, retired: { ...left, [old]: addDays(left[old] ?? "", -RETIRED_DAYS - 1) } });
  change("Ships are counted by both.");
  await scene.compare();
  assert.ok(!isThere(), "it goes");
});
