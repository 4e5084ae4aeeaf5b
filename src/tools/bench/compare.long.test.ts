import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Standing } from "./comparison.ts";

test("Whoever is present makes nearly the same pages of the same archive, and who is not is named.", async () => {
  const args = [join(import.meta.dirname, "..", "bench.ts"), "compare", "--papers", "30", "--runs", "1", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { standings, missing } = JSON.parse(stdout) as { standings: Standing[]; missing: string[] };
  assert.equal(standings[0]?.name, "Offprint");
  assert.equal(standings.length + missing.length, 3);
  const own = standings[0]?.pages ?? 0;
  for (const { name, runs, ratio, pages, bytes } of standings) {
    assert.equal(runs.length, 1);
    assert.ok(ratio > 0 && bytes > 0);
    // Of so few papers the pages of which there is one each weigh more than they do in a real archive.
    assert.ok(pages > own * 0.75 && pages <= own, `${name} has ${pages} pages, we have ${own}`);
  }
});
