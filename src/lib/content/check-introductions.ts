/** Introductions of editions: they use the components that their page hands them, and link to papers that exist. */
import type { Problem } from "../errors.ts";
import type { EditionData } from "./edition.ts";
import { suggestNearest } from "./nearest.ts";
import type { Document } from "./parse.ts";

/** Components an introduction may use: a link to a paper, and a frame with a caption for a drawing. */
const EDITION_COMPONENTS = ["Paper", "Plan"];

/** Problems of the components in an introduction. */
export function checkIntroduction(edition: Document<EditionData>, paperIds: Set<string>): Problem[] {
  return edition.body.split("\n").flatMap((text, index) => {
    const place = { file: edition.file, line: edition.bodyLine + index, field: "body" };
    const names = [...text.matchAll(/<([A-Z]\w*)/g)].map(([, name = ""]) => name);
    const ids = [...text.matchAll(/<Paper\s[^>]*?\bid=(?:"([^"]*)"|'([^']*)'|\{"([^"]*)"\})/g)].map(
      ([, double, single, braced]) => double ?? single ?? braced ?? "",
    );
    return [
      ...names
        .filter((name) => !EDITION_COMPONENTS.includes(name))
        .map((name) => ({
          ...place,
          message: "an edition has no such component",
          found: `<${name}>`,
          ...suggestNearest(name, EDITION_COMPONENTS, "write", `use one of ${EDITION_COMPONENTS.join(", ")}`),
        })),
      ...ids
        .filter((id) => !paperIds.has(id))
        .map((id) => ({
          ...place,
          message: "this paper is not among the records",
          found: id,
          ...suggestNearest(id, paperIds, "write", "add the paper, or take the link out"),
        })),
    ];
  });
}
