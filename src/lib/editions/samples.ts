/** Invented editions for tests. */
import type { Paper } from "../papers/paper.ts";
import type { Edition } from "./edition.ts";

/** An edition of one day as nobody curated it; the first paper leads. */
export function makeEdition(papers: Paper[], changes: Partial<Edition> = {}): Edition {
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
