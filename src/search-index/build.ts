/**
 * The search index: Pagefind over the finished paper pages, so that what is searched is what is shown.
 * Its files are written by us, without the parts that no page of ours loads.
 */
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { PagefindIndex } from "pagefind";
import { close, createIndex } from "pagefind";
import { compareText, countNoun } from "../lib/errors.ts";
import { writeFileAtomic } from "../lib/records/write-file.ts";
import { makeTables, readFragment } from "./tables.ts";

/** What an index came to. */
export interface SearchIndexReport {
  /** Paper pages indexed. */
  pages: number;
  /** Bytes written, as they lie on disk (Pagefind has compressed its data already). */
  bytes: number;
  /** Files written. */
  files: number;
}

/** Thrown when the index cannot be made; its message is for people, and there is no stack trace. */
export class SearchIndexError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SearchIndexError";
    delete this.stack;
  }
}

/** What a finished page must have; shown for each page that lacks it. */
const NEEDED_META = {
  title: 'an <h1 data-pagefind-meta="title"> inside the element with data-pagefind-body',
  entry: "the component IndexedEntry",
} as const;

/** Files of Pagefind's own search interface: ours is src/client, so nobody would load them. */
const UNUSED_FILES = /^(pagefind-[a-z-]*ui\.|pagefind-highlight\.|pagefind-modular|playground\/|wasm\.unknown\.)/;

/** Headings inside an article name its parts, the same on every page: as text they would match every paper. */
const HEADINGS = ["h2", "h3", "caption", "thead"];

/** What a page says of the papers like its own; it stands in the component IndexedEntry, for this file alone. */
const NEIGHBOURS = /data-id="([^"]*)"[^>]*?\sdata-neighbours="([^"]*)"/;

/** A page that only sends its readers on keeps search engines out, and ours too. */
const MOVED = /<meta name="robots" content="noindex"/i;

/** How many faulty pages a message names before it only counts them. */
const NAMED_PAGES = 10;

/**
 * Indexes every `papers/<id>/index.html` of a finished site, in the order of their names, and writes `<site>/pagefind/`;
 * an index that is already there is replaced, but only once the new one is complete.
 *
 * @param siteFolder Folder with the finished site; its path may be relative.
 * @throws {SearchIndexError} when there are no paper pages, a page has no title or no entry, or Pagefind fails.
 */
export async function buildSearchIndex(siteFolder: string): Promise<SearchIndexReport> {
  const paths = await listPaperPages(siteFolder);
  try {
    const index = await openIndex();
    const { pages, related } = await addPages(index, siteFolder, paths);
    const { errors, files } = await index.getFiles();
    if (errors.length > 0)
      throw new SearchIndexError(`Pagefind could not make the search index: ${errors.join("; ")}.`);
    const used = [...files.filter(({ path }) => !UNUSED_FILES.test(path)), ...addTables(files, related)];
    await writeIndex(join(siteFolder, "pagefind"), used);
    return {
      pages,
      bytes: used.reduce((sum, { content }) => sum + content.length, 0),
      files: used.length,
    };
  } catch (error) {
    throw toIndexError(error);
  } finally {
    await close();
  }
}

/** Paths of all paper pages relative to the site, with forward slashes, in order of their names. */
async function listPaperPages(siteFolder: string): Promise<string[]> {
  const folder = join(siteFolder, "papers");
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const paths = entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "index.html")))
    .map((entry) => `papers/${entry.name}/index.html`);
  if (paths.length === 0) {
    throw new SearchIndexError(
      `There are no paper pages (papers/*/index.html) in ${siteFolder}: build the site before its search index.`,
    );
  }
  return paths.sort(compareText);
}

async function openIndex(): Promise<PagefindIndex> {
  // One language for all pages: a page in another one would land in a second index, which no search would open.
  const { errors, index } = await createIndex({ forceLanguage: "en", excludeSelectors: HEADINGS });
  if (index === undefined)
    throw new SearchIndexError(`Pagefind did not start: ${errors.join("; ") || "no reason given"}.`);
  return index;
}

/** A file of the index. */
interface SearchFile {
  /** Its path in `pagefind/`. */
  path: string;
  /** Its bytes. */
  content: Uint8Array;
}

/** The files of the tables that stand beside Pagefind's own. */
function addTables(files: readonly SearchFile[], related: ReadonlyMap<string, string>): SearchFile[] {
  const pages = files.flatMap(({ path, content }) => readFragment(path, content) ?? []);
  return makeTables(pages, related).map(({ name, content }) => ({
    path: `tables/${name}`,
    content: new TextEncoder().encode(content),
  }));
}

/** What was added. */
interface AddedPages {
  /** How many pages; those that only send their readers on are not. */
  pages: number;
  /** By id of a paper, what its page says of the papers like it. */
  related: Map<string, string>;
}

/** Adds the pages one after another and reports all faulty ones at once; an empty page is no error to Pagefind. */
async function addPages(index: PagefindIndex, siteFolder: string, paths: string[]): Promise<AddedPages> {
  const faults: string[] = [];
  const related = new Map<string, string>();
  let added = 0;
  for (const sourcePath of paths) {
    const content = await readFile(join(siteFolder, sourcePath), "utf8");
    if (MOVED.test(content)) continue;
    added += 1;
    const [, id, neighbours] = NEIGHBOURS.exec(content) ?? [];
    if (id !== undefined && neighbours !== undefined) related.set(id, neighbours);
    const { errors, file } = await index.addHTMLFile({ sourcePath, content });
    for (const error of errors) faults.push(`${sourcePath}  ${error}`);
    if (errors.length > 0) continue;
    for (const [name, source] of Object.entries(NEEDED_META)) {
      if (!file.meta[name]?.trim())
        faults.push(`${sourcePath}  has no ${name} for the search index: it needs ${source}`);
    }
  }
  if (faults.length === 0) return { pages: added, related };
  const rest = faults.length - NAMED_PAGES;
  throw new SearchIndexError(
    [
      `${countNoun(faults.length, "fault")} in the pages given to the search index`,
      ...faults.slice(0, NAMED_PAGES),
      ...(rest > 0 ? [`and ${rest.toLocaleString("en-GB")} more`] : []),
    ].join("\n"),
  );
}

/** Writes the new index beside the old one, then puts it in its place. */
async function writeIndex(folder: string, files: readonly SearchFile[]): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  for (const { path, content } of files) writeFileAtomic(join(fresh, path), content);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

function toIndexError(error: unknown): SearchIndexError {
  if (error instanceof SearchIndexError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SearchIndexError(`The search index could not be made: ${reason.replace(/\.$/, "")}.`);
}
