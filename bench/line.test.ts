import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "#tools/commands/command.ts";
import { measureLineCost } from "./line.ts";

test("A number of papers that makes no sense is refused before anything is built.", async () => {
  const message = '--papers is "0"; write a whole number from 1 to 1000000';
  await assert.rejects(async () => measureLineCost.run(["--papers", "0"]), new UsageError(message));
});
