/**
 * Where the pages of a bundle come from: an index that Pagefind has just made, or a bundle of the last build. Both are read
 * the same way; a page is known by its place in its index.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type BundleMeta, META_FILE, nameFilter } from "../lib/search/bundle-meta.ts";
import { type CborItem, decodeCbor, makeFormError } from "./cbor.ts";
import { readWords } from "./chunks.ts";
import { type PaperText, readFragment, readTexts } from "./fragments.ts";
import { keysOf, type PaperKeys, readKeyFiles } from "./orders.ts";
import { readPacked } from "./packed.ts";
import type { IndexedWord, Renumbering } from "./postings.ts";
import type { WordSummary } from "./words.ts";

/** Pages that have each value of a filter, by their places. */
export type FilterValues = [value: string, places: number[]][];

/** An index whose pages are taken into a bundle. */
export interface IndexSource {
  /** Folder of the index. */
  folder: string;
  /** Version of Pagefind that made it. */
  version: string;
  /** How many words each page has. */
  counts: number[];
  /** Names of its meta fields, in the order by which places in them are told apart. */
  fields: string[];
  /** By filter, the pages that have each of its values. */
  filters: Map<string, FilterValues>;
  /** What is known of each page beside its text. */
  keys: PaperKeys[];
  /** Its words in their order. */
  listWords: () => Iterable<IndexedWord>;
  /** What is known of a page. */
  textOf: (place: number) => PaperText;
  /** What is known of a bundle of the last build. */
  counted?: BundleData;
}

/** What is known of a bundle. */
export interface BundleData {
  /** Ids of its papers, in the order of their numbers. */
  papers: string[];
  /** What each of its pages was made from, as a key. */
  pages: string[];
  /** What is kept of each paper's neighbours, as a key. */
  near: string[];
  /** How many papers joined in each month, in the order of their numbers. */
  months: [month: string, papers: number][];
  /** Its words and acronyms. */
  words: WordSummary;
}

/** An index with what becomes of its pages. */
export interface JoinPart extends Renumbering {
  source: IndexSource;
}

/**
 * Opens an index that Pagefind has written.
 * @throws {Error} when its files are not of the form that is known here: that of another version of Pagefind.
 */
export function openFresh(folder: string): IndexSource {
  const meta = readdirSync(folder).find((name) => name.endsWith(".pf_meta"));
  if (meta === undefined) throw makeFormError();
  const [version, pages, chunks, ...rest] = decodeCbor(readPacked(join(folder, meta))) as CborItem[];
  if (typeof version !== "string" || !Array.isArray(pages) || !Array.isArray(chunks)) throw makeFormError();
  const texts = readTexts(folder);
  const own = (pages as [page: string, words: number][]).map(([page]) => {
    const text = texts.get(page);
    if (text === undefined) throw makeFormError();
    return text;
  });
  return {
    ...openFiles(folder, {
      version,
      words: (pages as [page: string, words: number][]).map(([, words]) => words),
      chunks: (chunks as [from: string, to: string, name: string][]).map(([, , name]) => name),
      rest,
    }),
    keys: own.map(({ entry }) => keysOf(entry)),
    textOf: (place) => own[place] ?? refuse(),
  };
}

/** Opens a bundle that was made here. */
export function openKept(folder: string, counted: BundleData): IndexSource {
  const meta = JSON.parse(readPacked(join(folder, META_FILE)).toString("utf8")) as BundleMeta;
  return {
    ...openFiles(folder, { ...meta, chunks: meta.chunks.map((_, place) => String(place)) }),
    keys: readKeyFiles(folder),
    textOf: (place) => readFragment(folder, place),
    counted,
  };
}

/** Reads what both have alike; chunks are given by their names. */
function openFiles(folder: string, { version, words, chunks, rest }: BundleMeta): Omit<IndexSource, "keys" | "textOf"> {
  const [filters, , fields] = rest;
  if (!Array.isArray(filters) || !Array.isArray(fields)) throw makeFormError();
  return {
    folder,
    version,
    counts: words,
    fields: fields as string[],
    filters: new Map((filters as [filter: string, file: string][]).map(([, file]) => readFilter(folder, file))),
    listWords: () => readWords(folder, chunks),
  };
}

function readFilter(folder: string, file: string): [filter: string, values: FilterValues] {
  return decodeCbor(readPacked(join(folder, nameFilter(file)))) as [string, FilterValues];
}

function refuse(): never {
  throw makeFormError();
}
