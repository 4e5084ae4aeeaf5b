import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";
import { listSiteFiles } from "./site-files.ts";
import { surveySite, timeFolders } from "./site-survey.ts";
import { beginSurvey } from "./survey-ahead.ts";

let root: string;
let outDir: string;

before(() => {
  root = mkdtempSync(join(tmpdir(), "offprint-ahead-"));
  outDir = join(root, "site");
  mkdirSync(join(outDir, "about"), { recursive: true });
  for (const name of ["index.html", "about/index.html", "stray"]) writeFileSync(join(outDir, name), "text");
});
after(() => rmSync(root, { recursive: true }));

/** Writes a manifest of the folder as it is, and of so many files that are gone. */
function keepManifest(gone: number): { manifestPath: string; manifest: Manifest } {
  const manifestPath = join(root, `${gone}.manifest`);
  const standing = listSiteFiles(outDir);
  const files = new Map([...standing].map(([file, own]) => [file, { key: "k", ...own }]));
  for (let index = 0; index < gone; index += 1) {
    files.set(`papers/${index}/index.html`, { key: "k".repeat(60), size: 1, mtimeMs: 1 });
  }
  const folders = timeFolders(outDir, standing, { files: new Map(), folders: new Map() }, undefined);
  writeManifest(manifestPath, { content: "c", addresses: "a", papers: 1, unstamped: [], files, folders });
  const manifest = readManifest(manifestPath);
  assert.ok(manifest);
  return { manifestPath, manifest };
}

for (const [size, gone] of [
  ["small", 0],
  ["large", 25_000],
] as const) {
  test(`A ${size} site is surveyed meanwhile as it is at once.`, async () => {
    const { manifestPath, manifest } = keepManifest(gone);
    assert.equal(statSync(manifestPath).size > 2_000_000, gone > 0);
    truncateSync(join(outDir, "about/index.html"), 2);
    writeFileSync(join(outDir, `new-${size}`), "text");
    const survey = await beginSurvey({ outDir, manifestPath })(manifest);
    const now = surveySite(outDir, manifest);
    const sizeOf = (file: string) => survey.files.get(file)?.size;
    assert.deepEqual([sizeOf("about/index.html"), sizeOf(`new-${size}`), sizeOf("index.html")], [2, 4, 4]);
    assert.deepEqual([...survey.files.keys()].sort(), [...now.files.keys()].sort());
    assert.deepEqual([...survey.folders].sort(), [...now.folders].sort());
    rmSync(join(outDir, `new-${size}`));
  });
}

test("Without a manifest, or with one that is not whole, everything is listed.", async () => {
  const manifestPath = join(root, "broken.manifest");
  for (const bytes of [undefined, 0, 3_000_000]) {
    if (bytes !== undefined) writeFileSync(manifestPath, Buffer.alloc(bytes, "x"));
    const survey = await beginSurvey({ outDir, manifestPath })(undefined);
    assert.deepEqual([...survey.files.keys()].sort(), [...listSiteFiles(outDir).keys()].sort());
  }
});
