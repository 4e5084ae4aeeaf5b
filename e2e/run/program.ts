/** Running another program and keeping what it says. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { CACHE_FOLDER, PROJECT_FOLDER } from "#tools/folders.ts";

/** How a program ended. */
export interface ProgramEnd {
  /** Its exit code; 1 when it could not be started or was killed. */
  exitCode: number;
  /** All it wrote to stdout and stderr, in the order in which it came, without colours. */
  output: string;
}

/** Runs a program in the project's folder without standard input. Never throws: what went wrong is in the end. */
export function runProgram(program: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<ProgramEnd> {
  mkdirSync(join(CACHE_FOLDER, "test"), { recursive: true });
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT_FOLDER,
      env: { ...inherited, ASTRO_TELEMETRY_DISABLED: "1", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => child.kill();
    process.once("exit", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", (error) => {
      output += error.message;
      resolve({ exitCode: 1, output });
    });
    child.once("close", (code) => {
      process.off("exit", stop);
      resolve({ exitCode: code ?? 1, output: stripVTControlCharacters(output) });
    });
  });
}

/** A JavaScript program of an installed package, run by this Node; the path is below node_modules. */
export function runPackage(path: string, args: string[], environment?: NodeJS.ProcessEnv): Promise<ProgramEnd> {
  return runProgram(process.execPath, [join(PROJECT_FOLDER, "node_modules", path), ...args], environment);
}
