import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { UsageError } from "#tools/commands/command.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { measureImport } from "./import.ts";

test("A number of entries that makes no sense is refused before anything is written.", async () => {
  const refused: [string[], string][] = [
    [["--entries", "0"], '--entries is "0"; write a whole number from 1 to 100000'],
    [["--entries", "1e3"], '--entries is "1e3"; write a whole number from 1 to 100000'],
    [["--entries", ""], '--entries is ""; write a whole number from 1 to 100000'],
    [["--entrie", "10"], "there is no option --entrie; did you mean --entries?"],
  ];
  for (const [args, message] of refused) {
    await assert.rejects(async () => measureImport.run(args), new UsageError(message));
  }
});

test("Without real days invented ones are imported, the second time for nothing, and no folder is left.", async () => {
  const bench = join(import.meta.dirname, "bench.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [bench, "import", "--entries", "50", "--json"], {
    env: { ...process.env, SHARED_DIR: join(CACHE_FOLDER, "nowhere") },
  });
  const { first, second } = JSON.parse(stdout) as { [run: string]: { [figure: string]: number } };
  const { seconds: _first, peakMB: _firstPeak, ...came } = first ?? {};
  const { seconds: _second, peakMB: _secondPeak, ...again } = second ?? {};
  assert.deepEqual(came, { added: 60, changed: 0, unchanged: 0, refused: 0, files: 2 });
  assert.deepEqual(again, { added: 0, changed: 0, unchanged: 60, refused: 0, files: 0 });
  assert.ok((first?.["seconds"] ?? 0) > 0 && (first?.["peakMB"] ?? 0) > 10);
  assert.equal(existsSync(join(CACHE_FOLDER, "bench-import")), false);
});
