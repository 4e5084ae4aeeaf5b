/**
 * A collection as a site whose papers can be indexed: each paper's page reduced to what the index takes from it, title,
 * abstract and the entry, in the markup of the paper page.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { escapeHtml } from "#lib/latex/escape.ts";
import type { EntryView } from "#lib/papers/entry.ts";
import { toSegment } from "#lib/papers/id.ts";
import { relatePapers } from "#lib/papers/related.ts";
import { createRoutes } from "#lib/routes.ts";
import { INDEX_META, INDEX_TITLE_WEIGHT } from "#lib/search/index-format.ts";
import type { IndexPaper } from "#search-index/pages.ts";
import type { CollectionPaper } from "./search-collection.ts";

const routes = createRoutes("/");

/** Writes `<folder>/papers/<id>/index.html` for each paper; gives what the index is to be made of. */
export function writeCollectionSite(papers: readonly CollectionPaper[], folder: string): IndexPaper[] {
  const related = relatePapers(
    papers.map(({ id, title, abstract }) => ({ id, order: "", title, text: abstract, topics: [] })),
    { reasonCount: 0 },
  );
  return papers.map((paper) => {
    const entry = toEntry(paper);
    const path = `papers/${toSegment(paper.id)}/index.html`;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), makePage(entry, paper.abstract));
    const listNeighbours = () => related.listOf(paper.id);
    return { path, id: paper.id, day: "", version: "", readEntry: () => entry, related: "", listNeighbours };
  });
}

/** What components/search/IndexedPaper.astro, PaperCover.astro and Abstract.astro write. */
function makePage({ id, title }: EntryView, abstract: string): string {
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(title)}</title></head><body><main>
<article data-pagefind-body>
<span hidden data-pagefind-meta="${INDEX_META.id}[data-text]" data-text="${escapeHtml(id)}"></span>
<h1 data-pagefind-meta="title" data-pagefind-weight="${INDEX_TITLE_WEIGHT}">${escapeHtml(title)}</h1>
<p>${escapeHtml(abstract)}</p>
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
