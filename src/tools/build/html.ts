/** The HTML phase of a build: processes of their own, which compile the templates and render pages into the work folder. */
import { closeSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../lib/failure.ts";
import { nameFolder } from "../folders.ts";
import { runScript } from "./child-process.ts";
import type { BuildSettings } from "./settings.ts";
import { makeWorkFolder } from "./work-folder.ts";

/** What the work of such a process cost. */
export interface HtmlCost {
  /** Most memory that it held at once, in bytes. */
  peakMemory: number;
  /** Seconds that it waited for another build. */
  waited: number;
}

/** The environment that tells every process of a build, astro.config.mjs and the pages what to build. */
export function makeBuildEnvironment(settings: BuildSettings, workFolder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CONTENT_DIR: settings.contentDir,
    OUT_DIR: settings.outDir,
    SITE_URL: settings.siteUrl,
    BASE_PATH: settings.basePath,
    PAPER_PAGES: settings.paperPages,
    WORK_DIR: workFolder,
    // What Node makes of our modules and of Astro's, from build to build: each process starts half a second sooner.
    NODE_COMPILE_CACHE: join(workFolder, "compiled"),
    ASTRO_TELEMETRY_DISABLED: "1",
    // Pages hold days, and a day must not depend on where the machine stands.
    TZ: "UTC",
  };
}

/** Where the processes of a build work. */
export interface HtmlPlace {
  /** What is built. */
  settings: BuildSettings;
  /** Folder the build works in. */
  workFolder: string;
  /** Folder of the compiled templates. */
  templates: string;
  /** Folder with what pages get. */
  planFolder: string;
}

/** Begins the log that all processes of one build write to. */
export function clearLog(workFolder: string): void {
  rmSync(locateLog(makeWorkFolder(workFolder)), { recursive: true, force: true });
}

function locateLog(workFolder: string): string {
  return join(workFolder, "astro.log");
}

/**
 * Runs one of the two scripts: has Astro compile the templates, when no other build of this checkout does, and make the
 * files that are no pages; or renders the pages of a plan folder with the compiled templates.
 * Throws a `Failure` with Astro's message; all it printed is in `astro.log` in the work folder.
 */
export async function runHtmlProcess(
  script: "compile-process.ts" | "render-process.ts",
  place: HtmlPlace,
): Promise<HtmlCost> {
  const { settings, workFolder, templates, planFolder } = place;
  const env = {
    ...makeBuildEnvironment(settings, workFolder),
    PLAN_DIR: planFolder,
    TEMPLATES_DIR: templates,
    // What Astro's own commands set for it.
    NODE_ENV: "production",
  };
  const log = openSync(locateLog(workFolder), "a");
  try {
    return await runScript<HtmlCost>(script, { env, stdio: ["ignore", log, log, "ipc"] }, console.error);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(
      `The pages could not be built: ${error.message}\nAll that Astro said is in ${nameFolder(locateLog(workFolder))}.`,
    );
  } finally {
    closeSync(log);
  }
}
