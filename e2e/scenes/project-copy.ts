/** A copy of this project, for tests that change its code, its packages or its settings and build with it. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { locateWorkFolder } from "#tools/build/settings.ts";
import type { build } from "#tools/build.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";

/** The parts of a project that decide what a build makes. */
const PARTS = ["src", "public", "astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** A project that builds sites. */
export interface BuildingProject {
  /** Its folder. */
  folder: string;
  /** Its `build`, which runs all of its code in new processes. */
  build: typeof build;
  /** Where its builds work. */
  locateWorkFolder: typeof locateWorkFolder;
}

/** Loads the project in a folder. */
async function loadProject(folder: string): Promise<BuildingProject> {
  const load = (path: string) => import(pathToFileURL(join(folder, "src", "tools", path)).href);
  const [tool, settings] = await Promise.all([load("build.ts"), load("build/settings.ts")]);
  return { folder, build: tool.build, locateWorkFolder: settings.locateWorkFolder };
}

/**
 * Copies the project; its packages are links to ours, but for those that are to be changed.
 * @param folder does not exist
 * @param packages names of packages that get copies of their own
 */
export function copyProject(folder: string, packages: readonly string[]): Promise<BuildingProject> {
  for (const part of PARTS) cpSync(join(PROJECT_FOLDER, part), join(folder, part), { recursive: true });
  const [ours, own] = [PROJECT_FOLDER, folder].map((path) => join(path, "node_modules")) as [string, string];
  mkdirSync(own);
  for (const entry of readdirSync(ours, { withFileTypes: true })) {
    const [from, to] = [join(ours, entry.name), join(own, entry.name)];
    if (packages.includes(entry.name) || entry.isFile()) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, "junction");
  }
  return loadProject(folder);
}

/** Changes a text in a file; fails unless it stands there. */
export function replaceText(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, "utf8");
  assert.match(text, typeof from === "string" ? new RegExp(RegExp.escape(from)) : from, path);
  writeFileSync(path, text.replace(from, to));
}
