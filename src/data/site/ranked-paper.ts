/** Papers by score, ready for lists. */
import { countNoun } from "#lib/counts.ts";
import type { Catalogue } from "../library.ts";
import type { RankedPaper } from "./page-kinds.ts";
import type { ShowPaper } from "./planned-page.ts";

/** The first papers by score. */
export function rankPapers<Entry>(
  { trending, byId }: Catalogue,
  count: number,
  show: ShowPaper<Entry>,
): RankedPaper<Entry>[] {
  return trending.slice(0, count).flatMap(({ id, score, age }) => {
    const paper = byId.get(id);
    if (paper === undefined) return [];
    const { upvotes, comments, stars } = paper.facts;
    const parts = [
      upvotes === undefined ? "" : countNoun(upvotes, "upvote"),
      comments === undefined ? "" : countNoun(comments, "comment"),
      stars === undefined ? "" : countNoun(stars, "star"),
      `${countNoun(age, "day")} old`,
    ];
    return [{ entry: show(paper), score: score.toPrecision(3), reason: parts.filter(Boolean).join(", ") }];
  });
}
