/** Importing damaged copies of files: nothing may escape, and every refusal must say where and why. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { checkContent } from "#lib/content/check.ts";
import { readContent } from "#lib/content/read.ts";
import type { Problem } from "#lib/errors.ts";
import { importHarvests } from "#lib/records/import.ts";
import { IMPORT_SOURCES, type ImportSource } from "#tools/import/import-sources.ts";
import { createRandom } from "../../bench/random.ts";
import { mutateText } from "./mutate.ts";
import { isOwnTrace, readTree } from "./process.ts";

/** A file to damage. */
export interface FuzzedFile {
  /** The source it is from. */
  source: ImportSource;
  /** Its name, as problems name it. */
  file: string;
  /** Its text, sound as far as it ever was. */
  text: string;
}

/** One in so many copies is written to the disk; of the others all but the writing is done. */
const WRITTEN = 25;

/**
 * Imports damaged copies of a file.
 * @param folder for content; is emptied
 * @param content what stands there before each import; none when absent
 * @returns how many entries came in and how many were refused, over all copies, and what was not as it should be, each
 *   with the number of the copy
 */
export async function fuzzFile(
  { source, file, text }: FuzzedFile,
  copies: number,
  folder: string,
  content?: string,
): Promise<{ taken: number; refused: number; faults: string[] }> {
  const outcome = { taken: 0, refused: 0, faults: [] as string[] };
  reset(folder, content);
  for (let copy = 0; copy < copies; copy += 1) {
    const mutated = mutateText(text, createRandom(`fuzz/${file}/${copy}`));
    const isWritten = copy % WRITTEN === 0;
    if (isWritten) reset(folder, content);
    try {
      const harvest = await IMPORT_SOURCES[source].harvest(
        { file, text: mutated, retrieved: "2026-11-20" },
        "2026-03-09",
      );
      const options = { today: "2026-11-22", isDryRun: !isWritten };
      const report = importHarvests(folder, [harvest], options);
      for (const problem of [...report.refused, ...report.notices]) checkProblem(problem, file);
      for (const { found, allowed, field } of mutated.trim() === "" ? [] : report.refused) {
        assert.ok(
          found !== undefined || allowed !== undefined,
          `the refusal of ${field} says not what was found or allowed`,
        );
      }
      if (isWritten) checkFolder(folder);
      outcome.taken += report.added.length + report.changed.length + report.unchanged.length;
      outcome.refused += report.refused.length;
    } catch (error) {
      outcome.faults.push(`copy ${copy}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
  }
  return outcome;
}

function reset(folder: string, content: string | undefined): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (content !== undefined) cpSync(content, folder, { recursive: true });
}

function checkProblem(problem: Problem, file: string): void {
  const { message, found = "", allowed = "", mend = "", field = "" } = problem;
  assert.equal(problem.file, file);
  assert.ok(message.trim() !== "" && message !== "undefined", JSON.stringify(problem));
  for (const words of [message, found, allowed, mend, field]) {
    assert.doesNotMatch(words, /^\s+at .*:\d+:\d+\)?$/m, "a stack trace");
    assert.doesNotMatch(words, /\[object Object\]|is not a function|Cannot read propert|is not iterable/, words);
    assert.ok(words.length < 2000, `${words.length} letters: ${words.slice(0, 100)}`);
  }
}

/** What was written is whole, and content that a build takes. */
function checkFolder(folder: string): void {
  assert.deepEqual([...readTree(folder).keys()].filter(isOwnTrace), []);
  assert.deepEqual(checkContent(readContent(folder)), []);
}
