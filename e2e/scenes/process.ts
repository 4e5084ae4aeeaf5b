/** Running our own command lines in processes that tests kill, and what those leave on the disk. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { PROJECT_FOLDER } from "#tools/folders.ts";

/** How a process ended. */
export interface ProcessEnd {
  /** Its exit code; null when it was killed. */
  code: number | null;
  /** What it wrote to stdout and stderr. */
  output: string;
  /** Milliseconds from its start to its end. */
  lasted: number;
}

/** How a process is run. */
export interface ProcessOptions {
  /** Variables set besides those of this process. */
  environment?: { [name: string]: string };
  /** When it is killed with SIGKILL, in milliseconds after its start; not at all when absent. */
  killAfter?: number;
  /** Kills it with SIGKILL as soon as this says so; asked again and again. */
  killWhen?: () => boolean;
}

/** Runs a file of src/tools with this Node and waits for its end. */
export function runOwn(
  file: string,
  args: string[],
  { environment = {}, killAfter, killWhen }: ProcessOptions = {},
): Promise<ProcessEnd> {
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [join(PROJECT_FOLDER, "src", "tools", file), ...args], {
      cwd: PROJECT_FOLDER,
      env: { ...inherited, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    const kill = () => child.kill("SIGKILL");
    const timer = killAfter === undefined ? undefined : setTimeout(kill, killAfter);
    const watch = killWhen === undefined ? undefined : setInterval(() => killWhen() && kill(), 1);
    process.once("exit", kill);
    child.once("error", reject);
    // Not "close": a renderer that outlives its build for a moment keeps the pipes open.
    child.once("exit", (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      process.off("exit", kill);
      setImmediate(() => resolve({ code, output, lasted: performance.now() - start }));
    });
  });
}

/** Digests of all files below a folder by path with forward slashes, sorted; none for a folder that is not there. */
export function readTree(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .map((path): [string, string] => [relative(folder, path).replaceAll("\\", "/"), hashFile(path)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Whether a file is a lock or a temporary file of ours, which the next run removes. */
export function isOwnTrace(path: string): boolean {
  return /(^|\/)\.offprint-[^/]*$/.test(path);
}
