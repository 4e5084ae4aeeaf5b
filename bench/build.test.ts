import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "#tools/commands/command.ts";
import { measureBuild } from "./build.ts";

test("A number of papers that makes no sense is refused before anything is built.", async () => {
  const refused: [string[], string][] = [
    [[], "say how many papers, such as --papers 1000"],
    [["--papers", "0"], '--papers is "0"; write a whole number from 1 to 1000000'],
    [["--papers", "1e3"], '--papers is "1e3"; write a whole number from 1 to 1000000'],
    [["--papers", "1000001"], '--papers is "1000001"; write a whole number from 1 to 1000000'],
    [["--papers", "10", "--add", "0"], '--add is "0"; write a whole number from 1 to 10'],
    [["--papers", "10", "--add", "11"], '--add is "11"; write a whole number from 1 to 10'],
    [["--papers", "10", "--add", "5", "--late", "6"], '--late is "6"; write a whole number from 0 to 5'],
    [["--papers", "10", "--late", "1"], "--late needs --add"],
    [["--paper", "10"], "there is no option --paper; did you mean --papers?"],
  ];
  for (const [args, message] of refused) {
    await assert.rejects(async () => measureBuild.run(args), new UsageError(message));
  }
});
