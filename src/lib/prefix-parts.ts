/**
 * A long list cut by what the keys of its items begin with, so that no part holds more than a page does. A part's name is
 * the shortest beginning that few enough share: it stays whatever comes to other parts.
 */

/** Items whose keys begin in the same way. */
export interface PrefixPart<Item> {
  /** That beginning. */
  prefix: string;
  /** All of them, in the order they were given. */
  items: readonly Item[];
  /** What they are cut into; empty where a page holds them all. */
  parts: PrefixPart<Item>[];
}

/** How a list is cut. */
export interface Cut<Item> {
  /** The key of an item, which no other has. Of few characters, since a part may have as many parts as there are. */
  keyOf: (item: Item) => string;
  /** How many items a page holds. */
  most: number;
}

/** Cuts items whose keys all begin with a prefix; none come of a list that a page holds, or whose keys are one. */
export function cutByPrefix<Item>(items: readonly Item[], cut: Cut<Item>, prefix = ""): PrefixPart<Item>[] {
  if (items.length <= cut.most) return [];
  const keys = items.map(cut.keyOf);
  const length = countShared(keys, prefix.length) + 1;
  const groups = Map.groupBy(items, (_, index) => keys[index]?.slice(0, length) ?? "");
  if (groups.size === 1) return [];
  return [...groups].map(([beginning, own]) => ({
    prefix: beginning,
    items: own,
    parts: cutByPrefix(own, cut, beginning),
  }));
}

/** How many characters all keys share at their beginning, of which so many are known. */
function countShared(keys: readonly string[], known: number): number {
  const [first = ""] = keys;
  let length = known;
  while (length < first.length && keys.every((key) => key[length] === first[length])) length += 1;
  return length;
}

/** A text in small Latin letters, digits and hyphens, other letters as `~` and their codes; for keys and names of parts. */
export function writePlainKey(folded: string): string {
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replaceAll(" ", "-")
    .replace(/[^a-z0-9-]/gu, (sign) => `~${sign.codePointAt(0)?.toString(16)}`);
}
