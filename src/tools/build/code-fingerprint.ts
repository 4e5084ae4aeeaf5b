/** What decides the bytes of pages beside their content: our code, the packages, the settings, the runtime. */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { listContentFiles } from "../../lib/content/content-files.ts";
import { readSource } from "../../lib/content/source-text.ts";
import { PROJECT_FOLDER } from "../folders.ts";
import type { BuildSettings } from "./settings.ts";

/** Files that decide how pages look, and those that say what packages they are made with: what is wanted, and what is installed. */
const SOURCES = [
  ...["src/**/*", "public/**/*", "astro.config.mjs", "tsconfig.json"],
  ...["package.json", "package-lock.json", "node_modules/.package-lock.json"],
];

/** Code that no page can come from: other commands, and what they need. */
const ASIDE = ["src/importers/**", ...["commands", "import"].map((room) => `src/tools/${room}/**`)];

/** Paths of the files of a project that decide the bytes of pages beside their content, sorted. */
export function listDecidingFiles(projectFolder: string): string[] {
  return globSync(SOURCES, { cwd: projectFolder, exclude: ASIDE, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * A fingerprint of everything but the papers, digests and editions: whenever it changes, every page is rendered anew and
 * nothing that was kept is believed. The vocabulary and the names of organisations and people count, since any page may show them.
 */
export function fingerprintCode(
  { contentDir, siteUrl, basePath, paperPages }: BuildSettings,
  projectFolder: string = PROJECT_FOLDER,
): string {
  const digest = createHash("sha256");
  const joined = (["tags", "organizations", "people"] as const).flatMap((kind) => listContentFiles(contentDir, kind));
  // By their names there: the same code and content give the same bytes, wherever they lie.
  const add = (name: string, bytes: Buffer) => digest.update(name).update("\0").update(bytes).update("\0");
  for (const path of listDecidingFiles(projectFolder)) add(relative(projectFolder, path), readFileSync(path));
  // What cannot be read is told with the content.
  for (const path of joined) add(basename(path), readSource(path).bytes);
  digest.update(JSON.stringify([siteUrl, basePath, paperPages, process.version, process.platform, process.arch]));
  return digest.digest("hex").slice(0, 24);
}
