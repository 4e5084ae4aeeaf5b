/** What the index keeps of each paper: taken from what Pagefind keeps of its page, and written as search reads it. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { EntryView } from "../lib/papers/entry.ts";
import { nameFragment } from "../lib/search/bundle-meta.ts";
import { decodeEntry, INDEX_META } from "../lib/search/index-format.ts";
import type { Fragment } from "../lib/search/searcher.ts";
import { readPacked, writePacked } from "./packed.ts";

/** An indexed page. */
export interface IndexedPage {
  /** Pagefind's name for it. */
  name: string;
  /** Id of its paper. */
  id: string;
  /** Its text. */
  content: string;
  /** What lists show of the paper. */
  entry: EntryView;
  /** What is searched beside the text, by the names of index-format.ts. */
  meta: Record<string, string>;
}

const FOLDER = "fragment";
const ENDING = ".pf_fragment";

/**
 * Takes all fragments of Pagefind's from an index.
 * @param folder Folder of the index.
 * @param ids Ids of papers, in the order of their numbers; not each must have a page.
 */
export function readFragments(folder: string, ids: readonly string[]): IndexedPage[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  const path = join(folder, FOLDER);
  const pages = readdirSync(path).map((name) => readFragment(name, readPacked(join(path, name))));
  rmSync(path, { recursive: true });
  return pages.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** Reads a fragment, unpacked, as Pagefind writes it. */
export function readFragment(file: string, bytes: Buffer): IndexedPage {
  const { content, meta } = JSON.parse(bytes.toString("utf8")) as Pick<IndexedPage, "content" | "meta">;
  return {
    name: file.slice(0, -ENDING.length),
    id: meta[INDEX_META.id] ?? "",
    content,
    entry: decodeEntry(meta[INDEX_META.entry] ?? ""),
    meta,
  };
}

/**
 * Writes fragments, named by the numbers of their papers.
 * @param near What is kept of each paper's neighbours.
 */
export function writeFragments(folder: string, pages: readonly IndexedPage[], near: readonly string[]): void {
  mkdirSync(join(folder, FOLDER));
  for (const [number, page] of pages.entries()) {
    const fragment = makeFragment(page, near[number] ?? "");
    writePacked(join(folder, nameFragment(number)), Buffer.from(JSON.stringify(fragment)));
  }
}

function makeFragment({ content, entry, meta }: IndexedPage, near: string): Fragment {
  return {
    content,
    entry,
    title: meta[INDEX_META.title] ?? "",
    authors: meta[INDEX_META.authors] ?? "",
    topics: meta[INDEX_META.topics] ?? "",
    words: meta[INDEX_META.words] ?? "",
    near,
  };
}
