/** The finished pages of papers, as the search index takes them. */
import { readFile } from "node:fs/promises";
import type { EntryView } from "../lib/papers/entry.ts";
import type { NeighbourList } from "./neighbour-lists.ts";
import type { PlannedPaper } from "./plan.ts";

/** A paper to be indexed. */
export interface IndexPaper extends PlannedPaper {
  /** Path of its page relative to the site, with forward slashes. */
  path: string;
  /**
   * A fingerprint of all that the index takes of it, and of the code that makes pages and index; while it is the same
   * neither the page nor the entry is read again.
   */
  version: string;
  /** Gives what search shows of it, with mathematics as plain characters: no page holds it. */
  readEntry: () => EntryView;
  /** A fingerprint of its neighbours. */
  related: string;
  /** Gives its neighbours: a page shows only the first of them. */
  listNeighbours: () => NeighbourList;
}

/** Says where the file of a page lies, by its path in the site. */
export type FindPage = (path: string) => string;

/** Reads what is indexed of a page: it without all that stands outside its article. @param file where it lies */
export async function readPage(file: string): Promise<string> {
  return cutArticle(await readFile(file, "utf8"));
}

const ARTICLE = "<article data-pagefind-body";
const ARTICLE_END = "</article>";

/** Pagefind reads all that it is given: what stands around the article takes it as long as the article itself. */
function cutArticle(html: string): string {
  const start = html.indexOf(ARTICLE);
  const end = html.lastIndexOf(ARTICLE_END);
  if (start < 0 || end < start) return html;
  return `<!doctype html><html lang="en"><body>${html.slice(start, end)}${ARTICLE_END}</body></html>`;
}
