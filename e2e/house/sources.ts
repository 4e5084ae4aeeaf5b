/** The project's own files, as the tests of the house's rules read them. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "#tools/folders.ts";

/** One file of the project. */
export interface CodeFile {
  /** From the project's folder, with forward slashes: `src/lib/dates.ts`. */
  path: string;
  /** All of it. */
  text: string;
}

/** Files that match any of the patterns, in order of path. */
export function readSources(...patterns: string[]): CodeFile[] {
  return globSync(patterns, { cwd: PROJECT_FOLDER })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(PROJECT_FOLDER, path), "utf8") }));
}

/** Whether the file is a test. */
export function isTest({ path }: Pick<CodeFile, "path">): boolean {
  return /\.(test|spec)\.ts$/.test(path);
}

/** The text of a file without its comments, but for those behind code on a line. */
export function stripComments({ text }: CodeFile): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^ *\/\/.*$/gm, "");
}

/** Line of a place in a text, counted from 1. */
export function countLine(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Every place where a pattern is found, as `file:line  text`. */
export function findText({ path, text }: CodeFile, pattern: RegExp): string[] {
  return [...text.matchAll(new RegExp(pattern, "g"))].map(
    (match) => `${path}:${countLine(text, match.index)}  ${match[0].trim()}`,
  );
}
