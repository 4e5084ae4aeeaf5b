/** Invented editions for tests. */

import type { Edition } from "#lib/editions/edition.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { makePaper } from "./paper-samples.ts";

/** An edition of one day as nobody curated it; the first paper leads. */
export function makeEdition(papers: Paper[], changes: Partial<Edition<Paper>> = {}): Edition<Paper> {
  const [lead] = papers;
  return {
    date: "2026-03-09",
    title: "9 March 2026",
    papers,
    ...(lead === undefined ? {} : { lead }),
    groups: [],
    isCurated: false,
    completeness: "complete",
    listings: [],
    ...changes,
  };
}

/** So many papers, each with a vote less than the one before, from 20 on; of the last no votes are known. */
export function makeVotedPapers(count: number): Paper[] {
  return Array.from({ length: count }, (_, index) =>
    makePaper({ id: `2510.000${10 + index}`, ...(index < count - 1 ? { upvotes: 20 - index } : {}) }),
  );
}
