/** Papers by score, ready for lists. */
import { countNoun } from "#lib/errors.ts";
import type { EntryView } from "#lib/papers/entry.ts";
import { loadLibrary } from "./library.ts";

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
export async function listTrending(count: number): Promise<RankedPaper[]> {
  const { trending, byId } = await loadLibrary();
  return trending.slice(0, count).flatMap(({ id, score, age }) => {
    const paper = byId.get(id);
    if (paper === undefined) return [];
    const { upvotes, comments, stars } = paper.record;
    const parts = [
      upvotes === undefined ? "" : countNoun(upvotes, "upvote"),
      comments === undefined ? "" : countNoun(comments, "comment"),
      stars === undefined ? "" : countNoun(stars, "star"),
      `${countNoun(age, "day")} old`,
    ];
    return [{ entry: paper.entry, score: score.toPrecision(3), reason: parts.filter(Boolean).join(", ") }];
  });
}
