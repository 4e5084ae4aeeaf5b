/** Papers gathered by what they share: month, author, organisation, topic. One pass over the papers for each. */
import { compareText } from "../errors.ts";
import { slugifyAuthor } from "./author.ts";
import type { Paper } from "./paper.ts";

/** Papers under one key, in the order they were given. */
export type PapersBy<Key> = Map<Key, Paper[]>;

/** Gathers papers under every key that `listKeys` gives for them; a paper that gives a key twice is listed once. */
export function gatherPapers<Key>(papers: Iterable<Paper>, listKeys: (paper: Paper) => Iterable<Key>): PapersBy<Key> {
  const gathered: PapersBy<Key> = new Map();
  for (const paper of papers) {
    for (const key of new Set(listKeys(paper))) {
      const list = gathered.get(key);
      if (list === undefined) gathered.set(key, [paper]);
      else list.push(paper);
    }
  }
  return gathered;
}

/** By month of publication, `YYYY-MM`; papers without a date under `undated`. */
export function gatherByMonth(papers: Iterable<Paper>): PapersBy<string> {
  return gatherPapers(papers, ({ facts }) => [facts.published?.slice(0, 7) ?? "undated"]);
}

/** An author as the site tells them apart: by the slug of the name. */
export interface Author {
  /** Address segment. */
  slug: string;
  /** Every spelling of the name that leads to the slug, the most frequent first. */
  names: string[];
  /** Their papers, in the order they were given. */
  papers: Paper[];
}

/**
 * Authors with at least `minimum` papers, by slug.
 * @param kept slugs whose page was published before: they have one as long as they have any paper
 */
export function gatherAuthors(
  papers: Iterable<Paper>,
  minimum: number,
  kept: ReadonlySet<string> = new Set(),
): Map<string, Author> {
  const slugs = new Map<string, string>();
  const slugOf = (name: string): string => {
    const slug = slugs.get(name) ?? slugifyAuthor(name);
    slugs.set(name, slug);
    return slug;
  };
  const gathered = gatherPapers(papers, ({ facts }) => facts.authors.map(slugOf));
  const authors = new Map<string, Author>();
  for (const [slug, own] of gathered) {
    if (own.length < minimum && !kept.has(slug)) continue;
    const counts = new Map<string, number>();
    for (const { facts } of own) {
      for (const name of facts.authors) if (slugOf(name) === slug) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([name]) => name);
    authors.set(slug, { slug, names, papers: own });
  }
  return authors;
}
