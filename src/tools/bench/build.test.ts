import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "../commands/command.ts";
import { measureBuild } from "./build.ts";

test("A number of papers that makes no sense is refused before anything is built.", async () => {
  const refused: [string[], string][] = [
    [[], "say how many papers, such as --papers 1000"],
    [["--papers", "0"], '--papers is "0"; write a whole number from 1 to 1000000'],
    [["--papers", "1e3"], '--papers is "1e3"; write a whole number from 1 to 1000000'],
    [["--papers", "1000001"], '--papers is "1000001"; write a whole number from 1 to 1000000'],
    [["--paper", "10"], "there is no option --paper; did you mean --papers?"],
  ];
  for (const [args, message] of refused) {
    await assert.rejects(async () => measureBuild.run(args), new UsageError(message));
  }
});
