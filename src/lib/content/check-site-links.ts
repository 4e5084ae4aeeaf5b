/** Links between our pages, in digests and introductions: each leads to a paper or a topic that there is. */
import type { Problem } from "../errors.ts";
import { toSegment } from "../papers/id.ts";
import { formatLink, listSiteLinks } from "../prose-marks.ts";
import type { Document } from "./document.ts";
import { suggestNearest } from "./nearest.ts";

/** What links may lead to. */
export interface LinkTargets {
  /** Ids of papers. */
  paperIds: ReadonlySet<string>;
  /** Segments of papers, by those they have or had. */
  segments: Pick<ReadonlyMap<string, string>, "has">;
  /** The vocabulary; undefined when it could not be read, so that nothing is unknown. */
  tagIds: Set<string> | undefined;
}

/** Links of the prose to papers and topics that there are not. */
export function checkSiteLinks(
  { file, bodyLine }: Pick<Document<unknown>, "file" | "bodyLine">,
  prose: string,
  { paperIds, segments, tagIds }: LinkTargets,
): Problem[] {
  return listSiteLinks(prose).flatMap((link): Problem[] => {
    const { kind, id, line } = link;
    const place = { file, line: bodyLine + line - 1, field: "body" };
    const found = `[[${formatLink(link)}]]`;
    if (kind === "tag") {
      if (tagIds?.has(id) ?? true) return [];
      const cure = suggestNearest(id, tagIds ?? [], "write the nearest known topic", "choose one from tags.yaml");
      return [{ ...place, message: "this link leads to a topic that is not in the vocabulary", found, ...cure }];
    }
    if (segments.has(toSegment(id))) return [];
    const otherwise = "write [[2510.18821]] with the id of a paper that is here, or \\[\\[ where brackets are meant";
    const cure = suggestNearest(id, paperIds, "write the nearest known id", otherwise);
    return [{ ...place, message: "this link leads to a paper that has no record", found, ...cure }];
  });
}
