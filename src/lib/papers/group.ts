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

/** A spelling of a name, and how many papers have it. */
interface Spelling {
  /** The name. */
  name: string;
  /** Papers. */
  count: number;
  /** Whose name it is. */
  author: Gathered;
}

/** An author while papers are gathered. */
interface Gathered {
  slug: string;
  papers: Paper[];
  spellings: Spelling[];
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
  const gathered = new Map<string, Gathered>();
  // A name is made a slug once, and looked up once for each paper: an archive has millions of names.
  const spellings = new Map<string, Spelling>();
  for (const paper of papers) {
    for (const name of paper.facts.authors) {
      const spelling = spellings.get(name) ?? addSpelling(name, spellings, gathered);
      spelling.count += 1;
      if (spelling.author.papers.at(-1) !== paper) spelling.author.papers.push(paper);
    }
  }
  const authors = new Map<string, Author>();
  for (const { slug, papers: own, spellings: names } of gathered.values()) {
    if (own.length < minimum && !kept.has(slug)) continue;
    authors.set(slug, { slug, names: names.sort(compareSpellings).map(({ name }) => name), papers: own });
  }
  return authors;
}

function addSpelling(name: string, spellings: Map<string, Spelling>, gathered: Map<string, Gathered>): Spelling {
  const slug = slugifyAuthor(name);
  const author = gathered.get(slug) ?? { slug, papers: [], spellings: [] };
  gathered.set(slug, author);
  const spelling = { name, count: 0, author };
  author.spellings.push(spelling);
  spellings.set(name, spelling);
  return spelling;
}

/** The most frequent first. */
function compareSpellings(a: Spelling, b: Spelling): number {
  return b.count - a.count || compareText(a.name, b.name);
}
