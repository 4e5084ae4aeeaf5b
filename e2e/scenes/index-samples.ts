/** Invented pages for tests of the search index. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EntryView } from "#lib/papers/entry.ts";
import { routes } from "#lib/routes.ts";
import { encodeEntry, filterValuesOf } from "#lib/search/index-format.ts";

/** The entry of a paper with a topic; what matters beyond that is given. */
export function entryOf(id: string, title: string, published?: string, comments?: number): EntryView {
  return {
    id,
    href: routes.paper(id),
    title,
    byline: "Ada Example",
    topics: [{ id: "games", label: "Games", href: routes.tag("games") }],
    isTopicsAssigned: false,
    isWithdrawn: false,
    ...(published === undefined ? {} : { published }),
    ...(comments === undefined ? {} : { comments: { count: comments, href: "https://example.org/" } }),
  };
}

/** A page as components/search/IndexedEntry.astro and the paper page make it, in short, with its neighbours. */
export function makePage(entry: EntryView, body: string, neighbours = ""): string {
  const { year } = filterValuesOf(entry);
  return `<!doctype html><html lang="de"><head><title>${entry.title}</title></head><body><nav>Everywhere</nav>
    <main><article data-pagefind-body>
    <span hidden data-pagefind-meta="entry[data-entry], id[data-id]" data-entry="${encodeEntry(entry)}"
      data-id="${entry.id}" data-neighbours="${neighbours}" data-pagefind-filter="year[data-year]" data-year="${year}"></span>
    <span hidden data-pagefind-meta="authors[data-authors]" data-authors="Grace Sample"></span>
    <h1 data-pagefind-meta="title">${entry.title}</h1><h2>Headings</h2>
    ${body}<p data-pagefind-ignore>Neighbours</p></article></main></body></html>`;
}

/** Writes pages by their paths, without `index.html`; gives the folder. */
export function writePages(site: string, pages: Record<string, string>): string {
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(join(site, path), { recursive: true });
    writeFileSync(join(site, path, "index.html"), html);
  }
  return site;
}
