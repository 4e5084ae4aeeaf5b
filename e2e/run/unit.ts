/** The unit tests: all `*.test.ts` of src, bench and e2e, run by Node's own runner. */
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import { runProgram } from "./program.ts";
import { distrustResult, joinResults, type StepResult } from "./result.ts";

/** One test as unit-reporter.ts writes it. */
export interface UnitOutcome {
  /** Its title. */
  title: string;
  /** What came of it. */
  outcome: "passed" | "failed" | "skipped";
  /** Why it was skipped, where the test says so. */
  reason?: string;
}

/**
 * Rooms whose tests neither start programs nor look at what this one writes or loads: a process for each of their files
 * takes five times as long as one for all.
 */
const PURE = /^(?:src\/(?:lib|importers|client|data)|e2e\/house(?=\/(?!expressions\.)))\//;

/** Runs the unit tests; those named `*.long.test.ts` only when asked for. */
export async function runUnitTests(isLong: boolean): Promise<StepResult> {
  const files = globSync("{src,bench,e2e}/**/*.test.ts", { cwd: PROJECT_FOLDER }).filter(
    (file) => isLong || !file.endsWith(".long.test.ts"),
  );
  const { together, apart } = partUnitTests(files);
  return joinResults([
    await runFiles("together", ["--test-isolation=none"], together),
    await runFiles("apart", ["--test-concurrency=2"], apart),
  ]);
}

/** Parts files of tests into those that one process runs and those that have one each, each in order. */
export function partUnitTests(files: readonly string[]): { together: string[]; apart: string[] } {
  const parts = Object.groupBy([...files].sort(), (file) => (PURE.test(file) ? "together" : "apart"));
  return { together: parts.together ?? [], apart: parts.apart ?? [] };
}

async function runFiles(name: string, options: string[], files: string[]): Promise<StepResult> {
  const [log, words] = ["jsonl", "txt"].map((end) => join(CACHE_FOLDER, "test", `unit-${name}.${end}`)) as [
    string,
    string,
  ];
  for (const path of [log, words]) rmSync(path, { force: true });
  const { exitCode, output } = await runProgram(process.execPath, [
    "--test",
    ...options,
    "--test-reporter=spec",
    `--test-reporter-destination=${words}`,
    `--test-reporter=${join(import.meta.dirname, "unit-reporter.ts")}`,
    `--test-reporter-destination=${log}`,
    ...files,
  ]);
  const read = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : "");
  const result = countUnitTests(read(log));
  return distrustResult(
    { ...result, output: cutToFailures(stripVTControlCharacters(read(words)) || output) },
    exitCode,
  );
}

/** Counts the reporter's lines. */
export function countUnitTests(lines: string): StepResult {
  const outcomes = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as UnitOutcome);
  const count = (kind: UnitOutcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === kind).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    skipped: outcomes
      .filter(({ outcome }) => outcome === "skipped")
      .map(({ title, reason }) => ({ title, reason: reason ?? "no reason given" })),
    output: "",
  };
}

/** From the runner's long list of tests the part about those that failed. */
export function cutToFailures(output: string): string {
  const start = output.search(/^✖ failing tests:/m);
  return start < 0 ? output : output.slice(start);
}
