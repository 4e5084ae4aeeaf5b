/** The last searches of a reader, as a text that a browser keeps. */

/** A search that was meant. */
export interface RecentSearch {
  /** Parameters of its address, as `formatQuestion` writes them: `q=poker&tag=games`. */
  query: string;
  /** Title of the paper that others were to be like, where that was asked. */
  title?: string;
}

/** Most searches that are kept. */
export const MOST_RECENT = 8;

/** Reads what `formatRecent` wrote; whatever else it is, it holds none. */
export function parseRecent(text: string | null): RecentSearch[] {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(list) ? list.flatMap(readSearch).slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

/** The searches as text. */
export function formatRecent(searches: readonly RecentSearch[]): string {
  return JSON.stringify(searches);
}

/** The searches with one more, which comes first; the same one before goes, and the oldest when there are too many. */
export function addRecent(searches: readonly RecentSearch[], search: RecentSearch): RecentSearch[] {
  return [search, ...dropRecent(searches, search.query)].slice(0, MOST_RECENT);
}

/** The searches without one, named by its parameters. */
export function dropRecent(searches: readonly RecentSearch[], query: string | undefined): RecentSearch[] {
  return searches.filter((search) => search.query !== query);
}

function readSearch(item: unknown): RecentSearch[] {
  if (typeof item !== "object" || item === null) return [];
  const { query, title } = item as { query?: unknown; title?: unknown };
  if (typeof query !== "string" || query === "") return [];
  return [{ query, ...(typeof title === "string" ? { title } : {}) }];
}
