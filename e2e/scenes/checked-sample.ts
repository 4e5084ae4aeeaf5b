/** What the check tells of content folders that tests make. */
import { checkContent } from "#lib/content/check.ts";
import { nameContentFile } from "#lib/content/content-files.ts";
import { readContent } from "#lib/content/read.ts";
import { formatProblem, type Problem } from "#lib/errors.ts";
import { makeContentFolder } from "./content-samples.ts";

/** What is wrong with a content folder, a problem each. */
export function checkFolder(folder: string): string[] {
  return checkContent(readContent(folder)).map(formatProblem);
}

/** Problems of the sample content with some files changed, added, or (undefined) left out; files named from the folder. */
export function checkSample(changes: { [path: string]: string | undefined } = {}): Problem[] {
  const folder = makeContentFolder(changes);
  const prefix = nameContentFile(folder);
  return checkContent(readContent(folder)).map((problem) => ({
    ...problem,
    file: problem.file.replace(`${prefix}/`, ""),
    ...(problem.allowed !== undefined && { allowed: problem.allowed.replaceAll(`${prefix}/`, "") }),
  }));
}

/** The same as the check prints them. */
export function printSample(changes: { [path: string]: string | undefined }): string {
  return checkSample(changes).map(formatProblem).join("\n");
}
