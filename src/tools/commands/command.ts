/** What every command of `npm run digest` has, and how it says that it was called wrongly. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { findNearest } from "#lib/content/nearest.ts";

/** How a command ended: 0 all is well, 1 problems were found, 2 it was called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** One command of `npm run digest -- <name>`. */
export interface Command {
  /** The word it is called by. */
  name: string;
  /** What it does, on one line of the tool's help. */
  summary: string;
  /** Its own help: how it is called, then what its options mean. */
  help: string;
  /**
   * Does the work; results go to stdout, problems to stderr.
   * @param args what stands behind the name
   * @throws UsageError when the arguments make no sense, ContentError when content cannot be used
   */
  run(args: string[]): ExitCode | Promise<ExitCode>;
}

/** Thrown for arguments that make no sense; the message says which and what would. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
    delete this.stack;
  }
}

/** An option that is given or not. */
export const FLAG = { type: "boolean", default: false } as const;
/** An option with a value. */
export const TEXT = { type: "string" } as const;
/** Options of what writes: whether it only says what it would write, and whether it answers in JSON. */
export const WRITE_FLAGS = { "dry-run": FLAG, json: FLAG } as const;
/** These options as they were given. */
export type WriteFlags = { [Flag in keyof typeof WRITE_FLAGS]: boolean };

/**
 * Reads options and words as `util.parseArgs` does, strictly.
 * @throws UsageError for an unknown option (with the nearest known one) or a missing value
 */
export function readArgs<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, option = ""] = /^Unknown option '--([^']+)'/.exec(message) ?? [];
    if (option === "") throw new UsageError(message.replace(/\. To specify.*$/s, ""));
    const nearest = findNearest(option, Object.keys(options));
    throw new UsageError(
      `there is no option --${option}${nearest === undefined ? "" : `; did you mean --${nearest}?`}`,
    );
  }
}

/** Prints a line to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints what a command changed: a sentence and the files it wrote, or would in a dry run; or all of it as JSON. */
export function printChange(
  sentence: string,
  change: { files: string[]; [field: string]: unknown },
  flags: WriteFlags,
): void {
  const verb = flags["dry-run"] ? "would write" : "written";
  const lines = [sentence, ...change.files.map((file) => `${verb}  ${file}`)];
  print(flags.json ? JSON.stringify(change, undefined, 2) : lines.join("\n"));
}

/** Prints a line to stderr: problems and notices, which are not the result. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`);
}
