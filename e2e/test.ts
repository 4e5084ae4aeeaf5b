/**
 * `npm test`: types, lint, content, unit tests, a build and the browser tests, all of them even when one fails. The
 * last line is `N passed, N failed`; the exit code is 1 when anything failed. `--long` adds the tests that take long.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeFailure, runTool } from "#tools/failure.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { runBrowserTests } from "./run/browser-tests.ts";
import { runPackage, runProgram } from "./run/program.ts";
import { formatEnd, formatStep, judgeStep, type StepResult } from "./run/result.ts";
import { buildTestSite } from "./run/test-site.ts";
import { runUnitTests } from "./run/unit.ts";
import { TEST_SITES } from "./sites.ts";

/** A step of the run; it tells its failure in its result and never throws. */
interface Step {
  name: string;
  run: () => Promise<StepResult>;
}

/** What a curator may have set for other commands: the tests are about the project as it is. */
const BUILD_VARIABLES = ["CONTENT_DIR", "OUT_DIR", "SITE_URL", "BASE_PATH", "PORT", "HOST"];

const SITES_FOLDER = join(CACHE_FOLDER, "test", "sites");

async function checkTypes(): Promise<StepResult> {
  const { exitCode, output } = await runPackage("astro/bin/astro.mjs", ["check"]);
  return judgeStep(exitCode === 0, output);
}

async function checkLint(): Promise<StepResult> {
  const { exitCode, output } = await runPackage("@biomejs/biome/bin/biome", [
    "check",
    "--error-on-warnings",
    "--colors=off",
    ".",
  ]);
  return judgeStep(exitCode === 0, output);
}

async function checkContentFiles(): Promise<StepResult> {
  const { exitCode, output } = await runProgram(process.execPath, [join("src", "tools", "digest.ts"), "check"]);
  return judgeStep(exitCode === 0, output);
}

/** Builds the sites that the browser tests read; each counts. */
async function buildSites(): Promise<StepResult> {
  const faults: string[] = [];
  for (const site of TEST_SITES) {
    try {
      await buildTestSite(site, join(SITES_FOLDER, site.name));
    } catch (error) {
      faults.push(`${site.name}: ${describeFailure(error)}`);
    }
  }
  return {
    passed: TEST_SITES.length - faults.length,
    failed: faults.length,
    skipped: [],
    output: faults.join("\n\n"),
  };
}

/** Runs a step and shows it at once. */
async function runStep({ name, run }: Step): Promise<StepResult> {
  const start = performance.now();
  const result = await run();
  console.log(formatStep(name, result, (performance.now() - start) / 1000));
  return result;
}

async function runInOrder(steps: Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step));
  return results;
}

async function runAll(isLong: boolean): Promise<StepResult[]> {
  // The checker of types keeps one core busy; the rest of what needs no build fits beside it.
  const quick = await Promise.all([
    runInOrder([{ name: "types", run: checkTypes }]),
    runInOrder([
      { name: "lint", run: checkLint },
      { name: "content", run: checkContentFiles },
      { name: "unit tests", run: () => runUnitTests(isLong) },
    ]),
  ]);
  const built = await runStep({ name: "build", run: buildSites });
  const browser = await runStep({
    name: "browser tests",
    run: async () =>
      built.failed > 0
        ? judgeStep(false, "They were not run, as there is no site to test; that counts as one failure.")
        : runBrowserTests(SITES_FOLDER, isLong),
  });
  return [...quick.flat(), built, browser];
}

await runTool(async () => {
  const { values } = parseArgs({ options: { long: { type: "boolean", default: false } } });
  for (const name of BUILD_VARIABLES) delete process.env[name];
  const results = await runAll(values.long);
  console.log(`\n${formatEnd(results)}`);
  if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
});
