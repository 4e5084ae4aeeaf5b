/** How many of the papers found have each topic, year and organisation. */
import { compareText } from "../compare-text.ts";
import { countFacets, type FacetCounts, type PaperFacets } from "./facet-table.ts";
import { isSpanned, isWithinSpan } from "./months.ts";
import { type FilterList, isFiltered, type Question } from "./question.ts";
import type { SearchResult } from "./result.ts";
import type { SearchTables } from "./tables.ts";

/** One value of a facet. */
export interface FacetValue {
  /** Id, year or `unknown`. */
  value: string;
  /** Papers found that have it. */
  count: number;
}

/** Values of each facet that papers found have, and those that are chosen. */
export interface Facets {
  /** Topics, those of most papers first. */
  tags: FacetValue[];
  /** Years, newest first, `unknown` last. */
  years: FacetValue[];
  /** Organisations, those of most papers first. */
  orgs: FacetValue[];
  /** Papers found that have code. */
  withCode: number;
}

/** Name of each list of a question among the facets of papers. */
const FILTER_NAMES: { [List in FilterList]: "topic" | "year" | "org" } = { tags: "topic", years: "year", orgs: "org" };

/** Lists of which a paper needs to meet only one value: it has but one year and one organisation. */
const EITHER_LISTS: readonly FilterList[] = ["years", "orgs"];

/** Gives what tells whether the paper with a key meets the filters of a question. Rejects when it cannot be known. */
export async function readMeets(tables: SearchTables, question: Question): Promise<(key: string) => boolean> {
  if (!isFiltered(question)) return () => true;
  const known = await tables.readFacets();
  return (key) => {
    const facets = known.get(key);
    return facets !== undefined && meetsQuestion(facets, question);
  };
}

/** Whether a paper meets the filters of a question, its months among them. */
export function meetsQuestion({ topic, year, month, org, code }: PaperFacets, question: Question): boolean {
  return (
    question.tags.every((id) => topic.includes(id)) &&
    (question.years.length === 0 || question.years.includes(year)) &&
    (question.orgs.length === 0 || question.orgs.includes(org ?? "")) &&
    (!question.hasCode || code !== undefined) &&
    (!isSpanned(question) || isWithinSpan(month, question))
  );
}

/**
 * The facets of results; a list of which one value is enough is counted as if nothing of it were chosen. Undefined when
 * it is not known what papers have.
 * @param run Gives the results of such a question.
 */
export async function countResults(
  { readFacets }: SearchTables,
  question: Question,
  results: readonly SearchResult[],
  run: (asked: Question) => Promise<readonly SearchResult[]>,
): Promise<Facets | undefined> {
  const known = await readFacets().catch(() => undefined);
  if (known === undefined) return undefined;
  const count = (found: readonly SearchResult[]): FacetCounts =>
    countFacets(found.map(({ hit }) => known.get(hit.key)));
  const own = count(results);
  const counts: Record<FilterList | "code", FacetCounts> = { tags: own, years: own, orgs: own, code: own };
  for (const list of EITHER_LISTS) {
    if (question[list].length > 0) counts[list] = count(await run({ ...question, [list]: [] }));
  }
  return makeFacets(question, counts);
}

/**
 * Facets to choose from: values that papers have, and chosen ones in any case.
 * @param counts Counts by list; a list of which one value is enough is counted as if nothing of it were chosen.
 */
export function makeFacets(question: Question, counts: Record<FilterList | "code", FacetCounts>): Facets {
  const list = (name: FilterList): FacetValue[] => {
    const found = counts[name][FILTER_NAMES[name]];
    const values = new Set([...[...found.keys()].filter((value) => (found.get(value) ?? 0) > 0), ...question[name]]);
    return [...values].map((value) => ({ value, count: found.get(value) ?? 0 }));
  };
  const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || compareText(a.value, b.value);
  return {
    tags: list("tags").sort(byCount),
    years: list("years").sort((a, b) => compareText(yearKey(b.value), yearKey(a.value))),
    orgs: list("orgs").sort(byCount),
    withCode: counts.code.code.get("1") ?? 0,
  };
}

/** Years come newest first, what is no year behind them. */
function yearKey(year: string): string {
  return /^\d/.test(year) ? year : "";
}
