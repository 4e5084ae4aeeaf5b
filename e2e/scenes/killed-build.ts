/** Builds that are killed at a moment of a test's choice. */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { join } from "node:path";
import { makeBuildEnvironment } from "#tools/build/html.ts";
import type { BuildSettings } from "#tools/build/settings.ts";
import type { BuildingProject } from "./project-copy.ts";

/** When a build is killed. */
export type KillMoment =
  /** Just before so many calls to the file system, from 1 on, match a pattern; see kill-at-call.ts. */
  | { match: string; at: number }
  /** As soon as this is so; it is asked again and again. */
  | { when: () => boolean };

/** Begins a build, and kills the process that does the work with SIGKILL; fails when the moment did not come. */
export async function killBuild(project: BuildingProject, settings: BuildSettings, moment: KillMoment): Promise<void> {
  const preload = join(import.meta.dirname, "kill-at-call.ts");
  const child = fork(join(project.folder, "src", "tools", "build", "site-process.ts"), [], {
    cwd: project.folder,
    env: {
      ...makeBuildEnvironment(settings, project.locateWorkFolder(settings)),
      ...("match" in moment
        ? { NODE_OPTIONS: `--import=${preload}`, KILL_MATCH: moment.match, KILL_AT: String(moment.at) }
        : {}),
    },
    execArgv: [],
  });
  const told: unknown[] = [];
  child.on("message", (message) => told.push(message));
  const watch = setInterval(() => "when" in moment && moment.when() && child.kill("SIGKILL"), 1);
  const signal = await new Promise((resolve) => child.once("exit", (_, by) => resolve(by)));
  clearInterval(watch);
  assert.equal(signal, "SIGKILL", `the build was not killed: ${JSON.stringify(told)}`);
}
