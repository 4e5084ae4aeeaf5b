/** Fetches the search engine when it is first needed; no other page has it. */
import { makeEngine, type Pagefind, type SearchEngine } from "../lib/search/engine.ts";
import { NO_TABLES, openTables, START_TABLE } from "../lib/search/tables.ts";

/** Thrown when search is not to be had; its message is for the reader. */
export class SearchUnavailable extends Error {}

let loading: Promise<SearchEngine> | undefined;

/**
 * The engine over the index of this site; fetched once, and again after a failure.
 * @param folder Address of the index, with a slash at its end.
 * @param paperCount How many papers the index holds.
 * @throws {SearchUnavailable} when there is no index or it cannot be fetched.
 */
export function loadEngine(folder: string, paperCount: number): Promise<SearchEngine> {
  loading ??= openEngine(folder, paperCount).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function openEngine(folder: string, paperCount: number): Promise<SearchEngine> {
  const address = `${folder}pagefind.js`;
  try {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind & { init(): Promise<void> };
    const [tables] = await Promise.all([
      // Search answers without the tables too.
      openTables((name) => fetchTable(folder, name)).catch(() => NO_TABLES),
      pagefind.init(),
    ]);
    return await makeEngine(pagefind, paperCount, tables);
  } catch {
    throw new SearchUnavailable(await explainFailure(address));
  }
}

/** The names of all tables but the first change with what they hold. */
async function fetchTable(folder: string, name: string): Promise<string | undefined> {
  const response = await fetch(`${folder}tables/${name}`, { cache: name === START_TABLE ? "no-cache" : "default" });
  return response.ok ? response.text() : undefined;
}

/** A failed import does not say why. */
async function explainFailure(address: string): Promise<string> {
  const status = await fetch(address, { method: "HEAD" }).then(
    (response) => response.status,
    () => 0,
  );
  if (status === 404) return "The search index is not built yet. Run npm run build once.";
  return "Search could not be loaded. Check the connection, then press Search again.";
}
