/** Scripts of a build that run in processes of their own, and what they and their starter say to each other. */
import { type ForkOptions, fork } from "node:child_process";
import { join } from "node:path";
import { ContentError, type Problem } from "../../lib/errors.ts";
import { Failure } from "../../lib/failure.ts";
import { PROJECT_FOLDER } from "../folders.ts";

/** How such a process ended. */
export type ScriptEnd<Result> =
  /** It did its work. */
  | { result: Result }
  /** The content is not right. */
  | { problems: Problem[] }
  /** What was foreseen and went wrong, in words. */
  | { failure: string }
  /** What was not foreseen. */
  | { crash: unknown };

/**
 * Runs a script of this folder in the project's folder; it ends when this process does. Gives its result, or throws what
 * it says went wrong; of several ends that it tells the first holds.
 * @param tell is given the lines that it has to say meanwhile
 * @param explain makes a sentence of why a process ended without saying how
 */
export function runScript<Result>(
  script: string,
  options: ForkOptions,
  tell: (line: string) => void,
  explain: (why: string) => string = (why) => why,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, script), [], {
      cwd: PROJECT_FOLDER,
      execArgv: [],
      // Errors come as what they are.
      serialization: "advanced",
      ...options,
    });
    const stop = () => child.kill();
    process.once("exit", stop);
    let end: ScriptEnd<Result> | undefined;
    child.on("message", (message: { line: string } | ScriptEnd<Result>) => {
      if ("line" in message) tell(message.line);
      else end ??= message;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", stop);
      const isStopped = signal === "SIGINT" || signal === "SIGTERM";
      const why = `its process ended early (${signal ?? `exit code ${code}`}), often for want of memory`;
      end ??= { failure: explain(isStopped ? "the build was stopped" : why) };
      if ("result" in end) resolve(end.result);
      else if ("problems" in end) reject(new ContentError(end.problems));
      else reject("failure" in end ? new Failure(end.failure) : end.crash);
    });
  });
}

/** Tells the starter something; where it is gone this process ends, without a word. @param then is called once it is told */
export function tellParent(message: { line: string } | ScriptEnd<object>, then: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, (error) => (error === null ? then() : process.exit(1)));
}

/**
 * Does the work of this process, tells how it ended, and ends it; and once its starter is gone, as nobody would take what
 * it makes.
 */
export async function answerParent(
  work: () => Promise<object>,
  describeError: (error: unknown) => ScriptEnd<never>,
): Promise<void> {
  process.once("disconnect", () => process.exit(1));
  if (!process.connected) process.exit(1);
  const end = (outcome: ScriptEnd<object>) => tellParent(outcome, () => process.exit());
  process.once("uncaughtException", (error) => end(describeError(error)));
  end(await work().then((result) => ({ result }), describeError));
}
