/** The one entry for curators: `npm run digest -- <command>`. Each command is a module in commands/. */
import { add } from "./commands/add.ts";
import { check } from "./commands/check.ts";
import { runCommandLine } from "./commands/command-line.ts";
import { importCommand } from "./commands/import.ts";
import { remove } from "./commands/remove.ts";
import { rename } from "./commands/rename.ts";
import { update } from "./commands/update.ts";

process.exitCode = await runCommandLine(
  { call: "npm run digest --", commands: [add, importCommand, update, rename, remove, check] },
  process.argv.slice(2),
);
