/**
 * What papers are ordered by other than fit, and narrowed down to. Pagefind would keep it in the file that every reader
 * loads first, and cannot order papers of several bundles; in files of its own it costs only those who ask for it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EntryView } from "../lib/papers/entry.ts";
import {
  decodeFacets,
  encodeFacets,
  FACET_FILE,
  type FacetTable,
  facetsOf,
  type PaperFacets,
} from "../lib/search/facet-table.ts";
import { nameOrder, type Order, ordersOf } from "../lib/search/tables.ts";
import type { TableFile } from "./words.ts";

const ORDERS: readonly Order[] = ["newest", "comments"];

/** What is known of a paper beside its text. */
export interface PaperKeys {
  /** What it can be narrowed down to. */
  facets: PaperFacets;
  /** What it is ordered by. */
  orders: Record<Order, number>;
}

/** The keys of a paper. */
export function keysOf(entry: EntryView): PaperKeys {
  return { facets: facetsOf(entry), orders: ordersOf(entry) };
}

/** The files of facets and of all orders, for papers in the order of their numbers. */
export function makeKeyFiles(papers: readonly PaperKeys[]): TableFile[] {
  return [
    { name: FACET_FILE, content: JSON.stringify(encodeFacets(papers.map(({ facets }) => facets))) },
    ...ORDERS.map((order) => ({
      name: nameOrder(order),
      content: JSON.stringify(papers.map(({ orders }) => orders[order])),
    })),
  ];
}

/** Reads the files that `makeKeyFiles` made, from the folder of a bundle. */
export function readKeyFiles(folder: string): PaperKeys[] {
  const read = <Table>(name: string): Table => JSON.parse(readFileSync(join(folder, name), "utf8")) as Table;
  const [newest, comments] = [read<number[]>(nameOrder("newest")), read<number[]>(nameOrder("comments"))];
  return decodeFacets(read<FacetTable>(FACET_FILE), 0).map(([, facets], number) => ({
    facets,
    orders: { newest: newest[number] ?? 0, comments: comments[number] ?? -1 },
  }));
}
