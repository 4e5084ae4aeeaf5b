/**
 * What papers are ordered by other than fit, and narrowed down to. Pagefind would keep it in the file that every reader loads first, and cannot
 * order papers of several bundles; in files of its own it costs only those who ask for it.
 */
import { compareText } from "../lib/errors.ts";
import { encodeFacets, FACET_FILE, facetsOf } from "../lib/search/facet-table.ts";
import { decodeEntry, INDEX_META, sortKeysOf } from "../lib/search/index-format.ts";
import { nameOrder, type Order, type OrderTable } from "../lib/search/tables.ts";
import type { IndexedPage } from "./bundle.ts";
import type { TableFile } from "./words.ts";

/** The file with what papers can be narrowed down to. */
export function makeFacets(pages: readonly IndexedPage[]): TableFile {
  const papers = pages.map(({ own, meta }) => ({ own, facets: facetsOf(decodeEntry(meta[INDEX_META.entry] ?? "")) }));
  return { name: FACET_FILE, content: JSON.stringify(encodeFacets(papers)) };
}

/** The files of all orders. */
export function makeOrders(pages: readonly IndexedPage[]): TableFile[] {
  const keys = pages.map(({ own, meta }) => ({ own, sorts: sortKeysOf(decodeEntry(meta[INDEX_META.entry] ?? "")) }));
  const makeFile = (order: Order, values: OrderTable): TableFile => ({
    name: nameOrder(order),
    content: JSON.stringify(values),
  });
  return [
    makeFile("newest", makeOrder(keys.map(({ own, sorts }) => [own, Number(sorts.date.replaceAll("-", ""))]))),
    // Most papers have no comments that are known of; these come last in any case.
    makeFile("comments", makeOrder(keys.map(({ own, sorts }) => [own, Number(sorts.comments)]))),
  ];
}

/** Papers without a value, which is below 0 or 0 for days, are left out. */
function makeOrder(values: [own: string, value: number][]): OrderTable {
  const sorted = values.filter(([, value]) => value >= 0).sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  const runs: OrderTable["runs"] = [];
  for (const [, value] of sorted) {
    const last = runs.at(-1);
    if (last?.[0] === value) last[1] += 1;
    else runs.push([value, 1]);
  }
  return { runs, keys: sorted.map(([own]) => own).join(" ") };
}
