import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { type Manifest, readManifest, writeManifest } from "./manifest.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-manifest-"));
const path = join(folder, "kept", "manifest");
after(() => rmSync(folder, { recursive: true }));

const manifest: Manifest = {
  content: "c",
  addresses: "a",
  papers: 2,
  unstamped: [],
  files: new Map([
    ["authors/李明/index.html", { key: "k", size: 3, mtimeMs: 1764345600123.4568 }],
    ["_astro/a.css", { key: "", size: 0, mtimeMs: 0 }],
  ]),
  folders: new Map([
    [".", 1764345600123.4568],
    ["authors/李明", 0],
  ]),
};

test("A manifest is read as it was written, times to the last digit.", () => {
  writeManifest(path, manifest);
  assert.deepEqual(readManifest(path), manifest);
});

test("One that is not there, or not whole, is none.", () => {
  assert.equal(readManifest(join(folder, "nothing")), undefined);
  const text = readFileSync(path, "utf8");
  for (const damaged of ["", text.slice(0, -1), text.replace("_astro", "_astra")]) {
    writeFileSync(path, damaged);
    assert.equal(readManifest(path), undefined);
  }
});
