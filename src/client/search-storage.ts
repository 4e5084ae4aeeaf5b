/** Where this browser keeps the last searches; nothing of it leaves it. */
import { addRecent, dropRecent, formatRecent, parseRecent, type RecentSearch } from "../lib/search/recent.ts";

const KEY = "offprint-searches";

/** What is kept; null when nothing is, or when storage is forbidden. */
export function readStorage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets what was kept; where storage is forbidden or full, nothing is kept. */
export function writeStorage(text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // As above: search works without.
  }
}

/**
 * Keeps a search that was meant; at once, since the page may be left in the same moment.
 * @param replaced Parameters of a search that it goes on from, which was kept while it was still being written.
 */
export function keepRecent(search: RecentSearch, replaced: string | undefined): void {
  writeStorage(formatRecent(addRecent(dropRecent(parseRecent(readStorage()), replaced), search)));
}
