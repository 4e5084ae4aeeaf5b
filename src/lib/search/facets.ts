/** How many of the papers found have each topic, year and organisation. */
import { compareText } from "../compare-text.ts";
import type { Filters } from "./engine.ts";
import type { FacetCounts, PaperFacets } from "./facet-table.ts";
import { isSpanned, isWithinSpan } from "./months.ts";
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
const FILTER_NAMES: { [List in FilterList]: "topic" | "year" | "org" } = { tags: "topic", years: "year", orgs: "org" };

/** Lists of which a paper needs to meet only one value: it has but one year and one organisation. */
export const EITHER_LISTS: readonly FilterList[] = ["years", "orgs"];

/** The filters of a question as the index knows them; of a span of months it knows only the years. */
export function toFilters(question: Question): Filters {
  return {
    ...(question.tags.length === 0 ? {} : { [FILTER_NAMES.tags]: question.tags }),
    ...(question.years.length === 0 ? {} : { [FILTER_NAMES.years]: { any: question.years } }),
    ...(question.orgs.length === 0 ? {} : { [FILTER_NAMES.orgs]: { any: question.orgs } }),
    ...(question.hasCode ? { code: "1" } : {}),
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
 * Facets to choose from: values that papers have, and chosen ones in any case.
 * @param counts Counts by list; a list of which one value is enough is counted as if nothing of it were chosen.
 */
export function makeFacets(question: Question, counts: Record<FilterList | "code", FacetCounts>): Facets {
  const list = (name: FilterList): FacetValue[] => {
    const found = counts[name][FILTER_NAMES[name]];
    const values = new Set([...Object.keys(found).filter((value) => (found[value] ?? 0) > 0), ...question[name]]);
    return [...values].map((value) => ({ value, count: found[value] ?? 0 }));
  };
  const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || compareText(a.value, b.value);
  return {
    tags: list("tags").sort(byCount),
    years: list("years").sort((a, b) => compareText(yearKey(b.value), yearKey(a.value))),
    orgs: list("orgs").sort(byCount),
    withCode: counts.code.code["1"] ?? 0,
  };
}

/** Years come newest first, what is no year behind them. */
function yearKey(year: string): string {
  return /^\d/.test(year) ? year : "";
}
