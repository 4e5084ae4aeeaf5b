/** What the steps of `npm test` came to, and the words for it. */

/** A test that was left out, and why. */
export interface SkippedTest {
  /** Its title. */
  title: string;
  /** Why, in the words of the test. */
  reason: string;
}

/** Outcome of one step. */
export interface StepResult {
  /** Checks or tests that passed. */
  passed: number;
  /** Checks or tests that failed. */
  failed: number;
  /** Tests that were left out. */
  skipped: SkippedTest[];
  /** What to show of a step that failed: the tools' own words. */
  output: string;
}

/** The outcome of a step that either holds or does not, such as the types. */
export function judgeStep(hasPassed: boolean, output: string): StepResult {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, skipped: [], output };
}

/**
 * A run of tests is only good if its program ended well and there were tests at all; otherwise it counts as one
 * failure more than the tests say.
 */
export function distrustResult(result: StepResult, exitCode: number): StepResult {
  if (result.failed > 0) return result;
  if (exitCode !== 0) return { ...result, failed: 1 };
  if (result.passed === 0) return { ...result, failed: 1, output: `${result.output}\nNo test was run.`.trim() };
  return result;
}

/** Several results in one, with the words of those that failed. */
export function joinResults(results: readonly StepResult[]): StepResult {
  const sum = (count: (result: StepResult) => number) => results.reduce((total, result) => total + count(result), 0);
  return {
    passed: sum((result) => result.passed),
    failed: sum((result) => result.failed),
    skipped: results.flatMap((result) => result.skipped),
    output: results
      .filter(({ failed, output }) => failed > 0 && output.trim() !== "")
      .map(({ output }) => output.trim())
      .join("\n\n"),
  };
}

/** One step in a line, and beneath it what went wrong. */
export function formatStep(name: string, result: StepResult, seconds: number): string {
  const counts = [
    result.failed > 0 ? `${result.failed} failed` : "",
    result.passed > 0 ? `${result.passed} passed` : "",
    result.skipped.length > 0 ? `${result.skipped.length} skipped` : "",
  ].filter((part) => part !== "");
  const line = `${result.failed > 0 ? "✖" : "✔"} ${name}: ${counts.join(", ")} (${seconds.toFixed(1)} s)`;
  return result.failed > 0 && result.output.trim() !== "" ? `${line}\n\n${result.output.trim()}\n` : line;
}

/** The end of the whole run: what was skipped and why, then the one line that counts. */
export function formatEnd(results: StepResult[]): string {
  const { passed, failed, skipped } = joinResults(results);
  const named = skipped.map(({ title, reason }) => `Skipped: ${title} (${reason})`);
  return [...named, `${passed} passed, ${failed} failed`].join("\n");
}
