/** Orders of results other than by fit. */
import { compareText } from "../errors.ts";
import type { SearchEngine } from "./engine.ts";
import { sortKeysOf } from "./index-format.ts";
import type { Sort } from "./question.ts";
import type { Result, Scope } from "./result.ts";
import type { QuestionWord } from "./words.ts";

/** Up to this many results all are fetched to order them. */
const MOST_FETCHED = 50;

/**
 * Results in the order that is asked, exact ones first. A search for all papers would know their order at once, but
 * would load the whole index.
 */
export async function sortResults(
  engine: SearchEngine,
  { filters, sort }: Scope,
  words: readonly QuestionWord[],
  results: Result[],
): Promise<Result[]> {
  if (sort === "relevance") return results;
  const orderOf = results.length <= MOST_FETCHED ? orderByFacts : orderBySearch;
  const keys = await orderOf(results, sort, { engine, words, filters });
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = ({ hit }: Result): number => places.get(hit.key) ?? keys.length;
  return [...results].sort((a, b) => Number(b.isExact) - Number(a.isExact) || placeOf(a) - placeOf(b));
}

/** Keys of the results by their own facts. */
async function orderByFacts(results: readonly Result[], sort: Sort): Promise<string[]> {
  const name = sort === "newest" ? "date" : "comments";
  const papers = await Promise.all(
    results.map(async ({ hit }) => ({ key: hit.key, value: sortKeysOf((await hit.load()).entry)[name] })),
  );
  const compare = name === "date" ? compareText : (a: string, b: string): number => Number(a) - Number(b);
  return papers.sort((a, b) => compare(b.value, a.value)).map(({ key }) => key);
}

/** Keys of all papers with all words: so many results are exact ones, and these are among them. */
async function orderBySearch(
  _results: readonly Result[],
  sort: Sort,
  { engine, words, filters }: { engine: SearchEngine; words: readonly QuestionWord[]; filters: Scope["filters"] },
): Promise<string[]> {
  const term = words.map(({ forms }) => forms[0] ?? "").join(" ");
  const { hits } = await engine.search(term, { filters, ranking: "strict", sort });
  return hits.map(({ key }) => key);
}
