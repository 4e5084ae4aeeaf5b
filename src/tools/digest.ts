/** The one entry for curators: `npm run digest -- <command>`. */
import { runCommandLine } from "./commands/command-line.ts";
import { DIGEST_COMMANDS } from "./commands/digest-commands.ts";

process.exitCode = await runCommandLine(
  { call: "npm run digest --", commands: DIGEST_COMMANDS },
  process.argv.slice(2),
);
