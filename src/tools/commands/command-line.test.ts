import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ContentError } from "#lib/errors.ts";
import { Failure } from "#lib/failure.ts";
import { type Command, readArgs, UsageError } from "./command.ts";
import { runCommandLine, type Tool } from "./command-line.ts";

/** A command that does what a test needs. */
function makeCommand(run: Command["run"]): Command {
  return { name: "greet", summary: "say hello", help: "npm run try -- greet [--loud]", run };
}

/** Collects what is written to a stream as text; what the test runner itself sends (bytes) goes through. */
function collectText(stream: NodeJS.WriteStream): { read(): string; restore(): void } {
  let text = "";
  const write = stream.write.bind(stream);
  const { mock: spy } = mock.method(stream, "write", (chunk: string | Uint8Array) => {
    if (typeof chunk !== "string") return write(chunk);
    text += chunk;
    return true;
  });
  return { read: () => text, restore: () => spy.restore() };
}

/** Runs a tool with one command; hands back its exit code with all it printed. */
async function runQuietly(args: string[], run: Command["run"] = () => 1) {
  const tool: Tool = { call: "npm run try --", commands: [makeCommand(run)] };
  const [out, errors] = [collectText(process.stdout), collectText(process.stderr)];
  try {
    return { code: await runCommandLine(tool, args), out: out.read(), errors: errors.read() };
  } finally {
    out.restore();
    errors.restore();
  }
}

const TOOL_HELP = `npm run try -- <command> [options]

  greet  say hello

npm run try -- <command> --help says more about a command.
`;

test("A tool's exit code is that of its command, which gets what stands behind its name.", async () => {
  const seen: string[][] = [];
  const outcome = await runQuietly(["greet", "--loud", "you"], (args) => {
    seen.push(args);
    return 1;
  });
  assert.deepEqual(outcome, { code: 1, out: "", errors: "" });
  assert.deepEqual(seen, [["--loud", "you"]]);
});

test("Help of the tool lists every command with its summary and is no fault.", async () => {
  assert.deepEqual(await runQuietly(["--help"]), { code: 0, out: TOOL_HELP, errors: "" });
});

test("A tool without a command shows its help and counts as called wrongly.", async () => {
  assert.deepEqual(await runQuietly([]), { code: 2, out: "", errors: TOOL_HELP });
});

test("Help of a command does not run it.", async () => {
  const outcome = await runQuietly(["greet", "--loud", "--help"], () => assert.fail("it ran"));
  assert.deepEqual(outcome, { code: 0, out: "npm run try -- greet [--loud]\n", errors: "" });
});

test("An unknown command is answered with the nearest one, and with all.", async () => {
  const near = await runQuietly(["gret"]);
  assert.deepEqual(near, {
    code: 2,
    out: "",
    errors: `there is no command "gret"; did you mean "greet"?\n\n${TOOL_HELP}`,
  });
  const far = await runQuietly(["launch"]);
  assert.equal(far.errors, `there is no command "launch"\n\n${TOOL_HELP}`);
});

test("Arguments that make no sense are named, with the way to help.", async () => {
  const way = "npm run try -- greet --help says how to call it.\n";
  const own = await runQuietly(["greet"], () => {
    throw new UsageError("somebody has to be greeted");
  });
  assert.deepEqual(own, { code: 2, out: "", errors: `greet: somebody has to be greeted\n${way}` });
  const parsed = await runQuietly(["greet", "--lowd"], (args) => {
    readArgs(args, { loud: { type: "boolean" } });
    return 0;
  });
  assert.deepEqual(parsed, {
    code: 2,
    out: "",
    errors: `greet: there is no option --lowd; did you mean --loud?\n${way}`,
  });
});

test("Foreseen failures and faults of content are told as they are, without a stack.", async () => {
  const failure = await runQuietly(["greet"], () => Promise.reject(new Failure("Nobody is at home.")));
  assert.deepEqual(failure, { code: 1, out: "", errors: "Nobody is at home.\n" });
  const content = await runQuietly(["greet"], () => {
    throw new ContentError([{ file: "names.txt", line: 2, message: "this is no name" }]);
  });
  assert.deepEqual(content, {
    code: 1,
    out: "",
    errors: "1 problem in 1 file\n\nnames.txt:2  this is no name\n",
  });
});

test("A fault nobody foresaw is told without a stack too.", async () => {
  const { code, errors } = await runQuietly(["greet"], () => Promise.reject(new TypeError("broken")));
  assert.equal(code, 1);
  assert.match(errors, /^Something unforeseen went wrong: broken\n/);
  assert.doesNotMatch(errors, /\n\s+at /);
});
