/**
 * A collection as a site whose papers can be indexed: each paper's page reduced to what the index takes from it, title,
 * abstract and the entry, in the markup of the paper page.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EntryView } from "#lib/papers/entry.ts";
import { toSegment } from "#lib/papers/id.ts";
import { relatePapers } from "#lib/papers/related.ts";
import { createRoutes } from "#lib/routes.ts";
import {
  encodeEntry,
  encodeNeighbours,
  filterValuesOf,
  INDEX_META,
  INDEX_TITLE_WEIGHT,
} from "#lib/search/index-format.ts";
import type { CollectionPaper } from "./search-collection.ts";

const routes = createRoutes("/");

/** Writes `<folder>/papers/<id>/index.html` for each paper. */
export function writeCollectionSite(papers: readonly CollectionPaper[], folder: string): void {
  const related = relatePapers(
    papers.map(({ id, title, abstract }) => ({ id, order: "", title, text: abstract, topics: [] })),
    { reasonCount: 0 },
  );
  for (const paper of papers) {
    const page = join(folder, "papers", toSegment(paper.id));
    mkdirSync(page, { recursive: true });
    writeFileSync(join(page, "index.html"), makePage(paper, encodeNeighbours(related.listOf(paper.id))));
  }
}

/** What components/search/IndexedEntry.astro, PaperCover.astro and Abstract.astro write. */
function makePage(paper: CollectionPaper, neighbours: string): string {
  const entry = toEntry(paper);
  const { year } = filterValuesOf(entry);
  const meta = `${INDEX_META.entry}[data-entry], ${INDEX_META.id}[data-id]`;
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(entry.title)}</title></head><body><main>
<article data-pagefind-body>
<span hidden data-pagefind-meta="${meta}" data-entry="${encodeEntry(entry)}" data-id="${escapeHtml(entry.id)}"
 data-pagefind-filter="year[data-year]" data-year="${year}" data-neighbours="${escapeHtml(neighbours)}"></span>
<h1 data-pagefind-meta="title" data-pagefind-weight="${INDEX_TITLE_WEIGHT}">${escapeHtml(entry.title)}</h1>
<p>${escapeHtml(paper.abstract)}</p>
</article></main></body></html>`;
}

function toEntry({ id, title }: CollectionPaper): EntryView {
  return {
    id,
    href: routes.paper(id),
    title: title.trim() === "" ? id : title,
    byline: "",
    topics: [],
    isTopicsAssigned: false,
    isWithdrawn: false,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
