/** The one entry for measurements: `npm run bench -- <command>`. Each command is a module beside it. */

import { runCommandLine } from "#tools/commands/command-line.ts";
import { measureBuild } from "./build.ts";
import { compareBuilds } from "./compare.ts";
import { measureImport } from "./import.ts";
import { measurePages } from "./lighthouse.ts";
import { measureLineCost } from "./line.ts";
import { measureRelated } from "./related.ts";
import { measureSearch } from "./search.ts";

process.exitCode = await runCommandLine(
  {
    call: "npm run bench --",
    commands: [
      measureBuild,
      compareBuilds,
      measureImport,
      measurePages,
      measureSearch,
      measureRelated,
      measureLineCost,
    ],
  },
  process.argv.slice(2),
);
