import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { ContentError } from "../lib/errors.ts";
import { readSettings } from "./build/settings.ts";
import { build } from "./build.ts";
import { CACHE_FOLDER, PROJECT_FOLDER } from "./folders.ts";

test("Bad content stops a build with every problem named, and the last site stays as it is.", async () => {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const folder = mkdtempSync(join(CACHE_FOLDER, "build-test-"));
  try {
    const outDir = join(folder, "dist");
    const contentDir = join(folder, "content");
    cpSync(join(PROJECT_FOLDER, "content", "tags.yaml"), join(contentDir, "tags.yaml"));
    mkdirSync(join(contentDir, "papers"));
    writeFileSync(join(contentDir, "papers", "2510.jsonl"), '{"id":\n{"id": "2510.00001"}\n');
    mkdirSync(join(outDir, "_astro"), { recursive: true });
    writeFileSync(join(outDir, "index.html"), "last site");
    await assert.rejects(build({ ...readSettings({}), contentDir, outDir }), (error) => {
      assert.ok(error instanceof ContentError);
      assert.ok(error.problems.length >= 2, error.message);
      return true;
    });
    assert.equal(readFileSync(join(outDir, "index.html"), "utf8"), "last site");
    assert.deepEqual(readdirSync(folder).sort(), ["content", "dist"]);
    assert.equal(existsSync(`${outDir}.offprint-new`), false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
