/**
 * Loaded before a tool (`--import`): kills its process with SIGKILL just before the call to the file system that
 * KILL_AT counts, from 1 on; a call that writes has then written half. Without KILL_AT it counts them, into the file
 * that COUNT_CALLS names. Calls count that concern the content, or those that KILL_MATCH matches: a pattern for the name
 * of the call and the paths that it is given, such as `renameSync /from /to`. With FAIL_WITH, the code of an error of the
 * system, nothing is killed: that call and all later ones that count fail so, as on a disk that is full.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const CALLS = [
  "mkdirSync",
  "openSync",
  "writeSync",
  "writeFileSync",
  "fsyncSync",
  "linkSync",
  "renameSync",
  "rmSync",
] as const;

const { writeFileSync, writeSync } = fs;
const { writeFile } = fs.promises;
const failWith = process.env["FAIL_WITH"];
const killAt = Number(process.env["KILL_AT"]);
const match = process.env["KILL_MATCH"];
let count = 0;

function isCounted(call: string, args: unknown[]): boolean {
  if (match !== undefined)
    return new RegExp(match).test([call, ...args.slice(0, call === "renameSync" ? 2 : 1)].join(" "));
  // What Node itself opens differs from run to run.
  return typeof args[0] === "number" || String(args[0]).startsWith(process.env["CONTENT_DIR"] ?? "");
}

function failWhenTold(call: string, args: unknown[]): void {
  if (failWith === undefined || !isCounted(call, args) || ++count < killAt) return;
  const [path, dest] = args;
  const places = call === "renameSync" || call === "linkSync" ? { path, dest } : { path };
  throw Object.assign(new Error(`${failWith}: told to fail, ${call} '${path}'`), { code: failWith, ...places });
}

Reflect.set(fs.promises, "writeFile", async (...args: Parameters<typeof writeFile>) => {
  failWhenTold("writeFile", args);
  return writeFile(...args);
});

for (const call of CALLS) {
  const original = fs[call] as (...args: unknown[]) => unknown;
  Reflect.set(fs, call, (...args: unknown[]) => {
    failWhenTold(call, args);
    if (failWith === undefined && isCounted(call, args) && ++count === killAt) {
      const [descriptor, bytes] = args;
      if (call === "writeSync")
        writeSync(descriptor as number, (bytes as Buffer).subarray(0, (bytes as Buffer).length / 2));
      process.kill(process.pid, "SIGKILL");
    }
    return original(...args);
  });
}
syncBuiltinESMExports();

const report = process.env["COUNT_CALLS"];
if (report) process.once("exit", () => writeFileSync(report, String(count)));
