/** The papers like a paper, as the index keeps them with it. */
import { makeKey, splitKey } from "./bundles.ts";

/** A paper that is like another one. */
export interface KeyedNeighbour {
  /** Its key among all bundles. */
  key: string;
  /** Likeness, above 0 up to 1. */
  likeness: number;
}

/** Steps of likeness, as many as two digits to the base of 36 can tell. */
const STEPS = 36 * 36 - 1;

/**
 * Neighbours as one text: keys, those of papers in the same bundle without the bundle, each with its likeness in steps to
 * the base of 36.
 * @param bundle Place of the bundle of the paper whose neighbours these are.
 */
export function encodeNeighbourKeys(neighbours: readonly KeyedNeighbour[], bundle: number): string {
  return neighbours
    .map(({ key, likeness }) => {
      const parts = splitKey(key);
      return `${parts.bundle === bundle ? parts.own : key} ${Math.round(likeness * STEPS).toString(36)}`;
    })
    .join(" ");
}

/** Reads what `encodeNeighbourKeys` wrote for a paper of a bundle. */
export function decodeNeighbourKeys(text: string, bundle: number): KeyedNeighbour[] {
  const parts = text === "" ? [] : text.split(" ");
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [];
    const key = part.includes("_") ? part : makeKey(bundle, part);
    return [{ key, likeness: Number.parseInt(parts[index + 1] ?? "0", 36) / STEPS }];
  });
}
