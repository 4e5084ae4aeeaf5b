/** What the index keeps of each paper: its text as Pagefind keeps it of its page, its entry as the build hands it over. */
import { join } from "node:path";
import type { EntryView } from "../lib/papers/entry.ts";
import { nameFragment } from "../lib/search/bundle-meta.ts";
import { INDEX_META } from "../lib/search/index-format.ts";
import type { Fragment } from "../lib/search/searcher.ts";
import { readPacked } from "./packed.ts";

/** What is known of a paper before its neighbours are; its texts are what is searched. */
export type FragmentText = Omit<Fragment, "near">;

/**
 * Reads what Pagefind has written of a page, unpacked.
 * @param entries What search shows of each paper, by id; undefined is given for a page of none of them.
 */
export function readText(bytes: Buffer, entries: ReadonlyMap<string, EntryView>): FragmentText | undefined {
  const { content, meta } = JSON.parse(bytes.toString("utf8")) as { content: string; meta: Record<string, string> };
  const entry = entries.get(meta[INDEX_META.id] ?? "");
  if (entry === undefined) return undefined;
  return {
    content,
    entry,
    title: meta[INDEX_META.title] ?? "",
    authors: meta[INDEX_META.authors] ?? "",
    topics: meta[INDEX_META.topics] ?? "",
    words: meta[INDEX_META.words] ?? "",
  };
}

/** Reads what is kept of a paper, by its number in a bundle. */
export function readFragment(folder: string, number: number): Fragment {
  return JSON.parse(readPacked(join(folder, nameFragment(number))).toString("utf8")) as Fragment;
}
