import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import type { ImportSource } from "#tools/import/import-sources.ts";
import { type FuzzedFile, fuzzFile } from "../scenes/fuzz.ts";
import { findSharedData } from "../scenes/shared-data.ts";

mkdirSync(CACHE_FOLDER, { recursive: true });
const root = mkdtempSync(join(CACHE_FOLDER, "fuzz-long-test-"));
after(() => rmSync(root, { recursive: true }));

const { path: shared, skip } = findSharedData();
/** Damaged copies of each file. */
const COPIES = 1000;
/** Days of very different make: an early one, one that is damaged, one as they are now. */
const DAYS = ["2024-05-27.json", "2024-12-13.json", "2025-01-10.json", "2026-07-15.json"];

function readFiles(source: ImportSource, folder: string, names?: string[]): FuzzedFile[] {
  const path = join(shared, folder);
  if (!existsSync(path)) return [];
  return (names ?? readdirSync(path)).map((file) => ({ source, file, text: readFileSync(join(path, file), "utf8") }));
}

/** Troublesome bibliographies, twenty in a file. */
function readBibliographies(): FuzzedFile[] {
  const path = join(shared, "data", "bibtex", "cases.json");
  if (!existsSync(path)) return [];
  const cases = JSON.parse(readFileSync(path, "utf8")) as { bib: string }[];
  const texts = cases.map(({ bib }) => bib).filter((bib) => bib.length < 20_000);
  return Array.from({ length: Math.ceil(texts.length / 20) }, (_, part) => ({
    source: "bibtex",
    file: `cases-${part + 1}.bib`,
    text: texts.slice(part * 20, part * 20 + 20).join("\n\n"),
  }));
}

const FILES = [
  ...readFiles("hugging-face", "data/hf-daily", DAYS),
  ...readFiles("arxiv", "data/arxiv-atom"),
  ...readBibliographies(),
  ...readFiles("listing", "seed", ["listing.txt"]),
];

for (const fuzzed of FILES) {
  test(`A thousand damaged copies of ${fuzzed.file} come in or are refused with reasons.`, async (context) => {
    // A listing names papers by their titles only, so it needs some that are known.
    const content = fuzzed.source === "listing" ? join(PROJECT_FOLDER, "content") : undefined;
    const { taken, refused, faults } = await fuzzFile(fuzzed, COPIES, join(root, fuzzed.file), content);
    context.diagnostic(`${taken} entries in, ${refused} refused`);
    assert.deepEqual(faults, []);
    assert.ok(taken + refused >= COPIES / 2);
  });
}

test("The recorded files are there to be damaged.", { skip }, () => assert.ok(FILES.length > 10));
