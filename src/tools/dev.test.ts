import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { makeContentFiles, SAMPLE_EDITION, writeFiles } from "#scenes/content-samples.ts";
import { PROJECT_FOLDER } from "./folders.ts";

test("An edition that cannot be read when the dev server starts is told as check tells it.", (t) => {
  const root = mkdtempSync(join(tmpdir(), "offprint-dev-"));
  t.after(() => rmSync(root, { recursive: true }));
  const folder = join(root, "content");
  writeFiles(folder, {
    ...makeContentFiles(),
    "editions/2026-03-09.mdx": SAMPLE_EDITION.replace("title:", "\ttitle:"),
  });
  const { status, stderr } = spawnSync(process.execPath, [join(PROJECT_FOLDER, "src/tools/dev.ts")], {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, CONTENT_DIR: folder, OUT_DIR: join(root, "site"), PORT: "0" },
    encoding: "utf8",
    timeout: 60_000,
  });
  assert.equal(status, 1);
  assert.match(stderr, /editions\/2026-03-09\.mdx:3 {2}a tab stands where only blanks may\n/);
  assert.doesNotMatch(stderr, /unforeseen/);
});
