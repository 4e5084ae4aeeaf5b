/** Orders of results other than by fit. */
import type { Hit, SearchEngine } from "./engine.ts";
import type { Sort } from "./question.ts";

/**
 * Results in the order that is asked, exact ones first; equal ones stay as they come. What they are ordered by stands in
 * a table of its own, so that no paper need be fetched for it.
 */
export async function sortResults<Item extends { hit: Hit; isExact: boolean }>(
  engine: SearchEngine,
  sort: Sort,
  results: Item[],
): Promise<Item[]> {
  if (sort === "relevance" || results.length < 2) return results;
  const values = await engine.tables.readOrder(sort);
  const rate = ({ hit }: Item): number => values.get(hit.key) ?? -1;
  return results.toSorted((a, b) => Number(b.isExact) - Number(a.isExact) || rate(b) - rate(a));
}
