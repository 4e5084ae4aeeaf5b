/** How many of the papers found have each topic, year and organisation. */
import { compareText } from "../errors.ts";
import type { EntryView } from "../papers/entry.ts";
import type { FacetCounts, Filters } from "./engine.ts";
import { filterValuesOf } from "./index-format.ts";
import type { FilterList, Question } from "./question.ts";

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

/** Name of each list of a question among the filters of the index. */
const FILTER_NAMES: { [List in FilterList]: string } = { tags: "topic", years: "year", orgs: "org" };

/** Lists of which a paper needs to meet only one value: it has but one year and one organisation. */
export const EITHER_LISTS: readonly FilterList[] = ["years", "orgs"];

/** The filters of a question as the index knows them. */
export function toFilters(question: Question): Filters {
  return {
    ...(question.tags.length === 0 ? {} : { [FILTER_NAMES.tags]: question.tags }),
    ...(question.years.length === 0 ? {} : { [FILTER_NAMES.years]: { any: question.years } }),
    ...(question.orgs.length === 0 ? {} : { [FILTER_NAMES.orgs]: { any: question.orgs } }),
    ...(question.hasCode ? { code: "1" } : {}),
  };
}

/** Counts the filter values of papers. */
export function countEntries(entries: Iterable<EntryView>): FacetCounts {
  const counts: {
    topic: FacetCounts[string];
    year: FacetCounts[string];
    org: FacetCounts[string];
    code: FacetCounts[string];
  } = { topic: {}, year: {}, org: {}, code: {} };
  for (const entry of entries) {
    const { topic, year, org, code } = filterValuesOf(entry);
    for (const id of topic) increase(counts.topic, id);
    increase(counts.year, year);
    if (org !== undefined) increase(counts.org, org);
    if (code !== undefined) increase(counts.code, code);
  }
  return { ...counts };
}

/**
 * Facets to choose from: values that papers have, and chosen ones in any case.
 * @param counts Counts by list; a list of which one value is enough is counted as if nothing of it were chosen.
 */
export function makeFacets(question: Question, counts: Record<FilterList | "code", FacetCounts>): Facets {
  const list = (name: FilterList): FacetValue[] => {
    const found = counts[name][FILTER_NAMES[name]] ?? {};
    const values = new Set([...Object.keys(found).filter((value) => (found[value] ?? 0) > 0), ...question[name]]);
    return [...values].map((value) => ({ value, count: found[value] ?? 0 }));
  };
  const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || compareText(a.value, b.value);
  return {
    tags: list("tags").sort(byCount),
    years: list("years").sort((a, b) => compareText(yearKey(b.value), yearKey(a.value))),
    orgs: list("orgs").sort(byCount),
    withCode: counts.code["code"]?.["1"] ?? 0,
  };
}

/** Years come newest first, what is no year behind them. */
function yearKey(year: string): string {
  return /^\d/.test(year) ? year : "";
}

function increase(counts: Record<string, number>, value: string): void {
  counts[value] = (counts[value] ?? 0) + 1;
}
