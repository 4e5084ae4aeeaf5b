/** The papers like each paper of a bundle, for search. */
import { compareText } from "../lib/compare-text.ts";
import { makeKey } from "../lib/search/bundles.ts";
import { encodeNeighbourKeys, type KeyedNeighbour } from "../lib/search/neighbours.ts";

/** Neighbours that are kept of a paper. */
const NEIGHBOUR_COUNT = 20;

/** Papers most like one, each with its likeness, above 0 up to 1. */
export type NeighbourList = readonly { id: string; score: number }[];

/** By id of a paper, its neighbours. */
export type RelatedPages = readonly (readonly [id: string, neighbours: NeighbourList])[];

/**
 * What is kept of neighbours with each paper of a bundle, in the order of their numbers. A page names only papers no newer
 * than its own; a search wants the newer ones as well, so relations within the bundle hold both ways. Those to older
 * bundles hold one way, since these must not change when papers join.
 * @param bundles Ids of this bundle's papers last, before it those of all older bundles, each in the order of their numbers.
 */
export function listNear(bundles: readonly (readonly string[])[], related: RelatedPages): string[] {
  const number = bundles.length - 1;
  const ids = bundles[number] ?? [];
  const keys = new Map(
    bundles.flatMap((papers, bundle) => papers.map((id, own): [string, string] => [id, makeKey(bundle, own)])),
  );
  const near = joinNeighbours(new Set(ids), related);
  return ids.map((id) => encodeNeighbourKeys(pickNearest(near.get(id) ?? new Map(), keys), number));
}

/** By id, the ids of papers like it with their likeness. */
function joinNeighbours(ids: ReadonlySet<string>, related: RelatedPages): Map<string, Map<string, number>> {
  const near = new Map<string, Map<string, number>>();
  const relate = (id: string, other: string, likeness: number): void => {
    const own = near.getOrInsertComputed(id, () => new Map());
    own.set(other, Math.max(likeness, own.get(other) ?? 0));
  };
  for (const [id, neighbours] of related) {
    for (const { id: other, score } of neighbours) {
      relate(id, other, score);
      if (ids.has(other)) relate(other, id, score);
    }
  }
  return near;
}

function pickNearest(near: ReadonlyMap<string, number>, keys: ReadonlyMap<string, string>): KeyedNeighbour[] {
  return [...near]
    .flatMap(([id, likeness]) => {
      const key = keys.get(id);
      return key === undefined ? [] : [{ key, likeness }];
    })
    .sort((a, b) => b.likeness - a.likeness || compareText(a.key, b.key))
    .slice(0, NEIGHBOUR_COUNT);
}
