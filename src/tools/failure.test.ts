import assert from "node:assert/strict";
import test from "node:test";
import { parseArgs } from "node:util";
import { ContentError } from "../lib/errors.ts";
import { describeFailure, Failure, readErrorCode } from "./failure.ts";

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
