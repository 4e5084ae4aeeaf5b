import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { UsageError } from "#tools/commands/command.ts";
import { compareBuilds } from "./compare.ts";
import { findEleventy } from "./peers.ts";

test("Numbers that make no sense are refused before anything is built.", async () => {
  const refused: [string[], string][] = [
    [[], "say how many papers, such as --papers 1000"],
    [["--papers", "10", "--runs", "0"], '--runs is "0"; write a whole number from 1 to 99'],
    [["--papers", "10", "--limit", "1.5"], '--limit is "1.5"; write a whole number from 1 to 86400'],
  ];
  for (const [args, message] of refused) {
    await assert.rejects(async () => compareBuilds.run(args), new UsageError(message));
  }
});

test("A generator that is not installed is not there.", () => {
  assert.equal(findEleventy(tmpdir()), undefined);
});
