/**
 * Where the pages of a bundle come from: an index that Pagefind has just made, or a bundle of the last build. Both are read
 * the same way; a page is known by its place in its index.
 */
import { join } from "node:path";
import { z } from "zod";
import type { EntryView } from "../lib/papers/entry.ts";
import { type BundleMeta, META_FILE, nameFragment } from "../lib/search/bundle-meta.ts";
import { makeAddedWords, type PageText } from "./added-words.ts";
import { decodeForm, makeFormError } from "./cbor.ts";
import { readIndexedWords } from "./chunks.ts";
import { type FragmentText, readFragment, readText } from "./fragments.ts";
import { keysOf, type PaperKeys, readKeyFiles } from "./orders.ts";
import { readPacked, unpackFile } from "./packed.ts";
import { addPlaces, compareWords, type IndexedWord, type Renumbering } from "./postings.ts";
import type { WordSummary } from "./words.ts";

/** An index whose pages are taken into a bundle. */
export interface IndexSource {
  /** Version of Pagefind that made it. */
  version: string;
  /** How many words each page has. */
  counts: number[];
  /** Names of its meta fields, in the order by which places in them are told apart. */
  fields: string[];
  /** What is known of each page beside its text. */
  keys: PaperKeys[];
  /** Its words in their order. */
  listWords: () => Iterable<IndexedWord>;
  /** What is known of a page. */
  textOf: (place: number) => FragmentText;
  /** Where a bundle of an earlier build lies, and what is known of it. */
  kept?: KeptBundle;
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

/** A bundle that an earlier build has made. */
export interface KeptBundle {
  /** Its folder. */
  folder: string;
  /** What is known of it. */
  data: BundleData;
}

/** An index with what becomes of its pages. */
export interface JoinPart extends Renumbering {
  /** The index. */
  source: IndexSource;
}

/** Pagefind's meta file: its version, pages with their words counted, chunks, filters, orders, names of meta fields. */
const MetaSchema = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.int()], z.unknown())),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  z.array(z.unknown()),
  z.array(z.unknown()),
  z.array(z.string()),
]);

/** The files of an index that Pagefind has made, by their paths in it. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Opens an index that Pagefind has made.
 * @param entries What search shows of each of its papers, by id.
 * @param added Words that are added to its own, in their order.
 * @throws {Error} when the files are not of the form that is known here: that of another version of Pagefind.
 */
export function openFresh(
  files: IndexFiles,
  entries: ReadonlyMap<string, EntryView>,
  added: readonly IndexedWord[] = [],
): IndexSource {
  const { version, pages, fields, listWords } = readMeta(files);
  const texts = pages.map(([page]) => readText(readFile(files, nameFragment(page)), entries) ?? refuse());
  return {
    version,
    counts: pages.map(([, count]) => count),
    fields,
    listWords: () => mergeWords(listWords(), added),
    keys: texts.map(({ entry }) => keysOf(entry)),
    textOf: (place) => texts[place] ?? refuse(),
  };
}

/**
 * The words that an index of Pagefind's lacks, for `openFresh`.
 * @param stem See `makeAddedWords`.
 * @throws {Error} as `openFresh` does.
 */
export function listLacking(files: IndexFiles, stem: Parameters<typeof makeAddedWords>[1]): Promise<IndexedWord[]> {
  const { pages, fields, listWords } = readMeta(files);
  const texts = pages.map(([page]) => JSON.parse(readFile(files, nameFragment(page)).toString("utf8")) as PageText);
  return makeAddedWords({ pages: texts, fields, words: listWords() }, stem);
}

/** The words of an index that Pagefind has made, in their order. */
export function listWords(files: IndexFiles): Iterable<IndexedWord> {
  return readMeta(files).listWords();
}

/** What the meta file of an index says, with its words. */
function readMeta(files: IndexFiles) {
  const meta = readFile(files, [...files.keys()].find((name) => name.endsWith(".pf_meta")) ?? "");
  const [version, pages, chunks, , , fields] = decodeForm(meta, MetaSchema);
  const names = chunks.map(([, , name]) => name);
  return { version, pages, fields, listWords: () => readIndexedWords(names, (name) => readFile(files, name)) };
}

function readFile(files: IndexFiles, name: string): Buffer {
  return unpackFile(files.get(name) ?? refuse());
}

/** The words of an index with those that are added, in their order. */
function* mergeWords(words: Iterable<IndexedWord>, added: readonly IndexedWord[]): Generator<IndexedWord> {
  let next = 0;
  for (const word of words) {
    for (; added[next] !== undefined && compareWords(added[next]?.[0] ?? "", word[0]) < 0; next += 1) {
      yield added[next] as IndexedWord;
    }
    const own = added[next];
    if (own?.[0] === word[0]) next += 1;
    yield own?.[0] === word[0] ? addPlaces(word, own) : word;
  }
  yield* added.slice(next);
}

/** Opens a bundle that was made here. */
export function openKept(folder: string, data: BundleData): IndexSource {
  const read = (name: string): Buffer => readPacked(join(folder, name));
  const { version, words, chunks, fields } = JSON.parse(read(META_FILE).toString("utf8")) as BundleMeta;
  return {
    version,
    counts: words,
    fields,
    listWords: () => readIndexedWords(chunks.keys(), read),
    keys: readKeyFiles(folder),
    textOf: (place) => readFragment(folder, place),
    kept: { folder, data },
  };
}

function refuse(): never {
  throw makeFormError();
}
