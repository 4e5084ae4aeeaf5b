import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { IMPORT_SOURCES, type ImportSource } from "#tools/import/import-sources.ts";
import { createRandom } from "../../bench/random.ts";
import { CASES_FOLDER } from "../scenes/cases.ts";
import { makeRecord } from "../scenes/content-samples.ts";
import { type FuzzedFile, fuzzFile } from "../scenes/fuzz.ts";
import { mutateText } from "../scenes/mutate.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "fuzz-test-"));
after(() => rmSync(root, { recursive: true }));

/** The cases that importers are tested with. */
function listCases(): FuzzedFile[] {
  const record = JSON.stringify(makeRecord({ abstract: "Ships.", upvotes: 3 }));
  const cases = (Object.keys(IMPORT_SOURCES) as ImportSource[]).flatMap((source) => {
    if (source === "jsonl") return [];
    const folder = join(CASES_FOLDER, source);
    const names = readdirSync(folder).filter((name) =>
      IMPORT_SOURCES[source].endings.some((end) => end === extname(name)),
    );
    return names.map((file) => ({ source, file, text: readFileSync(join(folder, file), "utf8") }));
  });
  return [...cases, { source: "jsonl", file: "own.jsonl", text: `${record}\n${record}\n` }];
}

for (const fuzzed of listCases()) {
  test(`Damaged copies of ${fuzzed.file} come in or are refused with reasons.`, async () => {
    const { taken, refused, faults } = await fuzzFile(fuzzed, 100, join(root, fuzzed.file));
    assert.deepEqual(faults, []);
    assert.ok(taken + refused > 50);
  });
}

test("Copies are damaged in the same way each time, and not two alike.", () => {
  const text = '[{"paper":{"id":"2602.00001","title":"Ships"}}]';
  const make = () => Array.from({ length: 50 }, (_, copy) => mutateText(text, createRandom(`${copy}`)));
  assert.deepEqual(make(), make());
  assert.ok(new Set(make()).size > 40);
  assert.ok(make().every((copy) => copy !== text));
});
