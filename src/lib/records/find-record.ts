/** Telling of an id that no record has. */

import { nameContentFile } from "../content/content-files.ts";
import { suggestNearest } from "../content/nearest.ts";
import type { Problem } from "../errors.ts";
import type { Archive } from "./archive.ts";

/** The problem of an id that is not among the records, with the nearest one that is. */
export function refuseUnknown({ folder, records }: Archive, id: string): Problem {
  return {
    file: nameContentFile(folder),
    message: "no record has this id",
    found: id,
    ...suggestNearest(id, records.keys(), "did you mean", "see content/papers for what there is"),
  };
}
