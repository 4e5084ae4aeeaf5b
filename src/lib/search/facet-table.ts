/**
 * What all papers can be narrowed down to, in a table beside the index: which topics, month, organisation each has, and
 * whether it has code. It counts any results truly without fetching one of them; Pagefind's own counting would fetch as
 * much, slow every search that follows, and count only what a single search finds.
 */
import { createNumbering } from "../numbering.ts";
import type { EntryView } from "../papers/entry.ts";
import { makeKey } from "./bundles.ts";
import { UNKNOWN_YEAR } from "./index-format.ts";

/** What a paper can be found by when results are narrowed down. */
export interface PaperFacets {
  /** Ids of its topics. */
  topic: string[];
  /** Year of publication, or `unknown`. */
  year: string;
  /** Month of publication, `2025-10`; `2025` where only the year is known; or `unknown`. */
  month: string;
  /** Id of its organisation; absent when it has none. */
  org?: string;
  /** `1` when it has code; absent otherwise. */
  code?: "1";
}

/** How many papers have each value, by kind of value. */
export type FacetCounts = Record<Exclude<keyof PaperFacets, "month">, ReadonlyMap<string, number>>;

/** Values of one kind for the papers of a bundle. */
interface FacetColumn {
  /** The values. */
  names: string[];
  /** Of each paper, the places of its values there as `1.c.3`, to the base of 36; papers are one space apart. */
  places: string;
}

/** Papers of a bundle with what they can be narrowed down to, as one file, in the order of the papers' numbers. */
export type FacetTable = Record<"topic" | "month" | "org" | "code", FacetColumn>;

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
  const encode = (kind: keyof FacetTable): FacetColumn => {
    const { names, number } = createNumbering();
    const own = papers.map((paper) => [paper[kind] ?? []].flat().map((value) => number(value).toString(36)));
    return { names, places: own.map((places) => places.join(".")).join(" ") };
  };
  return { topic: encode("topic"), month: encode("month"), org: encode("org"), code: encode("code") };
}

/** Reads what `encodeFacets` wrote, by key among all bundles. */
export function decodeFacets(table: FacetTable, bundle: number): [key: string, facets: PaperFacets][] {
  const decode = ({ names, places }: FacetColumn): string[][] =>
    places.split(" ").map((own) => own.split(".").flatMap((place) => names[Number.parseInt(place, 36)] ?? []));
  const [topics, orgs, codes] = [decode(table.topic), decode(table.org), decode(table.code)];
  // Every paper has a month: there are no papers where none has.
  const months = table.month.names.length === 0 ? [] : decode(table.month);
  return months.map(([month = UNKNOWN_YEAR], own) => {
    const [org] = orgs[own] ?? [];
    const year = month === UNKNOWN_YEAR ? UNKNOWN_YEAR : month.slice(0, 4);
    const rest = { ...(org === undefined ? {} : { org }), ...(codes[own]?.length ? { code: "1" as const } : {}) };
    return [makeKey(bundle, own), { topic: topics[own] ?? [], year, month, ...rest }];
  });
}

/** Counts the values of papers. */
export function countFacets(papers: Iterable<PaperFacets | undefined>): FacetCounts {
  const counts = { topic: new Map(), year: new Map(), org: new Map(), code: new Map() } satisfies FacetCounts;
  for (const paper of papers) {
    for (const [kind, own] of Object.entries<Map<string, number>>(counts)) {
      const found = paper?.[kind as keyof FacetCounts] ?? [];
      for (const value of typeof found === "string" ? [found] : found) own.set(value, (own.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
