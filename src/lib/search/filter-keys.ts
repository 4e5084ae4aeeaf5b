/**
 * Counts values of filters among papers without fetching any of them: Pagefind has all filters at hand, and a search
 * without a term gives the papers of one value.
 */
import type { FacetCounts, SearchEngine } from "./engine.ts";

/** Most values of one filter that are counted, those of most papers first: some lists of organisations are very long. */
const MOST_VALUES = 100;

/** By filter and value, the keys of its papers. */
type FilterKeys = Record<string, Record<string, ReadonlySet<string>>>;

/** Papers do not change while a page is open. */
const known = new WeakMap<SearchEngine, Promise<FilterKeys>>();

/** How many of the papers with these keys each value of each filter has. */
export async function countKeys(engine: SearchEngine, keys: ReadonlySet<string>): Promise<FacetCounts> {
  const all = known.get(engine) ?? readFilterKeys(engine);
  known.set(engine, all);
  all.catch(() => known.delete(engine));
  const countOf = (own: ReadonlySet<string>): number => [...keys].filter((key) => own.has(key)).length;
  return Object.fromEntries(
    Object.entries(await all).map(([name, values]) => [
      name,
      Object.fromEntries(Object.entries(values).map(([value, own]) => [value, countOf(own)])),
    ]),
  );
}

async function readFilterKeys(engine: SearchEngine): Promise<FilterKeys> {
  const search = (filters: Record<string, string>) =>
    engine.search(null, { filters, ranking: "strict", sort: "relevance" });
  const { counts } = await search({});
  const filters: FilterKeys = {};
  for (const [name, values] of Object.entries(counts)) {
    const own: Record<string, ReadonlySet<string>> = {};
    const most = Object.entries(values).sort((a, b) => b[1] - a[1]);
    for (const [value] of most.slice(0, MOST_VALUES)) {
      own[value] = new Set((await search({ [name]: value })).hits.map(({ key }) => key));
    }
    filters[name] = own;
  }
  return filters;
}
