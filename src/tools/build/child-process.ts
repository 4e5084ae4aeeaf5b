/** Scripts of a build that run in processes of their own. */
import { type ForkOptions, fork } from "node:child_process";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../folders.ts";

/**
 * Runs a script of this folder in the project's folder; it ends when this process does.
 * @param hear Given what it sends. What it gives for the last message is how it ended; undefined for mere news.
 * @param giveUp Gives that for a process that ended without saying how, from the reason in words.
 */
export function runScript<Sent, End>(
  script: string,
  options: ForkOptions,
  hear: (message: Sent) => End | undefined,
  giveUp: (why: string) => End,
): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, script), [], { cwd: PROJECT_FOLDER, execArgv: [], ...options });
    const stop = () => child.kill();
    process.once("exit", stop);
    let end: End | undefined;
    child.on("message", (message) => {
      end = hear(message as Sent) ?? end;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", stop);
      const isStopped = signal === "SIGINT" || signal === "SIGTERM";
      const why = `its process ended early (${signal ?? `exit code ${code}`}), often for want of memory`;
      resolve(end ?? giveUp(isStopped ? "the build was stopped" : why));
    });
  });
}
/** Ends this process once its starter is gone: nobody would take what it makes. */
export function endWithParent(): void {
  process.once("disconnect", () => process.exit(1));
  if (!process.connected) process.exit(1);
}

/** Tells the starter something; where it is gone this process ends, without a word. @param then is called once it is told */
export function tellParent(message: object, then: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, (error) => (error === null ? then() : process.exit(1)));
}
