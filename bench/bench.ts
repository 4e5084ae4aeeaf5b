/** The one entry for measurements: `npm run bench -- <command>`. */
import { runCommandLine } from "#tools/commands/command-line.ts";
import { runTool } from "#tools/failure.ts";
import { BENCH_COMMANDS } from "./commands.ts";

await runTool(async () => {
  const tool = { call: "npm run bench --", commands: BENCH_COMMANDS };
  process.exitCode = await runCommandLine(tool, process.argv.slice(2));
});
