/** The one entry for curators: `npm run digest -- <command>`. Each command is a module in commands/. */
import { check } from "./commands/check.ts";
import { runCommandLine } from "./commands/command-line.ts";

process.exitCode = await runCommandLine({ call: "npm run digest --", commands: [check] }, process.argv.slice(2));
