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
  const signed = [...papers];
  const slugs = slugifyAll(signed);
  const counts = new Map<string, number>();
  for (const own of slugs) for (const slug of new Set(own)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const gathered = new Map<string, { papers: Paper[]; spellings: Map<string, number> }>();
  for (const [index, paper] of signed.entries()) {
    for (const [place, slug] of (slugs[index] ?? []).entries()) {
      if ((counts.get(slug) ?? 0) < minimum && !kept.has(slug)) continue;
      const author = gathered.get(slug) ?? { papers: [], spellings: new Map<string, number>() };
      gathered.set(slug, author);
      if (author.papers.at(-1) !== paper) author.papers.push(paper);
      const name = paper.facts.authors[place] ?? "";
      author.spellings.set(name, (author.spellings.get(name) ?? 0) + 1);
    }
  }
  return new Map(
    [...gathered].map(([slug, author]) => [
      slug,
      { slug, names: sortSpellings(author.spellings), papers: author.papers },
    ]),
  );
}

/** For each paper the slugs of its authors, in their order; a name that many papers bear is looked at once. */
function slugifyAll(papers: readonly Paper[]): string[][] {
  const known = new Map<string, string>();
  return papers.map(({ facts }) =>
    facts.authors.map((name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      const slug = slugifyAuthor(name);
      known.set(name, slug);
      return slug;
    }),
  );
}

/** The most frequent first. */
function sortSpellings(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([name]) => name);
}
