/** The one entry for measurements: `npm run bench -- <command>`. */
import { runCommandLine } from "#tools/commands/command-line.ts";
import { BENCH_COMMANDS } from "./commands.ts";

process.exitCode = await runCommandLine({ call: "npm run bench --", commands: BENCH_COMMANDS }, process.argv.slice(2));
