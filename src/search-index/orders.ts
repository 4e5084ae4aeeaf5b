/**
 * What papers are ordered by other than fit, and narrowed down to. Pagefind would keep it in the file that every reader
 * loads first, and cannot order papers of several bundles; in files of its own it costs only those who ask for it.
 */
import type { EntryView } from "../lib/papers/entry.ts";
import { encodeFacets, FACET_FILE, facetsOf } from "../lib/search/facet-table.ts";
import { sortKeysOf } from "../lib/search/index-format.ts";
import { nameOrder, type Order, type OrderTable } from "../lib/search/tables.ts";
import type { TableFile } from "./words.ts";

/** The file with what papers can be narrowed down to; they come in the order of their numbers. */
export function makeFacets(entries: readonly EntryView[]): TableFile {
  return { name: FACET_FILE, content: JSON.stringify(encodeFacets(entries.map(facetsOf))) };
}

/** The files of all orders, for papers in the order of their numbers. */
export function makeOrders(entries: readonly EntryView[]): TableFile[] {
  const keys = entries.map(sortKeysOf);
  const makeFile = (order: Order, values: OrderTable): TableFile => ({
    name: nameOrder(order),
    content: JSON.stringify(values),
  });
  return [
    makeFile(
      "newest",
      keys.map(({ date }) => Number(date.replaceAll("-", ""))),
    ),
    makeFile(
      "comments",
      keys.map(({ comments }) => Number(comments)),
    ),
  ];
}
