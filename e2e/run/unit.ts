/** The unit tests: all `*.test.ts` of src, bench and e2e, run by Node's own runner. */
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";
import { runProgram } from "./program.ts";
import { distrustResult, type StepResult } from "./result.ts";

/** One test as unit-reporter.ts writes it. */
export interface UnitOutcome {
  /** Its title. */
  title: string;
  /** What came of it. */
  outcome: "passed" | "failed" | "skipped";
  /** Why it was skipped, where the test says so. */
  reason?: string;
}

/** Runs the unit tests; those named `*.long.test.ts` only when asked for. */
export async function runUnitTests(isLong: boolean): Promise<StepResult> {
  const files = globSync("{src,bench,e2e}/**/*.test.ts", { cwd: PROJECT_FOLDER })
    .filter((file) => isLong || !file.endsWith(".long.test.ts"))
    .sort();
  const log = join(CACHE_FOLDER, "test", "unit.jsonl");
  rmSync(log, { force: true });
  const { exitCode, output } = await runProgram(process.execPath, [
    "--test",
    "--test-concurrency=2",
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    `--test-reporter=${join(import.meta.dirname, "unit-reporter.ts")}`,
    `--test-reporter-destination=${log}`,
    ...files,
  ]);
  const result = countUnitTests(existsSync(log) ? readFileSync(log, "utf8") : "");
  return distrustResult({ ...result, output: cutToFailures(output) }, exitCode);
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
