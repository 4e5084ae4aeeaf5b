/** The HTML phase of a build: Astro in a process of its own, writing into the work folder. */
import { fork } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure.ts";
import { nameFolder, PROJECT_FOLDER } from "../folders.ts";
import type { BuildSettings } from "./settings.ts";
import { makeWorkFolder } from "./work-folder.ts";

/** How Astro's run ended. */
export type HtmlOutcome =
  /** It wrote the site; the most memory its process held at once, in bytes, and the seconds it waited for its turn. */
  | { ok: true; peakMemory: number; waited: number }
  /** It did not; why, in words. */
  | { ok: false; message: string };

/** What its process sends: something to tell while it waits, then how it ended. */
export type HtmlMessage = { notice: string } | HtmlOutcome;

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

/**
 * Renders the pages that the plan folder holds, when no other build of this checkout renders. Throws a `Failure` with Astro's message;
 * all it printed is in `astro.log` in the work folder.
 * @returns the most memory that took, in bytes, and the seconds it had to wait for its turn
 */
export async function renderHtml(
  settings: BuildSettings,
  workFolder: string,
  planFolder: string,
): Promise<{ peakMemory: number; waited: number }> {
  const logPath = join(makeWorkFolder(workFolder), "astro.log");
  rmSync(logPath, { recursive: true, force: true });
  const log = openSync(logPath, "w");
  try {
    const outcome = await runHtmlProcess({ ...makeBuildEnvironment(settings, workFolder), PLAN_DIR: planFolder }, log);
    if (outcome.ok) return outcome;
    throw new Failure(
      `The pages could not be built: ${outcome.message}\nAll that Astro said is in ${nameFolder(logPath)}.`,
    );
  } finally {
    closeSync(log);
  }
}

function runHtmlProcess(environment: NodeJS.ProcessEnv, log: number): Promise<HtmlOutcome> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "html-process.ts"), [], {
      cwd: PROJECT_FOLDER,
      env: environment,
      execArgv: [],
      stdio: ["ignore", log, log, "ipc"],
    });
    const stop = () => child.kill();
    process.once("exit", stop);
    let outcome: HtmlOutcome | undefined;
    child.on("message", (sent) => {
      const message = sent as HtmlMessage;
      if ("notice" in message) console.error(message.notice);
      else outcome = message;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", stop);
      resolve(outcome ?? { ok: false, message: describeEnd(code, signal) });
    });
  });
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === "SIGINT" || signal === "SIGTERM") return "the build was stopped";
  return `Astro's process ended early (${signal ?? `exit code ${code}`}), often for want of memory`;
}
