/** An index of names: those of most papers, and all by what they begin with, on as many pages as that takes. */
import { compareText } from "./compare-text.ts";
import type { NamedLink } from "./papers/entry.ts";
import { cutByPrefix, type PrefixPart } from "./prefix-parts.ts";
import type { Route } from "./routes.ts";

/** Names on a page. */
export const NAMES_A_PAGE = 400;
/** Names of most papers that stand before all others, where there are many more. */
export const TOP_NAMES = 24;

/** A name with its page. */
export interface CountedName extends NamedLink {
  /** How many papers. */
  count: number;
}

/** A name with what it is found by. */
export interface KeyedName extends CountedName {
  /** Its key, made by `keyName`. */
  key: string;
}

/** Names that begin in the same way. */
export interface NameGroup {
  /** `L`, `Li…`, `Other`. */
  title: string;
  /** Its name among anchors. */
  anchor: string;
  /** How many names. */
  count: number;
  /** Where they stand, where that is not here. */
  href?: Route;
  /** The names, by letter; empty where they stand elsewhere. */
  names: CountedName[];
}

/** A page of the index. */
export interface NamePage {
  /** Where it stands. */
  href: Route;
  /** What its names begin with: `L`, `Li…`. */
  title: string;
  /** How many names. */
  count: number;
  /** The names, or what leads to them. */
  groups: NameGroup[];
}

/** The first page of an index. */
export interface NameIndex {
  /** How many names there are. */
  total: number;
  /** Those of most papers; empty where there are few. */
  top: CountedName[];
  /** All by letter, or the ways there. */
  groups: NameGroup[];
}

/** What stands before keys that begin with none of a to z. */
const OTHER = "0";

/** The key of a name, which no other has: the name as it is ordered, as `writePlainKey` writes it, and its segment. */
export function keyName(ordered: string, segment: string): string {
  const key = `${ordered}-${segment}`;
  return /^[a-z]/.test(key) ? key : `${OTHER}-${key}`;
}

/** The first page, and all others. @param toHref address of the page of names that begin so */
export function makeNameIndex(
  names: readonly KeyedName[],
  toHref: (beginning: string) => Route,
): { first: NameIndex; pages: NamePage[] } {
  const sorted = [...names].sort(compareNames);
  const letters = [...Map.groupBy(sorted, ({ key }) => key.charAt(0))].map(([prefix, items]) => ({
    prefix,
    items,
    parts: cutByPrefix(items, { keyOf: ({ key }) => key, most: NAMES_A_PAGE }, prefix),
  }));
  const isShort = sorted.length <= NAMES_A_PAGE;
  const top = [...sorted].sort((a, b) => b.count - a.count).slice(0, sorted.length < 3 * TOP_NAMES ? 0 : TOP_NAMES);
  return {
    first: {
      total: sorted.length,
      top: top.map(countName),
      groups: letters.map((letter) => group(letter, isShort ? undefined : toHref)),
    },
    pages: isShort ? [] : listPages(letters, toHref),
  };
}

/** By key; what begins with no letter of a to z comes last. */
function compareNames({ key: a }: KeyedName, { key: b }: KeyedName): number {
  return Number(a.startsWith(OTHER)) - Number(b.startsWith(OTHER)) || compareText(a, b);
}

function listPages(parts: readonly PrefixPart<KeyedName>[], toHref: (beginning: string) => Route): NamePage[] {
  return parts.flatMap((part) => [
    {
      href: toHref(part.prefix),
      title: titleOf(part.prefix),
      count: part.items.length,
      groups: part.parts.length === 0 ? [group(part)] : part.parts.map((own) => group(own, toHref)),
    },
    ...listPages(part.parts, toHref),
  ]);
}

function group({ prefix, items }: PrefixPart<KeyedName>, toHref?: (beginning: string) => Route): NameGroup {
  const about = { title: titleOf(prefix), anchor: `names-${prefix}`, count: items.length };
  return toHref === undefined
    ? { ...about, names: items.map(countName) }
    : { ...about, href: toHref(prefix), names: [] };
}

function countName({ label, href, count }: KeyedName): CountedName {
  return { label, href, count };
}

function titleOf(prefix: string): string {
  if (prefix.startsWith(OTHER)) return prefix === OTHER ? "Other" : `Other, ${prefix.slice(2)}…`;
  const title = prefix.charAt(0).toUpperCase() + prefix.slice(1).replaceAll("-", " ");
  return prefix.length === 1 ? title : `${title}…`;
}
