/** Fetches the search engine; no page but search has it. */
import { type IndexStart, START_FILE } from "../lib/search/bundles.ts";
import { makeEngine, type SearchEngine } from "../lib/search/engine.ts";
import { KeptPromises } from "../lib/search/kept-promises.ts";
import { openTables } from "../lib/search/tables.ts";
import { openInWorker } from "./search-calls.ts";

/** Thrown when search is not to be had; its message is for the reader. */
export class SearchUnavailable extends Error {
  /** Whether a second try is in vain. */
  readonly isLasting: boolean;

  constructor(message: string, isLasting = false) {
    super(message);
    this.isLasting = isLasting;
  }
}

const engines = new KeptPromises();
/** By the address of its folder, the index that an engine was opened with, and its worker. */
const opened = new Map<string, { start: string; worker: Worker }>();

/**
 * The engine over the index of this site; fetched once, and again after a failure.
 * @param folder Address of the index, with a slash at its end.
 * @throws {SearchUnavailable} when there is no index or it cannot be fetched.
 */
export function loadEngine(folder: string): Promise<SearchEngine> {
  return engines.keep(folder, () => openEngine(folder));
}

/**
 * Whether the site has another index now than the engine was opened with; that engine is let go then. False where
 * none was opened, and where it cannot be known.
 */
export async function renewEngine(folder: string): Promise<boolean> {
  const before = opened.get(folder);
  if (before === undefined) return false;
  const start = await fetchStart(folder).catch(() => undefined);
  if (start === undefined || JSON.stringify(start) === before.start) return false;
  before.worker.terminate();
  opened.delete(folder);
  engines.drop(folder);
  return true;
}

/** The worker's script and the names of the index's files are fetched side by side. */
async function openEngine(folder: string): Promise<SearchEngine> {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  try {
    const start = await fetchStart(folder);
    const tables = openTables(start, (name) => fetchTable(folder + name));
    // Every question needs these, so they are fetched beside the index itself.
    for (const table of [tables.readForms(), tables.readFacets()]) table.catch(() => undefined);
    opened.set(folder, { start: JSON.stringify(start), worker });
    const searcher = await openInWorker(worker, new URL(folder, location.href).href, start);
    return await makeEngine(searcher, start, tables);
  } catch (error) {
    worker.terminate();
    if (error instanceof SearchUnavailable) throw error;
    throw new SearchUnavailable("Search could not be loaded. Check the connection, then press Search again.");
  }
}

/** All other names change with what they hold; this file is asked for anew. */
async function fetchStart(folder: string): Promise<IndexStart> {
  const response = await fetch(folder + START_FILE, { cache: "no-cache" });
  if (response.status === 404)
    throw new SearchUnavailable("The search index is not built yet. Run npm run build once.", true);
  return (await response.json()) as IndexStart;
}

async function fetchTable(address: string): Promise<string | undefined> {
  const response = await fetch(address);
  return response.ok ? response.text() : undefined;
}
