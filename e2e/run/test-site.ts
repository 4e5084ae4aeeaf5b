/** Builds a site that the browser tests read. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "#lib/failure.ts";
import { readSettings } from "#tools/build/settings.ts";
import { build } from "#tools/build.ts";
import { PROJECT_FOLDER } from "#tools/folders.ts";
import { runProgram } from "./program.ts";

/** What a site is built from; e2e/sites.ts says what each part is. */
export interface TestSiteSource {
  /** Folder of its content, from the project's folder; of imported days the folder they are imported to, which is emptied before. */
  content: string;
  /** Base path it is built with. */
  base: string;
  /** Folder with days of Daily Papers to import, absolute; absent where the content is there. */
  days?: string;
}

/** The day on which imported days count as read, so that the same files give the same records. */
const RETRIEVED = "2026-08-22";

/** Builds a site into a folder. Throws what a build throws, and a `Failure` when days brought nothing in. */
export async function buildTestSite({ content, base, days }: TestSiteSource, outDir: string): Promise<void> {
  const contentDir = join(PROJECT_FOLDER, content);
  if (days !== undefined) await importDays(days, contentDir);
  await build({ ...readSettings({ CONTENT_DIR: contentDir }), outDir, basePath: base });
}

/** Imports as a curator does. Real days hold entries that cannot be read; these are refused, and the rest comes in. */
async function importDays(days: string, contentDir: string): Promise<void> {
  rmSync(contentDir, { recursive: true, force: true });
  const command = [
    join("src", "tools", "digest.ts"),
    "import",
    "hugging-face",
    "--retrieved",
    RETRIEVED,
    "--json",
    days,
  ];
  const { output } = await runProgram(process.execPath, command, { CONTENT_DIR: contentDir });
  if (!/"added":\s*\[\s*"/.test(output)) throw new Failure(`No day of ${days} came in:\n${output}`);
}
