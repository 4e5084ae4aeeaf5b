/** The papers like each paper of a bundle, for search; lib/search/tables.ts reads them. */
import { compareText } from "../lib/errors.ts";
import { makeKey } from "../lib/search/bundles.ts";
import { decodeNeighbours } from "../lib/search/index-format.ts";
import { encodeNeighbourKeys, type Neighbour, nameNeighbours } from "../lib/search/tables.ts";
import type { BundleData } from "./bundle.ts";
import type { TableFile } from "./words.ts";

/** Papers whose neighbours share a file: about 2 kB compressed; a question reads five at most. */
const PAPERS_A_FILE = 16;
/** Neighbours that are kept of a paper. */
const NEIGHBOUR_COUNT = 20;

/** In how many files the neighbours of so many papers lie. */
export function countNearFiles(papers: number): number {
  return Math.max(1, Math.ceil(papers / PAPERS_A_FILE));
}

/**
 * The files for one bundle. A page names only papers no newer than its own; a search wants the newer ones as well, so
 * relations within the bundle hold both ways. Those to older bundles hold one way, since their files must not change when
 * papers join.
 * @param bundles This bundle last, and all that are older in their order.
 */
export function makeNearFiles(bundles: readonly Pick<BundleData, "papers" | "related">[]): TableFile[] {
  const number = bundles.length - 1;
  const { papers, related } = bundles[number] ?? { papers: [], related: [] };
  const keys = new Map(
    bundles.flatMap((bundle, index) => bundle.papers.map(([id, own]): [string, string] => [id, makeKey(index, own)])),
  );
  const near = joinNeighbours(new Set(papers.map(([id]) => id)), related);
  const count = countNearFiles(papers.length);
  // A file for each number, also where no paper has it: a browser that asks is not to be told that there is none.
  const files = Array.from({ length: count }, (_, index) => ({
    name: nameNeighbours(index.toString(16), count),
    lists: {} as Record<string, string>,
  }));
  const byName = new Map(files.map(({ name, lists }) => [name, lists]));
  for (const [id, own] of papers) {
    const list = pickNearest(near.get(id) ?? new Map(), keys);
    const lists = byName.get(nameNeighbours(own, count));
    if (list.length > 0 && lists !== undefined) lists[own] = encodeNeighbourKeys(list, number);
  }
  return files.map(({ name, lists }) => ({ name, content: JSON.stringify(lists) }));
}

/** By id, the ids of papers like it with their likeness. */
function joinNeighbours(ids: ReadonlySet<string>, related: BundleData["related"]): Map<string, Map<string, number>> {
  const near = new Map<string, Map<string, number>>();
  const relate = (id: string, other: string, likeness: number): void => {
    const own = near.get(id) ?? new Map<string, number>();
    near.set(id, own.set(other, Math.max(likeness, own.get(other) ?? 0)));
  };
  for (const [id, text] of related) {
    for (const { id: other, likeness } of decodeNeighbours(text)) {
      relate(id, other, likeness);
      if (ids.has(other)) relate(other, id, likeness);
    }
  }
  return near;
}

function pickNearest(near: ReadonlyMap<string, number>, keys: ReadonlyMap<string, string>): Neighbour[] {
  return [...near]
    .flatMap(([id, likeness]) => {
      const key = keys.get(id);
      return key === undefined ? [] : [{ key, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness || compareText(a.key, b.key))
    .slice(0, NEIGHBOUR_COUNT);
}
