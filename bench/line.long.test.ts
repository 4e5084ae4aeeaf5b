import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { CACHE_FOLDER } from "#tools/folders.ts";
import type { LineFigures } from "./line-figures.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const folder = mkdtempSync(join(CACHE_FOLDER, "bench-line-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("Sixty papers are asked over a slow line: everything has its figure, and the archive is kept where that is wanted.", async () => {
  const bench = join(import.meta.dirname, "bench.ts");
  const args = [bench, "line", "--papers", "60", "--keep", folder, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { papers, questions, page, first, later, parts, typing, warm, planner } = JSON.parse(stdout) as LineFigures;
  assert.equal(papers, 60);
  assert.equal(questions, 12);
  assert.ok(page.bytes > 10_000 && page.requests > 3, `the page: ${page.bytes} B in ${page.requests}`);
  assert.ok(first.median.bytes > 50_000, `${first.median.bytes} B`);
  // What still comes when the question is asked takes the line's 80 ms at least: it was really slow, for the worker too.
  assert.ok(first.median.seconds > 0.08, `${first.median.seconds} s`);
  assert.ok(later.median.bytes < first.median.bytes && later.median.seconds < first.median.seconds);
  for (const part of ["program", "list", "words", "papers", "tables", "scripts"] as const) {
    assert.ok((parts[part]?.first.bytes ?? 0) > 0, part);
  }
  assert.ok(typing.slowestKey > 0 && warm.mean > 0 && warm.p95 >= warm.mean);
  assert.ok(planner.mean > 0 && planner.p95 >= planner.mean);
  assert.ok(existsSync(join(folder, "site", "search", "index.html")));
});
