/** A tool with several commands, such as `npm run digest -- check`: finding the command, its help, its exit code. */
import { findNearest } from "#lib/content/nearest.ts";
import { describeFailure } from "../failure.ts";
import { type Command, type ExitCode, print, printError, UsageError } from "./command.ts";

/** A tool and what it can do. */
export interface Tool {
  /** How people call it, such as `npm run digest --`. */
  call: string;
  /** All commands, in the order of the help. */
  commands: readonly Command[];
}

/**
 * Runs the command that the arguments name, or prints help. Every fault ends in a message and an exit code:
 * 2 when the tool was called wrongly, 1 when the work cannot be done.
 * @param args arguments without node and the script
 */
export async function runCommandLine(tool: Tool, [name, ...args]: string[]): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? printError : print)(describeTool(tool));
    return name === undefined ? 2 : 0;
  }
  const command = tool.commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const names = tool.commands.map((candidate) => candidate.name);
    const nearest = findNearest(name, names);
    const hint = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
    printError(`there is no command "${name}"${hint}\n\n${describeTool(tool)}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    print(command.help);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return reportError(error, command, tool);
  }
}

/** Says what went wrong without a stack trace. */
function reportError(error: unknown, command: Command, { call }: Tool): ExitCode {
  if (error instanceof UsageError) {
    printError(`${command.name}: ${error.message}\n${call} ${command.name} --help says how to call it.`);
    return 2;
  }
  const isFileSystem = error instanceof Error && "syscall" in error;
  printError(isFileSystem ? `${command.name}: ${error.message}` : describeFailure(error));
  return 1;
}

function describeTool({ call, commands }: Tool): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `${call} <command> [options]`,
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    `${call} <command> --help says more about a command.`,
  ].join("\n");
}
