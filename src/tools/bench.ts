/** The one entry for measurements: `npm run bench -- <command>`. Each command is a module in bench/. */
import { measureBuild } from "./bench/build.ts";
import { compareBuilds } from "./bench/compare.ts";
import { measureImport } from "./bench/import.ts";
import { measurePages } from "./bench/lighthouse.ts";
import { measureLineCost } from "./bench/line.ts";
import { measureRelated } from "./bench/related.ts";
import { measureSearch } from "./bench/search.ts";
import { runCommandLine } from "./commands/command-line.ts";

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
