/** `npm run build`: reads the content, renders the pages that have changed, indexes them for search and publishes the whole. */
import { parseArgs } from "node:util";
import { runScript } from "./build/child-process.ts";
import { makeBuildEnvironment } from "./build/html.ts";
import type { BuildManner } from "./build/make-site.ts";
import { type BuildReport, formatReport } from "./build/report.ts";
import { type BuildSettings, locateWorkFolder, readSettings } from "./build/settings.ts";
import { runTool } from "./failure.ts";
import { nameFolder } from "./folders.ts";

/**
 * Builds a site; only what has changed since the last build, unless it is to be clean. One build of an output folder
 * runs at a time. Throws a `ContentError` for bad content and a `Failure` for what else was foreseen; the last site then
 * stands.
 */
export async function build(
  settings: BuildSettings,
  { isClean = false, tell = () => {} }: Partial<BuildManner> = {},
): Promise<BuildReport> {
  const env = { ...makeBuildEnvironment(settings, locateWorkFolder(settings)), CLEAN_BUILD: isClean ? "1" : "0" };
  return runScript<BuildReport>(
    "site-process.ts",
    { env, execArgv: ROOMY },
    tell,
    (why) => `The site was not built: ${why}. The last site stands.`,
  );
}

/** Node's option that lets a program hold half of the machine's memory. */
export const HALF_OF_MEMORY = "--max-old-space-size-percentage=50";

/**
 * Room for what is made and soon of no use, in megabytes: a build makes millions of small things, and with the usual 16
 * a fifth of its time goes into looking through those that stay. And for all that it holds, half of the machine's
 * memory: Node's usual 4 GB are too few for the search index of a hundred thousand papers.
 */
const ROOMY = ["--min-semi-space-size=64", "--max-semi-space-size=192", HALF_OF_MEMORY];

if (import.meta.main) {
  await runTool(async () => {
    const { values } = parseArgs({ options: { clean: { type: "boolean", default: false } } });
    const settings = readSettings(process.env);
    const report = await build(settings, { isClean: values.clean, tell: (line) => console.log(line) });
    console.log(formatReport(report, nameFolder(settings.outDir)));
  });
}
