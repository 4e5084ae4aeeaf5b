/**
 * Hits as they go from the worker to the page: numbers in arrays, which cost next to nothing to hand over, where a list
 * of a thousand objects would hold both up.
 */
import { makeKey, splitKey } from "./bundles.ts";
import type { CoreHit } from "./pagefind-core.ts";

/** Hits in columns. */
export interface PackedHits {
  /** Bundle and number of each paper, one after the other. */
  keys: Int32Array;
  /** How well each matches. */
  scores: Float64Array;
  /** Places of all, one hit after the other. */
  positions: Int32Array;
  /** Where in `positions` the places of each hit end. */
  ends: Int32Array;
}

/** Packs hits. */
export function packHits(hits: readonly CoreHit[]): PackedHits {
  const ends: number[] = [];
  let end = 0;
  for (const { positions } of hits) {
    end += positions.length;
    ends.push(end);
  }
  return {
    keys: Int32Array.from(
      hits.flatMap(({ key }) => {
        const { bundle, own } = splitKey(key);
        return [bundle, Number(own)];
      }),
    ),
    scores: Float64Array.from(hits, ({ score }) => score),
    positions: Int32Array.from(hits.flatMap(({ positions }) => positions)),
    ends: Int32Array.from(ends),
  };
}

/** Reads what `packHits` packed. */
export function unpackHits({ keys, scores, positions, ends }: PackedHits): CoreHit[] {
  return Array.from(scores, (score, index) => ({
    key: makeKey(keys[2 * index] ?? 0, keys[2 * index + 1] ?? 0),
    score,
    positions: Array.from(positions.subarray(ends[index - 1] ?? 0, ends[index])),
  }));
}
