/** Makes one bundle: an index of Pagefind's over some paper pages, and what its tables need to know of them. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PagefindIndex } from "pagefind";
import { close, createIndex } from "pagefind";
import { cutChunks } from "./chunks.ts";
import { SearchIndexError } from "./failure.ts";
import { readFragments, writeFragments } from "./fragments.ts";
import { listNear, type RelatedPages } from "./near.ts";
import { makeFacets, makeOrders } from "./orders.ts";
import { type IndexPaper, readPage } from "./pages.ts";
import { summarizeWords, type WordSummary } from "./words.ts";

/** What is known of a bundle. */
export interface BundleData {
  /** Ids of its papers, in the order of their numbers. */
  papers: string[];
  /** Its words and acronyms. */
  words: WordSummary;
}

/** What a finished page must have; shown for each page that lacks it. */
const NEEDED_META = {
  title: 'an <h1 data-pagefind-meta="title"> inside the element with data-pagefind-body',
  entry: "the component IndexedEntry",
} as const;

/** Headings inside an article name its parts, the same on every page: as text they would match every paper. */
const HEADINGS = ["h2", "h3", "caption", "thead"];

/** What a reader loads of a bundle. Pagefind's scripts are not among it: lib/search does their work. */
const USED_FILES = /^(index|filter|fragment|pagefind\..*\.pf_meta)$/;

/** Pages that are on their way to Pagefind at a time, so that it need not wait for us. */
const AT_ONCE = 16;

/** Where and of what a bundle is made. */
export interface BundleTask {
  /** Folder of the finished site. */
  siteFolder: string;
  /** The papers whose pages are indexed, in the order in which the index has them. */
  papers: readonly IndexPaper[];
  /** Folder to write to. */
  folder: string;
  /** Ids of the papers of all older bundles, each in the order of their numbers. */
  older: readonly (readonly string[])[];
  /** Takes what is wrong with pages, each as `path  what is wrong`. */
  addFault: (fault: string) => void;
}

/**
 * Makes a bundle; gives nothing when pages are faulty.
 * @throws {SearchIndexError} when Pagefind fails.
 */
export async function makeBundle(task: BundleTask): Promise<BundleData | undefined> {
  try {
    const index = await openIndex();
    const { related, isFaulty } = await addPages(index, task);
    if (isFaulty) return undefined;
    const { errors } = await index.writeFiles({ outputPath: resolve(task.folder) });
    if (errors.length > 0)
      throw new SearchIndexError(`Pagefind could not make the search index: ${errors.join("; ")}.`);
    return finishBundle(task, related);
  } finally {
    // Its process ends, and gives its memory back.
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

/** Pagefind's WebAssembly module for English. */
export const CORE_FILE = "wasm.en.pagefind";

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

/** What became of the pages. */
interface AddedPages {
  /** What the pages say of neighbours. */
  related: RelatedPages;
  /** Whether some page was faulty. */
  isFaulty: boolean;
}

/** Adds the pages in their order and tells of all faulty ones; an empty page is no error to Pagefind. */
async function addPages(index: PagefindIndex, { siteFolder, papers, addFault }: BundleTask): Promise<AddedPages> {
  const related: [id: string, neighbours: string][] = [];
  let isFaulty = false;
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
  for (const { path } of papers) {
    const page = await readPage(siteFolder, path);
    if (page === undefined) continue;
    if (page.related !== undefined) related.push([page.related.id, page.related.neighbours]);
    sent.push(add(path, page.html));
    if (sent.length < AT_ONCE) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
  return { related, isFaulty };
}

/** Takes away what nobody loads, has papers named by their numbers, and adds what is known beside the index. */
function finishBundle({ folder, papers, older }: BundleTask, related: RelatedPages): BundleData {
  for (const name of readdirSync(folder)) {
    if (!USED_FILES.test(name)) rmSync(join(folder, name), { recursive: true });
  }
  const meta = readdirSync(folder).find((name) => name.endsWith(".pf_meta"));
  if (meta === undefined) throw new SearchIndexError("Pagefind made no index of the paper pages.");
  const pages = readFragments(
    folder,
    papers.map(({ id }) => id),
  );
  const numbers = new Map(pages.map(({ name }, number) => [name, number]));
  cutChunks(folder, meta, (name) => numbers.get(name) ?? -1);
  const ids = pages.map(({ id }) => id);
  writeFragments(folder, pages, listNear([...older, ids], related));
  const entries = pages.map(({ entry }) => entry);
  for (const { name, content } of [...makeOrders(entries), makeFacets(entries)]) {
    writeFileSync(join(folder, name), content);
  }
  return { papers: ids, words: summarizeWords(pages) };
}
