/** Invented editions for tests. */

import type { Edition } from "#lib/editions/edition.ts";
import type { Paper } from "#lib/papers/paper.ts";

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
