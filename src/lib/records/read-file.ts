/** Reading a file of content that has to be readable, so that it can be written again without losing anything. */
import { readFileSync } from "node:fs";
import { nameContentFile } from "../content/read.ts";
import { explainFileError } from "../failure.ts";

/** The text of a file. Throws a `Failure` that names it when it is a folder, may not be read, and the like. */
export function readContentFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw explainFileError(error, `${nameContentFile(path)} could not be read`, "Nothing was changed.");
  }
}
