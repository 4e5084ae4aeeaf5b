/** The organisation that a question names, however the name is joined. */
import type { Hit, SearchEngine } from "./engine.ts";
import type { PaperFacets } from "./facet-table.ts";
import type { NamedOrganization, NamedSource } from "./named-source.ts";
import { sortResults } from "./order.ts";
import type { SearchResult } from "./result.ts";
import { foldWord, splitParts } from "./words.ts";

/** An organisation with its papers. */
interface FoundOrganization {
  /** Which. */
  source: Omit<NamedSource, "count">;
  /** All of its papers by key; the newest first, unless all were found by its words. */
  hits: ReadonlyMap<string, Hit>;
  /** Whether all of its name was given, in several words: papers that only have these do not mean it. */
  isWhole: boolean;
}

/** Where only a part of a name is given, so many of the papers that have the words must be the organisation's. */
const MOSTLY_THEIRS = 0.5;

/** The folded words of a name. */
export function readName(text: string): string[] {
  return splitParts(text)
    .map(foldWord)
    .filter((word) => word !== "");
}

/**
 * The organisation that words name by an id or a name; or by a part of its name, when most papers that have the words
 * are its own.
 * @param exact Papers that have all of the words.
 */
export async function findOrganization(
  engine: SearchEngine,
  words: readonly string[],
  organizations: readonly NamedOrganization[],
  exact: readonly SearchResult[],
): Promise<FoundOrganization | undefined> {
  const known = await engine.tables.readFacets().catch(() => new Map<string, PaperFacets>());
  const joined = joinWords(words);
  const isNamed = (name: string): boolean => joinWords(readName(name)) === joined;
  const ids = listIds(known);
  const stated = organizations.find(
    ({ id, label, aliases = [] }) => ids.has(id) && [label, id, ...aliases].some(isNamed),
  );
  const named = stated?.id ?? ids.values().find(isNamed);
  const id = named ?? findMostUsual(exact, known);
  if (id === undefined) return undefined;
  const keys = [...known].filter(([, { org }]) => org === id).map(([key]) => key);
  const [one = ""] = keys;
  const { organization } = (await engine.load(exact.find(({ hit }) => keys.includes(hit.key))?.hit.key ?? one)).entry;
  if (organization === undefined) return undefined;
  const { label, href } = organization;
  const isNamedSo = named !== undefined || isNamed(label);
  if (!isNamedSo && !words.every((word) => readName(label).includes(word))) return undefined;
  const found = new Set(exact.map(({ hit }) => hit.key));
  const hits = keys.map((key) => ({
    hit: { key, score: 0, positions: [], load: () => engine.load(key) },
    isExact: true,
  }));
  // Those that were found stand in their order already.
  const sorted = keys.every((key) => found.has(key)) ? hits : await sortResults(engine, "newest", hits);
  return {
    source: { kind: "organization", label, href },
    hits: new Map(sorted.map(({ hit }) => [hit.key, hit])),
    isWhole: isNamedSo && words.length > 1,
  };
}

/** Ids of organisations by what is known of all papers, so that these are gone through once. */
const organizationIds = new WeakMap<ReadonlyMap<string, PaperFacets>, Set<string>>();

function listIds(known: ReadonlyMap<string, PaperFacets>): Set<string> {
  const listed = organizationIds.get(known);
  if (listed !== undefined) return listed;
  const ids = new Set<string>();
  for (const { org } of known.values()) if (org !== undefined) ids.add(org);
  organizationIds.set(known, ids);
  return ids;
}

/** Words as one, without the low lines that words may have. */
function joinWords(words: readonly string[]): string {
  return words.join("").replaceAll("_", "");
}

/** The organisation from which most papers are. */
function findMostUsual(results: readonly SearchResult[], known: ReadonlyMap<string, PaperFacets>): string | undefined {
  const counts = new Map<string, number>();
  for (const { hit } of results) {
    const { org } = known.get(hit.key) ?? {};
    if (org !== undefined) counts.set(org, (counts.get(org) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= MOSTLY_THEIRS * results.length ? best[0] : undefined;
}
