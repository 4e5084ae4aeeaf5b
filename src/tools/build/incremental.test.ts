import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { CACHE_FOLDER } from "../folders.ts";
import { type IncrementalScene, makeIncrementalScene } from "./incremental-scene.ts";

let scene: IncrementalScene;

before(async () => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  scene = await makeIncrementalScene(mkdtempSync(join(CACHE_FOLDER, "incremental-test-")), 60);
});

after(() => scene.remove());

/** Path of the newest month of papers below the content. */
function findNewestMonth(): string {
  const months = readdirSync(join(scene.contentDir, "papers")).sort();
  return `papers/${months.at(-1)}`;
}

test("A paper is added: its page is rendered, and those that name it; all others stay.", async () => {
  const path = findNewestMonth();
  const lines = scene.read(path).trimEnd().split("\n");
  const model = JSON.parse(lines.at(-1) ?? "");
  const [older = ""] = readdirSync(join(scene.contentDir, "papers")).sort();
  const [{ authors }] = scene
    .read(`papers/${older}`)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const id = `${model.id.slice(0, 5)}09999`;
  const added = { ...model, id, title: "Tides that count themselves", authors, links: {}, previousIds: [] };
  scene.write(path, `${[...lines, JSON.stringify(added)].join("\n")}\n`);
  const { rendered, pages } = await scene.compare();
  assert.ok(rendered > 5 && rendered < pages / 2, `${rendered} of ${pages} rendered`);
});

test("A digest is edited: its page and its lists follow.", async () => {
  const [name = ""] = readdirSync(join(scene.contentDir, "digests")).sort();
  const path = `digests/${name}`;
  scene.write(path, scene.read(path).replace(/^tldr: .*$/m, "tldr: Ships are counted by the tide alone."));
  const { rendered, pages } = await scene.compare();
  assert.ok(rendered > 0 && rendered < pages / 2, `${rendered} of ${pages} rendered`);
});

test("An edition is written: its introduction comes with it, and its papers say where they stand.", async () => {
  const path = findNewestMonth();
  const ids = scene
    .read(path)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id as string)
    .slice(-2);
  const front = ["date: 2027-01-04", "title: Two that float", "curator: the pilots", `lead: "${ids[0]}"`, "papers:"];
  const list = ids.map((id) => `  - "${id}"`);
  scene.write(
    "editions/2027-01-04.mdx",
    `---\n${[...front, ...list].join("\n")}\n---\n\nTwo papers, and a **tide**.\n`,
  );
  await scene.compare();
});

test("A paper is gone: its pages go, its address leads on.", async () => {
  const [name = ""] = readdirSync(join(scene.contentDir, "papers")).sort();
  const [gone = "", ...rest] = scene.read(`papers/${name}`).trimEnd().split("\n");
  const { id } = JSON.parse(gone);
  if (rest.length === 0) rmSync(join(scene.contentDir, "papers", name));
  else scene.write(`papers/${name}`, `${rest.join("\n")}\n`);
  rmSync(join(scene.contentDir, "digests", `${id}.md`), { force: true });
  const redirect = { from: `/papers/${id}/`, to: "/archive/", reason: "It has sunk.", date: "2026-11-28" };
  scene.write("redirects.jsonl", `${JSON.stringify(redirect)}\n`);
  const { removed } = await scene.compare();
  assert.ok(removed > 0);
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
