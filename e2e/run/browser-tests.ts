/** The browser tests: the specs of e2e, run by Playwright against sites that are built already. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { runPackage } from "./program.ts";
import { distrustResult, type SkippedTest, type StepResult } from "./result.ts";

/** The parts of Playwright's JSON report that are read here. */
export interface PlaywrightReport {
  /** One for each file of specs. */
  suites: PlaywrightSuite[];
  /** Faults outside any test, such as a spec that cannot be loaded. */
  errors: { message?: string }[];
}

/** A file or a `describe` block. */
export interface PlaywrightSuite {
  /** `describe` blocks inside it. */
  suites?: PlaywrightSuite[];
  /** Its tests by title, each once for every project. */
  specs: { title: string; tests: PlaywrightTest[] }[];
}

/** One test in one project. */
export interface PlaywrightTest {
  /** Name of the project in playwright.config.ts. */
  projectName: string;
  /** `flaky` passed only when tried again. */
  status: "expected" | "unexpected" | "flaky" | "skipped";
  /** Notes on it; that of type `skip` says why it was left out. */
  annotations: { type: string; description?: string }[];
}

/** Runs the specs; those tagged @long only when asked for. `sitesFolder` holds the sites that e2e/sites.ts names. */
export async function runBrowserTests(sitesFolder: string, isLong: boolean): Promise<StepResult> {
  const reportPath = join(CACHE_FOLDER, "test", "browser.json");
  rmSync(reportPath, { force: true });
  const { exitCode, output } = await runPackage(
    "@playwright/test/cli.js",
    [
      "test",
      "--config",
      join("e2e", "playwright.config.ts"),
      "--reporter=dot,json",
      ...(isLong ? [] : ["--grep-invert", "@long"]),
    ],
    { E2E_SITES_FOLDER: sitesFolder, PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath },
  );
  if (!existsSync(reportPath)) return { passed: 0, failed: 1, skipped: [], output };
  const result = countBrowserTests(JSON.parse(readFileSync(reportPath, "utf8")) as PlaywrightReport);
  return distrustResult({ ...result, output }, exitCode);
}

/** Counts a report. A fault outside any test counts as a failure; a test that passed only at a second try as well. */
export function countBrowserTests(report: PlaywrightReport): StepResult {
  let passed = 0;
  let failed = report.errors.length;
  const skipped: SkippedTest[] = [];
  const visit = (suite: PlaywrightSuite) => {
    for (const { title, tests } of suite.specs) {
      for (const { projectName, status, annotations } of tests) {
        if (status === "expected") passed += 1;
        else if (status === "skipped") {
          const reason = annotations.find(({ type }) => type === "skip" || type === "fixme")?.description;
          skipped.push({ title: `${title} [${projectName}]`, reason: reason ?? "no reason given" });
        } else failed += 1;
      }
    }
    suite.suites?.forEach(visit);
  };
  report.suites.forEach(visit);
  return { passed, failed, skipped, output: "" };
}
