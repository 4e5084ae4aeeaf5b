/** Which introductions of editions a build needs. */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EDITIONS } from "#lib/content/folders.ts";
import type { Day } from "#lib/dates.ts";

/** Name of the list of needed introductions in the folder of a build's plan. */
const LIST = "introductions.json";

/** Tells Astro, which is to render the plan in this folder, the days whose introductions it needs. */
export function writeNeededIntroductions(planFolder: string, days: Iterable<Day>): void {
  writeFileSync(join(planFolder, LIST), JSON.stringify([...days]));
}

/** Absolute paths of the editions to compile, by day: in a build those that are needed, elsewhere all. */
export function listIntroductions(): [day: Day, path: string][] {
  const folder = resolve(process.env["CONTENT_DIR"] || "content", EDITIONS);
  const list = join(process.env["PLAN_DIR"] ?? "", LIST);
  const days =
    process.env["PLAN_DIR"] && existsSync(list)
      ? (JSON.parse(readFileSync(list, "utf8")) as Day[])
      : globSync("*.mdx", { cwd: folder }).map((name) => name.slice(0, -".mdx".length));
  return days.map((day) => [day, join(folder, `${day}.mdx`)]);
}
