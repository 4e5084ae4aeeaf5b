/** How the command lines end when something goes wrong: in plain sentences, never with a stack trace. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, findFileFault, readErrorCode } from "../lib/failure.ts";
import { CACHE_FOLDER, nameFolder } from "./folders.ts";

/** What to tell of an error. One that nobody foresaw is a fault of ours: its stack goes into a file that the text names. */
export function describeFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isWrongUsage = readErrorCode(error)?.startsWith("ERR_PARSE_ARGS_") ?? false;
  if (error instanceof Failure || isWrongUsage) return message;
  const log = join(CACHE_FOLDER, "failure.log");
  try {
    mkdirSync(CACHE_FOLDER, { recursive: true });
    writeFileSync(log, `${error instanceof Error ? (error.stack ?? message) : message}\n`);
  } catch {
    return `Something unforeseen went wrong: ${message}`;
  }
  return `Something unforeseen went wrong: ${message}\nThe details are in ${nameFolder(log)}.`;
}

/** The exit code of a program whose output nobody reads any more, as the shell has it for those that the system ends for it. */
const UNHEARD = 141;

/**
 * Ends this process when what it says can no longer be written: without a word where nobody reads on, as in
 * `npm run build | head -1`, else with a sentence. Whatever is under way is left as when the process is stopped.
 */
function endWhenUnheard(): void {
  process.stderr.on("error", () => process.exit(UNHEARD));
  process.stdout.on("error", (error) => {
    const fault = findFileFault(readErrorCode(error));
    if (fault === undefined) process.exit(UNHEARD);
    process.stderr.write(
      `What there is to say could not be written: ${fault.reason}. ${fault.cure} and run this again.\n`,
    );
    process.exit(1);
  });
}

/** Runs a command line to its end; a failure is told on stderr and makes the exit code 1. */
export async function runTool(run: () => Promise<void>): Promise<void> {
  endWhenUnheard();
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}
