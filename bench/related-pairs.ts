/** Judgements of papers for papers, made from a collection that judges papers for questions. */
import { compareText } from "#lib/compare-text.ts";
import { createRandom } from "./random.ts";
import type { Collection } from "./search-collection.ts";

/** Papers that are asked for, at most. */
const MOST = 300;
/** Papers related to one that is asked for, at least; nDCG of fewer is mostly luck. */
const LEAST_RELATED = 3;
const HIGHEST_GRADE = 3;

/**
 * The same papers with other questions: two papers that answer the same question are related, with the number of such
 * questions as their grade, 3 at most. Asked for are 300 papers that have an abstract and three related ones, by a draw
 * that only their ids decide. A stand-in: papers of one subject count as unrelated where no question joins them, to all
 * methods alike.
 */
export function pairPapers({ papers, queries, grades }: Collection): Collection {
  const known = new Set(papers.map(({ id }) => id));
  const pairs = new Map<string, Map<string, number>>();
  for (const query of queries) {
    const answers = [...(grades.get(query.id)?.keys() ?? [])].filter((id) => known.has(id));
    for (const id of answers) {
      const related = pairs.get(id) ?? new Map<string, number>();
      pairs.set(id, related);
      for (const other of answers) {
        if (other !== id) related.set(other, Math.min(HIGHEST_GRADE, (related.get(other) ?? 0) + 1));
      }
    }
  }
  const asked = papers
    .filter(({ id, abstract }) => abstract.trim() !== "" && (pairs.get(id)?.size ?? 0) >= LEAST_RELATED)
    .map((paper) => ({ paper, draw: createRandom(paper.id).next() }))
    .sort((a, b) => a.draw - b.draw || compareText(a.paper.id, b.paper.id))
    .slice(0, MOST)
    .map(({ paper: { id, title, abstract } }) => ({ id, text: `${title}\n${abstract}` }));
  return { papers, queries: asked, grades: pairs };
}
