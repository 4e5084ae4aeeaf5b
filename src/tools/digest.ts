/** The one entry for curators: `npm run digest -- <command>`. */
import { runCommandLine } from "./commands/command-line.ts";
import { DIGEST_COMMANDS } from "./commands/digest-commands.ts";
import { runTool } from "./failure.ts";

await runTool(async () => {
  const tool = { call: "npm run digest --", commands: DIGEST_COMMANDS };
  process.exitCode = await runCommandLine(tool, process.argv.slice(2));
});
