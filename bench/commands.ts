/** What can be measured; each command is a module beside this one. */
import type { Command } from "#tools/commands/command.ts";
import { measureBuild } from "./build.ts";
import { compareBuilds } from "./compare.ts";
import { measureImport } from "./import.ts";
import { measurePages } from "./lighthouse.ts";
import { measureLineCost } from "./line.ts";
import { measureRelated } from "./related.ts";
import { measureSearch } from "./search.ts";

/** The commands of `npm run bench`, in the order of its help. */
export const BENCH_COMMANDS: readonly Command[] = [
  measureBuild,
  compareBuilds,
  measureImport,
  measurePages,
  measureSearch,
  measureRelated,
  measureLineCost,
];
