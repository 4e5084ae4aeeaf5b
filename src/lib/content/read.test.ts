import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { writeFiles } from "#scenes/content-samples.ts";
import { listContentFiles, nameContentFile } from "./content-files.ts";
import { readContent } from "./read.ts";

const root = mkdtempSync(join(tmpdir(), "offprint-read-"));
after(() => rmSync(root, { recursive: true }));

test("A folder that does not exist, or is a file, is a problem.", () => {
  const missing = join(root, "missing");
  assert.deepEqual(readContent(missing).problems, [
    {
      file: missing,
      message: "the content folder does not exist",
      mend: "create it, or set CONTENT_DIR to another folder",
    },
  ]);
  const file = join(root, "file");
  writeFileSync(file, "");
  symlinkSync("loop", join(root, "loop"));
  for (const path of ["x".repeat(300), "loop", "loop/content", "file/content"]) {
    assert.equal(readContent(join(root, path)).problems[0]?.message, "the content folder does not exist", path);
  }
  assert.equal(readContent(file).problems[0]?.message, "the content folder is a file");
});

test("Files of a kind are listed in order of name, hidden ones left out.", () => {
  const folder = join(root, "list");
  const months = Array.from({ length: 40 }, (_, index) => `papers/${2039 - index}-03.jsonl`);
  writeFiles(folder, {
    ...Object.fromEntries(months.map((path) => [path, ""])),
    "papers/.hidden.jsonl": "",
    "tags.yaml": "",
  });
  assert.deepEqual(
    listContentFiles(folder, "records"),
    months.toReversed().map((path) => join(folder, path)),
  );
  assert.deepEqual(listContentFiles(folder, "tags"), [join(folder, "tags.yaml")]);
  assert.deepEqual(listContentFiles(folder, "digests"), []);
  assert.deepEqual(listContentFiles(folder, "days"), []);
});

test("Problems name files from the working folder, those elsewhere by their whole path.", () => {
  assert.equal(nameContentFile(join(process.cwd(), "content", "tags.yaml")), "content/tags.yaml");
  assert.equal(nameContentFile(join(root, "tags.yaml")), join(root, "tags.yaml"));
});
