/** Which introductions of editions a build needs. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EDITIONS } from "#lib/content/folders.ts";
import type { Day } from "#lib/dates.ts";

/** Absolute path of the folder with editions: that of CONTENT_DIR, or of `content` in the project. */
export const EDITIONS_FOLDER = resolve(process.env["CONTENT_DIR"] || "content", EDITIONS);

/** Name of the list of needed introductions in the folder of a build's plan. */
const LIST = "introductions.json";

/** Tells Astro, which is to render the plan in this folder, the days whose introductions it needs. */
export function writeNeededIntroductions(planFolder: string, days: Iterable<Day>): void {
  writeFileSync(join(planFolder, LIST), JSON.stringify([...days]));
}

/** Patterns of the files that are to be loaded: in a build those that are needed, elsewhere all. */
export function listEditionPatterns(): string[] {
  const path = join(process.env["PLAN_DIR"] ?? "", LIST);
  if (!process.env["PLAN_DIR"] || !existsSync(path)) return ["*.mdx"];
  const days = JSON.parse(readFileSync(path, "utf8")) as Day[];
  // A pattern is needed in any case; no file bears this name.
  return days.length === 0 ? ["none.mdx"] : days.map((day) => `${day}.mdx`);
}
