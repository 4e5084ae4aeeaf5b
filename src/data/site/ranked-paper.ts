/** Papers by score, ready for lists. */
import { countNoun } from "#lib/counts.ts";
import type { EntryView } from "#lib/papers/entry.ts";
import type { Library } from "../library.ts";
import type { ShowPapers } from "./planned-page.ts";

/** A ranked paper. */
export interface RankedPaper {
  /** What lists show of it. */
  entry: EntryView;
  /** Its score, three significant digits. */
  score: string;
  /** What the score is made of: `3 comments, 42 days old`. */
  reason: string;
}

/** The first papers by score. */
export function rankPapers(
  { trending, byId }: Library,
  count: number,
  show: ShowPapers = (papers) => [...papers],
): RankedPaper[] {
  return trending.slice(0, count).flatMap(({ id, score, age }) => {
    const paper = byId.get(id);
    const [shown] = show(paper === undefined ? [] : [paper]);
    if (paper === undefined || shown === undefined) return [];
    const { upvotes, comments, stars } = paper.facts;
    const parts = [
      upvotes === undefined ? "" : countNoun(upvotes, "upvote"),
      comments === undefined ? "" : countNoun(comments, "comment"),
      stars === undefined ? "" : countNoun(stars, "star"),
      `${countNoun(age, "day")} old`,
    ];
    return [{ entry: shown.entry, score: score.toPrecision(3), reason: parts.filter(Boolean).join(", ") }];
  });
}
