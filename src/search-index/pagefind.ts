/** Has Pagefind index pages. Its process ends with each index, and gives its memory back. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PagefindIndex } from "pagefind";
import { close, createIndex } from "pagefind";
import { Failure } from "../lib/failure.ts";
import { INDEX_META } from "../lib/search/index-format.ts";
import { readPage } from "./pages.ts";
import { type IndexedWord, readPlaces } from "./postings.ts";
import { listLacking, listWords } from "./source.ts";

/** What a finished page must have; shown for each page that lacks it. */
const NEEDED_META = {
  title: 'an <h1 data-pagefind-meta="title"> inside the element with data-pagefind-body',
  id: "the component IndexedPaper",
} as const;

/** Headings inside an article name its parts, the same on every page: as text they would match every paper. */
const HEADINGS = ["h2", "h3", "caption", "thead"];

/** Pages that are on their way to Pagefind at a time, so that it need not wait for us. */
const AT_ONCE = 16;

/** Pagefind's WebAssembly module for English. */
export const CORE_FILE = "wasm.en.pagefind";

/** A page to be indexed. */
export interface IndexedPage {
  /** Its path relative to the site, with forward slashes. */
  path: string;
  /** Id of its paper, which it must name. */
  id: string;
  /** Where it lies. */
  file: string;
}

/** What becomes of pages. */
export interface IndexedPages {
  /** The files of the index, by their paths in it; none when pages are faulty. */
  files: Map<string, Uint8Array>;
  /** Words that these files lack, in their order. */
  added: IndexedWord[];
  /** What is wrong with pages, each as `path  what is wrong`. */
  faults: string[];
}

/**
 * Indexes pages; Pagefind is started before they have to be there.
 * @throws {Failure} when Pagefind fails.
 */
export async function indexPages(pages: Promise<readonly IndexedPage[]>): Promise<IndexedPages> {
  try {
    const index = await openIndex();
    const faults = await addPages(index, await pages);
    if (faults.length > 0) return { files: new Map(), added: [], faults };
    const files = await takeFiles(index);
    return { files, added: await listLacking(files, stemWords), faults };
  } finally {
    await close();
  }
}

/** The files of an index. They are not written by Pagefind: that takes longer than all else. */
async function takeFiles(index: PagefindIndex): Promise<Map<string, Uint8Array>> {
  const { errors, files } = await index.getFiles();
  if (errors.length > 0) throw new Failure(`Pagefind could not make the search index: ${errors.join("; ")}.`);
  return new Map(files.map(({ path, content }) => [path, content]));
}

async function openIndex(): Promise<PagefindIndex> {
  // One language for all pages: a page in another one would land in a second index, which no search would open.
  const { errors, index } = await createIndex({ forceLanguage: "en", excludeSelectors: HEADINGS });
  if (index === undefined) throw new Failure(`Pagefind did not start: ${errors.join("; ") || "no reason given"}.`);
  return index;
}

/** The words that Pagefind makes of folded words, in their order: it indexes them as a text and tells where each stands. */
async function stemWords(words: readonly string[]): Promise<string[]> {
  const stems = [...words];
  if (words.length === 0) return stems;
  const index = await openIndex();
  await index.addHTMLFile({ url: "/", content: `<html><body><p>${words.join(" ")}</p></body></html>` });
  const longest = words.map(() => "");
  for (const [word, pages, forms] of listWords(await takeFiles(index))) {
    for (const [, list] of [...pages, ...forms.flatMap(([, own]) => own)]) {
      for (const place of [...readPlaces(list).values()].flat()) {
        // Of a word with digits there are also parts.
        if (word.length <= (longest[place]?.length ?? 0)) continue;
        longest[place] = word;
        stems[place] = word;
      }
    }
  }
  return stems;
}

/** Pagefind's version. */
export function readPagefindVersion(): string {
  const path = new URL("../package.json", import.meta.resolve("pagefind"));
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/** Has Pagefind write its module to a folder; it gives it only with an index. */
export async function writeCore(folder: string): Promise<void> {
  try {
    const index = await openIndex();
    await index.addHTMLFile({ url: "/", content: "<html><body><p>One</p></body></html>" });
    const core = (await takeFiles(index)).get(CORE_FILE);
    if (core === undefined) throw new Failure(`Pagefind gave no ${CORE_FILE}.`);
    writeFileSync(join(folder, CORE_FILE), core);
  } finally {
    await close();
  }
}

/** Adds the pages and tells what is wrong with them; an empty page is no error to Pagefind. */
async function addPages(index: PagefindIndex, pages: readonly IndexedPage[]): Promise<string[]> {
  const faults: string[] = [];
  const add = async ({ path, id }: IndexedPage, html: string): Promise<void> => {
    const { errors, file } = await index.addHTMLFile({ sourcePath: path, content: html });
    const lacks = Object.entries(NEEDED_META)
      // Of a title it counts that it stands there: what a reader sees of it is for the check of the content to say.
      .filter(
        ([name]) => errors.length === 0 && !file.meta[name]?.trim() && !html.includes(`data-pagefind-meta="${name}"`),
      )
      .map(([name, source]) => `has no ${name} for the search index: it needs ${source}`);
    const own = file?.meta[INDEX_META.id] || id;
    const other = own === id ? [] : [`is not of the paper ${id}: it names ${own}`];
    faults.push(...[...errors, ...lacks, ...other].map((fault) => `${path}  ${fault}`));
  };
  let sent: Promise<void>[] = [];
  for (const page of pages) {
    sent.push(add(page, await readPage(page.file)));
    if (sent.length < AT_ONCE) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
  return faults;
}
