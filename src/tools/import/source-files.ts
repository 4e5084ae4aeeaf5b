/** The files that an import is given: single ones, whole folders, or standard input. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { compareText } from "#lib/compare-text.ts";
import { nameContentFile } from "#lib/content/content-files.ts";
import { formatCount } from "#lib/counts.ts";
import type { Problem } from "#lib/errors.ts";
import type { SourceFile } from "#lib/records/facts.ts";

/** The path that stands for standard input. */
export const STANDARD_INPUT = "-";

/** Most bytes of a file: what is longer is no text that this program can hold. */
const MOST_BYTES = 256_000_000;

/**
 * Finds the files at paths; folders are searched through all their levels.
 * @param endings names in folders end with one of these; a file that is named itself may end as it likes
 */
export function findSourceFiles(paths: string[], endings: readonly string[]) {
  const found: string[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const status = path === STANDARD_INPUT ? undefined : statSync(path, { throwIfNoEntry: false });
    if (path === STANDARD_INPUT || status?.isFile()) found.push(path);
    else if (status === undefined) problems.push({ file: path, message: "there is no such file or folder" });
    else found.push(...listFolder(path, endings, problems));
  }
  const large = found.filter((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES);
  return {
    /** Paths of files, in the order given; those of a folder in order of name. */
    paths: found.filter((path) => !large.includes(path)),
    /** Paths that lead nowhere, to a folder that holds nothing to import, or to a file that is too large. */
    problems: [...problems, ...large.map(describeLarge)],
  };
}

function describeLarge(path: string): Problem {
  const found = `${formatCount(Math.round(statSync(path).size / 1_000_000))} MB`;
  const allowed = `at most ${formatCount(MOST_BYTES / 1_000_000)} MB`;
  return { file: path, message: "this file is too large to be read at once", found, allowed, mend: "give it in parts" };
}

function listFolder(folder: string, endings: readonly string[], problems: Problem[]): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.includes(extname(name).toLowerCase()))
    .sort(compareText);
  if (names.length === 0) {
    problems.push({
      file: folder,
      message: "this folder holds nothing to import",
      allowed: `files that end with ${endings.join(", ")}`,
    });
  }
  return names.map((name) => join(folder, name));
}

/**
 * Reads a file as text: UTF-8, else Windows-1252, which never fails and is what older BibTeX files are in.
 * @param today the day of reading, for sources that do not tell theirs
 */
export function readSourceFile(path: string, today: string): SourceFile {
  const bytes = readFileSync(path === STANDARD_INPUT ? 0 : path);
  const file = path === STANDARD_INPUT ? "standard input" : nameContentFile(path);
  return { file, text: decodeText(bytes), retrieved: today };
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
