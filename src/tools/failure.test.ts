import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { parseArgs } from "node:util";
import { ContentError } from "../lib/errors.ts";
import { Failure, readErrorCode } from "../lib/failure.ts";
import { describeFailure } from "./failure.ts";
import { PROJECT_FOLDER } from "./folders.ts";

test("A foreseen failure is told in its own words.", () => {
  assert.equal(describeFailure(new Failure("Port 80 is in use.")), "Port 80 is in use.");
  const problem = { file: "content/tags.yaml", message: "cannot be read" };
  assert.match(describeFailure(new ContentError([problem])), /^1 problem in 1 file\n\ncontent\/tags\.yaml {2}cannot/);
});

test("A wrong option is told as such.", () => {
  assert.throws(
    () => parseArgs({ args: ["--lang"], options: {} }),
    (error) => describeFailure(error).startsWith("Unknown option '--lang'"),
  );
});

test("A fault of ours is told without its stack, which a file keeps.", () => {
  const text = describeFailure(new TypeError("x is not a function"));
  assert.match(text, /^Something unforeseen went wrong: x is not a function\nThe details are in .*failure\.log\.$/);
  assert.doesNotMatch(text, /\n\s+at /);
});

test("The code of a system error is read, and other errors have none.", () => {
  assert.equal(readErrorCode(Object.assign(new Error("gone"), { code: "ENOENT" })), "ENOENT");
  assert.equal(readErrorCode(new Error("plain")), undefined);
  assert.equal(readErrorCode("text"), undefined);
});

/** Runs a command whose output goes to a file, or to nobody; gives its exit code, and what it wrote to stderr. */
function runUnheard(script: string, args: string[], output?: number): Promise<{ code: number | null; errors: string }> {
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(PROJECT_FOLDER, script), ...args], {
      cwd: PROJECT_FOLDER,
      env: { ...environment, OUT_DIR: ".cache/nowhere/dist", CONTENT_DIR: "content", PORT: "0" },
      stdio: ["ignore", output ?? "pipe", "pipe"],
    });
    child.stdout?.destroy();
    let errors = "";
    child.stderr?.setEncoding("utf8").on("data", (text) => (errors += text));
    child.once("close", (code) => resolve({ code, errors }));
  });
}

const TALKERS: [script: string, ...args: string[]][] = [
  ["src/tools/build.ts"],
  ["src/tools/start.ts"],
  ["src/tools/dev.ts"],
  ["src/tools/digest.ts", "check"],
  ["src/tools/digest.ts", "import", "jsonl", "content/papers", "--dry-run"],
  ["bench/bench.ts", "--help"],
];

for (const [script, ...args] of TALKERS) {
  test(`Where nobody reads what ${[script, ...args].join(" ")} says, it ends without a word.`, async () => {
    const { code, errors } = await runUnheard(script, args);
    assert.equal(code, 141, errors);
    assert.doesNotMatch(errors, /^\s+at |EPIPE|Error/m);
  });
}

test("Where what there is to say cannot be written, a sentence says why.", async (context) => {
  if (!existsSync("/dev/full")) return context.skip("there is no /dev/full here");
  const full = openSync("/dev/full", "w");
  const { code, errors } = await runUnheard("src/tools/digest.ts", ["--help"], full);
  closeSync(full);
  const told = "What there is to say could not be written: the disk is full. Free some space and run this again.\n";
  assert.deepEqual({ code, errors }, { code: 1, errors: told });
});
