/** What commands of measurements are given. */
import type { ParseArgsOptionsConfig } from "node:util";
import { readArgs, UsageError } from "#tools/commands/command.ts";

/** Ids hold five digits a month; beyond this the busiest month of an archive would run out of them. */
export const MOST_PAPERS = 1_000_000;

/** Smallest and greatest value that is allowed, both included. */
export interface Range {
  /** The smallest. */
  min: number;
  /** The greatest. */
  max: number;
}

/** The options of a command that takes nothing else. Throws a `UsageError` when it is given more, or what it does not know. */
export function readOptions<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  const { values, positionals } = readArgs(args, options);
  const [word] = positionals;
  if (word === undefined) return values;
  throw new UsageError(`Unexpected argument '${word}'. This command does not take positional arguments`);
}

/** How many papers `--papers` says. Throws a `UsageError` when it is missing or makes no sense. */
export function readPaperCount(text: string | undefined): number {
  if (text === undefined) throw new UsageError("say how many papers, such as --papers 1000");
  return readWhole("papers", text, { min: 1, max: MOST_PAPERS });
}

/** A whole number that an option gives. Throws a `UsageError` naming the option when it is none or out of range. */
export function readWhole(option: string, text: string, { min, max }: Range): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageError(`--${option} is "${text}"; write a whole number from ${min} to ${max}`);
}
