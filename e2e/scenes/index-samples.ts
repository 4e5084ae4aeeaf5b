/** Invented pages for tests of the search index. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EntryView } from "#lib/papers/entry.ts";
import { monthOfId } from "#lib/papers/id.ts";
import { routes } from "#lib/routes.ts";
import { makeIdKey } from "#lib/search/id-key.ts";
import type { IndexPaper } from "#search-index/pages.ts";

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

/**
 * A page as components/search/IndexedPaper.astro and the paper page make it, in short. Behind its article it says, for
 * `listSamplePapers`, what a build hands over beside pages: the entry and the paper's neighbours.
 */
export function makePage(entry: EntryView, body: string, neighbours = "", otherIds: string[] = []): string {
  return `<!doctype html><html lang="de"><head><title>${entry.title}</title></head><body><nav>Everywhere</nav>
    <main><article data-pagefind-body>
    <span hidden data-pagefind-meta="id[data-text]" data-text="${entry.id}"></span>
    <span hidden data-pagefind-meta="authors[data-text]" data-text="Grace Sample"></span>
    <span hidden data-pagefind-meta="keys[data-text]" data-text="${otherIds.map(makeIdKey).join(" ")}"></span>
    <h1 data-pagefind-meta="title">${entry.title}</h1><h2>Headings</h2>
    ${body}<p data-pagefind-ignore>Neighbours</p></article></main>
    <script type="application/json">${JSON.stringify({ entry, neighbours })}</script></body></html>`;
}

/** The papers of all sample pages of a site; a page that is none is taken for the paper that its folder names. */
export function listSamplePapers(site: string): IndexPaper[] {
  const names = existsSync(join(site, "papers")) ? readdirSync(join(site, "papers")) : [];
  return names.map((name) => {
    const path = `papers/${name}/index.html`;
    const html = readFileSync(join(site, path), "utf8");
    const [, json = "{}"] = /<script type="application\/json">(.*)<\/script>/.exec(html) ?? [];
    const { entry = entryOf(name, ""), neighbours = "" } = JSON.parse(json) as Partial<SampleParts>;
    const month = monthOfId(entry.id);
    return {
      path,
      id: entry.id,
      day: entry.published ?? (month === undefined ? "" : `${month}-01`),
      version: html,
      readEntry: () => entry,
      related: neighbours,
      // As `2510.18821 .4312, hep-th/9901001 .2`.
      listNeighbours: () =>
        neighbours.split(", ").flatMap((part) => {
          const [other = "", score = ""] = part.split(" ");
          return other === "" ? [] : [{ id: other, score: Number(score) }];
        }),
    };
  });
}

/** What stands behind a sample page's article. */
interface SampleParts {
  entry: EntryView;
  neighbours: string;
}

/** Writes pages by their paths, without `index.html`; gives the folder. */
export function writePages(site: string, pages: Record<string, string>): string {
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(join(site, path), { recursive: true });
    writeFileSync(join(site, path, "index.html"), html);
  }
  return site;
}
