/**
 * What all papers can be narrowed down to, in a table beside the index: which topics, month, organisation each has, and
 * whether it has code. It counts any results truly without fetching one of them; Pagefind's own counting would fetch as
 * much, slow every search that follows, and count only what a single search finds.
 */
import type { EntryView } from "../papers/entry.ts";
import { makeKey } from "./bundles.ts";
import { filterValuesOf, type IndexFilters, UNKNOWN_YEAR } from "./index-format.ts";

/** What a paper can be found by when results are narrowed down. */
export interface PaperFacets extends IndexFilters {
  /** Month of publication, `2025-10`, or `unknown`. */
  month: string;
}

/** How many papers have each value, by kind of value. */
export type FacetCounts = Record<keyof IndexFilters, Record<string, number>>;

/** Papers of a bundle with what they can be narrowed down to, as one file. */
export interface FacetTable {
  /** Ids of topics; papers give their places here. */
  topics: string[];
  /** Months, in the same way. */
  months: string[];
  /** Ids of organisations, in the same way. */
  orgs: string[];
  /** Keys of the papers in the bundle without the language, one space apart. */
  keys: string;
  /** For each of them `topics.with.dots,month,organisation,code`, numbers to the base of 36, one space apart. */
  papers: string;
}

/** Name of the file with the table, in the folder of its bundle. */
export const FACET_FILE = "facets.json";

/** The facets of a paper. */
export function facetsOf(entry: EntryView): PaperFacets {
  return { ...filterValuesOf(entry), month: entry.published?.slice(0, 7) ?? UNKNOWN_YEAR };
}

/** Writes the table of a bundle. */
export function encodeFacets(papers: readonly { own: string; facets: PaperFacets }[]): FacetTable {
  const [topics, months, orgs] = [createNumbering(), createNumbering(), createNumbering()];
  const rows = papers.map(({ facets: { topic, month, org, code } }) =>
    [
      topic.map(topics.number).join("."),
      months.number(month),
      org === undefined ? "" : orgs.number(org),
      code ?? "",
    ].join(","),
  );
  return {
    topics: topics.names,
    months: months.names,
    orgs: orgs.names,
    keys: papers.map(({ own }) => own).join(" "),
    papers: rows.join(" "),
  };
}

/** Reads what `encodeFacets` wrote, by key among all bundles. */
export function decodeFacets(table: FacetTable, bundle: number): [key: string, facets: PaperFacets][] {
  if (table.keys === "") return [];
  const rows = table.papers.split(" ");
  return table.keys.split(" ").map((own, index) => {
    const [topics = "", month = "", org = "", code = ""] = (rows[index] ?? "").split(",");
    const known = table.months[Number.parseInt(month, 36)] ?? UNKNOWN_YEAR;
    const organization = org === "" ? undefined : table.orgs[Number.parseInt(org, 36)];
    return [
      makeKey(bundle, own),
      {
        topic: topics === "" ? [] : topics.split(".").map((place) => table.topics[Number.parseInt(place, 36)] ?? ""),
        year: known === UNKNOWN_YEAR ? UNKNOWN_YEAR : known.slice(0, 4),
        month: known,
        ...(organization === undefined ? {} : { org: organization }),
        ...(code === "1" ? { code } : {}),
      },
    ];
  });
}

/** Counts the values of papers. */
export function countFacets(papers: Iterable<IndexFilters | undefined>): FacetCounts {
  const counts: FacetCounts = { topic: {}, year: {}, org: {}, code: {} };
  for (const paper of papers) {
    if (paper === undefined) continue;
    for (const id of paper.topic) increase(counts.topic, id);
    increase(counts.year, paper.year);
    if (paper.org !== undefined) increase(counts.org, paper.org);
    if (paper.code !== undefined) increase(counts.code, paper.code);
  }
  return counts;
}

function increase(counts: Record<string, number>, value: string): void {
  counts[value] = (counts[value] ?? 0) + 1;
}

/** Numbers for names, to the base of 36, in the order of their first appearance. */
function createNumbering(): { names: string[]; number: (name: string) => string } {
  const names: string[] = [];
  const numbers = new Map<string, string>();
  return {
    names,
    number: (name) => {
      const known = numbers.get(name) ?? names.push(name) - 1;
      if (typeof known === "string") return known;
      const number = known.toString(36);
      numbers.set(name, number);
      return number;
    },
  };
}
