/** Chance that can be repeated: the same seed gives the same numbers on every machine. */

/** A stream of numbers that only its seed decides. */
export interface Random {
  /** A number from 0 (included) to 1 (not included). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items, all alike likely. Throws a RangeError when there are none. */
  pick<Item>(items: readonly Item[]): Item;
  /** A whole number from `min` on with a heavy tail: few are large (Pareto). The greater `tail` (0 to 1), the heavier. */
  heavyTail(min: number, tail: number): number;
}

/** Draws ranks from 0 on: low ranks often, high ones seldom. */
export type DrawRank = (random: Random) => number;

const UINT32 = 4_294_967_296;

/** A stream of its own for every seed, so that things can be made in any order. */
export function createRandom(seed: string): Random {
  const next = createGenerator(seed);
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[integer(0, items.length - 1)] as (typeof items)[number];
    },
    heavyTail: (min, tail) => Math.floor(min * (1 - next()) ** -tail),
  };
}

/** sfc32 by Chris Doty-Humphrey (PractRand, http://pracrand.sourceforge.net), seeded with four FNV-1a hashes of the text. */
function createGenerator(seed: string): () => number {
  const [a0, b0, c0] = ["a", "b", "c"].map((salt) => hashText(salt + seed)) as [number, number, number];
  let [a, b, c, counter] = [a0, b0, c0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / UINT32;
  };
  // The generator's author lets it run before use, so that seeds that are alike do not give numbers that are alike.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/**
 * Zipf's law as Mandelbrot widened it: rank r (from 0) has weight 1 / (r + 1 + shift) ^ exponent.
 * @param size how many ranks there are, at least 1
 * @param exponent about 1 for words of a language
 * @param shift flattens the head: the greater, the less the first ranks stand out
 */
export function createZipf(size: number, exponent: number, shift: number): DrawRank {
  const cumulative = new Float64Array(size);
  let total = 0;
  for (let rank = 0; rank < size; rank += 1) {
    total += (rank + 1 + shift) ** -exponent;
    cumulative[rank] = total;
  }
  return (random) => findFirstAbove(cumulative, random.next() * total);
}

/** Index of the first value greater than the limit in an ascending list; the last index when there is none. */
function findFirstAbove(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
