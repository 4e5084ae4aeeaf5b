/**
 * What all papers can be narrowed down to, in a table beside the index: which topics, month, organisation each has, and
 * whether it has code. It counts any results truly without fetching one of them; Pagefind's own counting would fetch as
 * much, slow every search that follows, and count only what a single search finds.
 */
import { createNumbering, type Numbering } from "../numbering.ts";
import type { EntryView } from "../papers/entry.ts";
import { makeKey } from "./bundles.ts";
import { UNKNOWN_YEAR } from "./index-format.ts";

/** What a paper can be found by when results are narrowed down. */
export interface PaperFacets {
  /** Ids of its topics. */
  topic: string[];
  /** Year of publication, or `unknown`. */
  year: string;
  /** Month of publication, `2025-10`, or `unknown`. */
  month: string;
  /** Id of its organisation; absent when it has none. */
  org?: string;
  /** `1` when it has code; absent otherwise. */
  code?: "1";
}

/** How many papers have each value, by kind of value. */
export type FacetCounts = Record<Exclude<keyof PaperFacets, "month">, Record<string, number>>;

/** Papers of a bundle with what they can be narrowed down to, as one file: a text for each kind of value, in the order of the papers. */
export interface FacetTable {
  /** Ids of topics; papers give their places here, to the base of 36. */
  topics: string[];
  /** Months, in the same way. */
  months: string[];
  /** Ids of organisations, in the same way. */
  orgs: string[];
  /** Topics of each paper as `1.c.3`, one space apart. */
  ofTopics: string;
  /** Month of each paper, one space apart. */
  ofMonths: string;
  /** Organisation of each paper, one space apart; nothing where it has none. */
  ofOrgs: string;
  /** `1` for each paper with code, `0` for the others. */
  hasCode: string;
}

/** Name of the file with the table, in the folder of its bundle. */
export const FACET_FILE = "facets.json";

/** The facets of a paper. */
export function facetsOf(entry: EntryView): PaperFacets {
  return {
    topic: entry.topics.map(({ id }) => id),
    year: entry.published?.slice(0, 4) ?? UNKNOWN_YEAR,
    month: entry.published?.slice(0, 7) ?? UNKNOWN_YEAR,
    ...(entry.organization === undefined ? {} : { org: entry.organization.id }),
    ...(entry.code === undefined ? {} : { code: "1" }),
  };
}

/** Writes the table of a bundle, whose papers come in the order of their numbers. */
export function encodeFacets(papers: readonly PaperFacets[]): FacetTable {
  const [topics, months, orgs] = [createNumbering(), createNumbering(), createNumbering()];
  const join = (numberOf: (paper: PaperFacets) => string): string => papers.map(numberOf).join(" ");
  const placeIn = (list: Numbering, name: string): string => list.number(name).toString(36);
  return {
    ofTopics: join(({ topic }) => topic.map((id) => placeIn(topics, id)).join(".")),
    ofMonths: join(({ month }) => placeIn(months, month)),
    ofOrgs: join(({ org }) => (org === undefined ? "" : placeIn(orgs, org))),
    hasCode: papers.map(({ code }) => code ?? "0").join(""),
    topics: topics.names,
    months: months.names,
    orgs: orgs.names,
  };
}

/** Reads what `encodeFacets` wrote, by key among all bundles. */
export function decodeFacets(table: FacetTable, bundle: number): [key: string, facets: PaperFacets][] {
  const [topics, orgs] = [table.ofTopics.split(" "), table.ofOrgs.split(" ")];
  const months = table.ofMonths === "" ? [] : table.ofMonths.split(" ");
  const name = (names: readonly string[], place: string): string | undefined => names[Number.parseInt(place, 36)];
  return months.map((place, own) => {
    const month = name(table.months, place) ?? UNKNOWN_YEAR;
    const org = name(table.orgs, orgs[own] ?? "");
    const places = topics[own] ? topics[own].split(".") : [];
    return [
      makeKey(bundle, own),
      {
        topic: places.map((topic) => name(table.topics, topic) ?? ""),
        year: month === UNKNOWN_YEAR ? UNKNOWN_YEAR : month.slice(0, 4),
        month,
        ...(org === undefined ? {} : { org }),
        ...(table.hasCode[own] === "1" ? { code: "1" } : {}),
      },
    ];
  });
}

/** Counts the values of papers. */
export function countFacets(papers: Iterable<PaperFacets | undefined>): FacetCounts {
  const counts: FacetCounts = { topic: {}, year: {}, org: {}, code: {} };
  for (const paper of papers) {
    for (const [kind, own] of Object.entries(counts)) {
      const found = paper?.[kind as keyof FacetCounts] ?? [];
      for (const value of typeof found === "string" ? [found] : found) own[value] = (own[value] ?? 0) + 1;
    }
  }
  return counts;
}
