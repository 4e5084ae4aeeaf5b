/** Invented answers of services, bibliographies and listings: what importers are tested with. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Their folder, absolute; each source has one in it. */
export const CASES_FOLDER: string = join(import.meta.dirname, "cases");

/** The text of one: `readCase("arxiv/error.xml")`. */
export function readCase(name: string): string {
  return readFileSync(join(CASES_FOLDER, name), "utf8");
}
