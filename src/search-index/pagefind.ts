/** Has Pagefind index pages. Its process ends with each index, and gives its memory back. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PagefindIndex } from "pagefind";
import { close, createIndex } from "pagefind";
import { SearchIndexError } from "./failure.ts";
import { readPage } from "./pages.ts";

/** What a finished page must have; shown for each page that lacks it. */
const NEEDED_META = {
  title: 'an <h1 data-pagefind-meta="title"> inside the element with data-pagefind-body',
  entry: "the component IndexedEntry",
} as const;

/** Headings inside an article name its parts, the same on every page: as text they would match every paper. */
const HEADINGS = ["h2", "h3", "caption", "thead"];

/** Pages that are on their way to Pagefind at a time, so that it need not wait for us. */
const AT_ONCE = 16;

/** Pagefind's WebAssembly module for English. */
export const CORE_FILE = "wasm.en.pagefind";

/** What is to be indexed. */
export interface PagefindTask {
  /** Folder of the finished site. */
  siteFolder: string;
  /** Paths of pages relative to the site, with forward slashes. */
  paths: readonly string[];
  /** Folder to write to. */
  folder: string;
  /** Takes what is wrong with pages, each as `path  what is wrong`. */
  addFault: (fault: string) => void;
}

/** What became of pages. */
export interface PagefindOutcome {
  /** How many of them are indexed; those that only send their readers on are not. */
  indexed: number;
  /** Whether some page was faulty; then nothing is written. */
  isFaulty: boolean;
}

/**
 * Indexes pages.
 * @throws {SearchIndexError} when Pagefind fails.
 */
export async function indexPages(task: PagefindTask): Promise<PagefindOutcome> {
  try {
    const index = await openIndex();
    const outcome = await addPages(index, task);
    if (outcome.isFaulty || outcome.indexed === 0) return outcome;
    const { errors } = await index.writeFiles({ outputPath: resolve(task.folder) });
    if (errors.length > 0)
      throw new SearchIndexError(`Pagefind could not make the search index: ${errors.join("; ")}.`);
    return outcome;
  } finally {
    await close();
  }
}

async function openIndex(): Promise<PagefindIndex> {
  // One language for all pages: a page in another one would land in a second index, which no search would open.
  const { errors, index } = await createIndex({ forceLanguage: "en", excludeSelectors: HEADINGS });
  if (index === undefined)
    throw new SearchIndexError(`Pagefind did not start: ${errors.join("; ") || "no reason given"}.`);
  return index;
}

/** Has Pagefind write its module to a folder; it gives it only with an index. */
export async function writeCore(folder: string): Promise<void> {
  try {
    const index = await openIndex();
    await index.addHTMLFile({ url: "/", content: "<html><body><p>One</p></body></html>" });
    const { files } = await index.getFiles();
    const core = files.find(({ path }) => path === CORE_FILE);
    if (core === undefined) throw new SearchIndexError(`Pagefind gave no ${CORE_FILE}.`);
    writeFileSync(join(folder, CORE_FILE), core.content);
  } finally {
    await close();
  }
}

/** Adds the pages and tells of all faulty ones; an empty page is no error to Pagefind. */
async function addPages(index: PagefindIndex, { siteFolder, paths, addFault }: PagefindTask): Promise<PagefindOutcome> {
  let [indexed, isFaulty] = [0, false];
  const add = async (path: string, html: string): Promise<void> => {
    const { errors, file } = await index.addHTMLFile({ sourcePath: path, content: html });
    const lacks = Object.entries(NEEDED_META)
      .filter(([name]) => errors.length === 0 && !file.meta[name]?.trim())
      .map(([name, source]) => `has no ${name} for the search index: it needs ${source}`);
    for (const fault of [...errors, ...lacks]) {
      isFaulty = true;
      addFault(`${path}  ${fault}`);
    }
  };
  let sent: Promise<void>[] = [];
  for (const path of paths) {
    const html = await readPage(siteFolder, path);
    if (html === undefined) continue;
    indexed += 1;
    sent.push(add(path, html));
    if (sent.length < AT_ONCE) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
  return { indexed, isFaulty };
}
