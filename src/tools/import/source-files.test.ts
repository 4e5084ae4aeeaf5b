import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findSourceFiles } from "./source-files.ts";

test("A file that no program can hold as text is told with its size and the bound; the others are found.", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "offprint-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "a.bib"), "");
  writeFileSync(join(folder, "b.bib"), "");
  // Takes no room on the disk.
  truncateSync(join(folder, "a.bib"), 3_000_000_000);
  const { paths, problems } = findSourceFiles([folder], [".bib"]);
  assert.deepEqual(paths, [join(folder, "b.bib")]);
  assert.deepEqual(
    problems.map(({ found, allowed }) => [found, allowed]),
    [["3,000 MB", "at most 256 MB"]],
  );
});
