/** The finished pages of papers, as the search index takes them. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../lib/compare-text.ts";
import { decodeEntry, sortKeysOf } from "../lib/search/index-format.ts";
import type { PlannedPaper } from "./plan.ts";

/** A paper to be indexed. */
export interface IndexPaper extends PlannedPaper {
  /** Path of its page relative to the site, with forward slashes. */
  path: string;
  /** A fingerprint of all that the index takes from the page; while it is the same the page is not read again. */
  version: string;
  /** A fingerprint of its neighbours. */
  related: string;
  /** Gives its neighbours, as `encodeNeighbours` writes them: a page shows only the first of them. */
  listNeighbours: () => string;
}

/** A page that only sends its readers on keeps search engines out, and ours too. */
const MOVED = /<meta name="robots" content="noindex"/i;

/** What the component IndexedEntry says of the paper; pages that are made to be measured or tested also say what is like it. */
const ENTRY = /data-entry="([^"]*)"\s+data-id="([^"]*)"/;
const NEIGHBOURS = /\sdata-neighbours="([^"]*)"/;

/**
 * Every `papers/<id>/index.html` of a finished site, for builds that do not know their papers: each page is read for it,
 * and a paper is taken to have joined on the day it is ordered by.
 */
export async function listPaperPages(siteFolder: string): Promise<IndexPaper[]> {
  const folder = join(siteFolder, "papers");
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const papers: IndexPaper[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory()).sort((a, b) => compareText(a.name, b.name))) {
    if (!existsSync(join(folder, name, "index.html"))) continue;
    const path = `papers/${name}/index.html`;
    const html = await readFile(join(siteFolder, path), "utf8");
    if (MOVED.test(html)) continue;
    const version = createHash("sha256").update(cutArticle(html)).digest("base64url").slice(0, 16);
    const [, neighbours = ""] = NEIGHBOURS.exec(html) ?? [];
    papers.push({ path, version, related: neighbours, listNeighbours: () => neighbours, ...readDay(html, name) });
  }
  return papers;
}

/** Id and day by the page's entry; a page without one is found faulty when it is indexed. */
function readDay(html: string, name: string): PlannedPaper {
  const [, text, id = name] = ENTRY.exec(html) ?? [];
  if (text === undefined) return { id, day: "" };
  const { date } = sortKeysOf(decodeEntry(text));
  return { id, day: date.startsWith("0000") ? "" : date };
}

/** Reads what is indexed of a page: it without all that stands outside its article. */
export async function readPage(siteFolder: string, path: string): Promise<string> {
  return cutArticle(await readFile(join(siteFolder, path), "utf8"));
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
