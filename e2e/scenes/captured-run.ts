/** Running a command of `npm run digest` within a test, with what it prints caught: much faster than a process of its own. */
import { mock } from "node:test";
import type { Command } from "#tools/commands/command.ts";
import { runCommandLine } from "#tools/commands/command-line.ts";

/** How a command ended and what it printed. */
export interface CapturedRun {
  /** Its exit code. */
  code: number | null;
  /** What went to stdout. */
  out: string;
  /** What went to stderr. */
  errors: string;
}

/**
 * Runs a command as the command line would.
 * @param folder working folder of the run
 * @param environment variables that are set during the run
 */
export async function runCaptured(
  command: Command,
  args: string[],
  folder: string,
  environment: { [name: string]: string } = {},
): Promise<CapturedRun> {
  const outcome: CapturedRun = { code: null, out: "", errors: "" };
  const spies = [
    collect(process.stdout, (text) => (outcome.out += text)),
    collect(process.stderr, (text) => (outcome.errors += text)),
  ];
  const [home, before] = [process.cwd(), { ...process.env }];
  process.chdir(folder);
  Object.assign(process.env, environment);
  try {
    outcome.code = await runCommandLine({ call: "npm run digest --", commands: [command] }, args);
  } finally {
    process.chdir(home);
    for (const name of Object.keys(environment)) restoreVariable(name, before[name]);
    for (const restore of spies) restore();
  }
  return outcome;
}

function restoreVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Takes the text written to a stream; the bytes that the test runner sends go through. Hands back how to end that. */
function collect(stream: NodeJS.WriteStream, take: (text: string) => void): () => void {
  const write = stream.write.bind(stream);
  const { mock: spy } = mock.method(stream, "write", (chunk: string | Uint8Array) => {
    if (typeof chunk !== "string") return write(chunk);
    take(chunk);
    return true;
  });
  return () => spy.restore();
}
