/** Papers gathered by what they share: month, author, organisation, topic. One pass over the papers for each. */
import { foldAddress } from "../address.ts";
import { compareText } from "../compare-text.ts";
import { slugifyAuthor } from "./author.ts";
import type { ListedPaper } from "./paper.ts";

/** Papers under one key, in the order they were given. */
export type PapersBy<Key> = Map<Key, ListedPaper[]>;

/** Gathers papers under every key that `listKeys` gives for them; a paper that gives a key twice is listed once. */
export function gatherPapers<Key>(
  papers: Iterable<ListedPaper>,
  listKeys: (paper: ListedPaper) => Iterable<Key>,
): PapersBy<Key> {
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
export function gatherByMonth(papers: Iterable<ListedPaper>): PapersBy<string> {
  return gatherPapers(papers, ({ facts }) => [facts.published?.slice(0, 7) ?? "undated"]);
}

/** An author as the site tells them apart: by the slug of the name. */
export interface Author {
  /** Address segment. */
  slug: string;
  /** Every spelling of the name that leads to the slug, the most frequent first. */
  names: string[];
  /** Their papers, in the order they were given. */
  papers: ListedPaper[];
}

/**
 * Authors with at least `minimum` papers, by slug.
 * @param kept slugs whose page was published before, the earliest first: they have one as long as they have any paper
 * Of slugs that some systems take for one only the first has a page.
 */
export function gatherAuthors(
  papers: readonly ListedPaper[],
  minimum: number,
  kept: ReadonlySet<string> = new Set(),
): Map<string, Author> {
  const { slugs, paperCounts, names, mentions } = numberNames(papers);
  const owners = new Map([...kept].reverse().map((slug) => [foldAddress(slug), slug]));
  const authors = slugs.map((slug, number): Author | undefined => {
    const hasPage = (paperCounts[number] ?? 0) >= minimum || kept.has(slug);
    return hasPage && slug === owners.getOrInsert(foldAddress(slug), slug)
      ? { slug, names: [], papers: [] }
      : undefined;
  });
  let mention = 0;
  for (const paper of papers) {
    for (const end = mention + paper.facts.authors.length; mention < end; mention += 1) {
      const own = authors[mentions[mention] ?? 0]?.papers;
      if (own !== undefined && own.at(-1) !== paper) own.push(paper);
    }
  }
  nameAuthors(authors, names);
  return new Map(authors.flatMap((author) => (author === undefined ? [] : [[author.slug, author] as const])));
}

/**
 * Who is named how often. Names and authors go by numbers in the order in which they come first: an archive has a
 * million names, most of them only once, and an object for each would cost more than all that is made of them.
 */
interface NumberedNames {
  /** Slug of each author. */
  slugs: string[];
  /** Papers of each author. */
  paperCounts: number[];
  /** All names as they are spelt. */
  names: Names;
  /** The author who stands at each place of each byline, one byline after another. */
  mentions: number[];
}

/** Names as they are spelt, by number. */
interface Names {
  /** The names. */
  spellings: string[];
  /** Whose name each is. */
  authors: number[];
  /** How often each is there. */
  counts: number[];
}

function numberNames(papers: readonly ListedPaper[]): NumberedNames {
  const [numbers, slugNumbers] = [new Map<string, number>(), new Map<string, number>()];
  const [paperCounts, lastPapers, mentions]: [number[], number[], number[]] = [[], [], []];
  const [owners, counts]: [number[], number[]] = [[], []];
  const addName = (name: string): number => {
    const slug = slugifyAuthor(name);
    const author = slugNumbers.get(slug) ?? slugNumbers.size;
    slugNumbers.set(slug, author);
    numbers.set(name, owners.length);
    counts.push(0);
    return owners.push(author) - 1;
  };
  for (const [place, { facts }] of papers.entries()) {
    for (const name of facts.authors) {
      const number = numbers.get(name) ?? addName(name);
      const author = owners[number] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
      if (lastPapers[author] !== place) paperCounts[author] = (paperCounts[author] ?? 0) + 1;
      lastPapers[author] = place;
      mentions.push(author);
    }
  }
  const names: Names = { spellings: [...numbers.keys()], authors: owners, counts };
  return { slugs: [...slugNumbers.keys()], paperCounts, names, mentions };
}

/** Gives authors their names, the most frequent first. */
function nameAuthors(authors: readonly (Author | undefined)[], { spellings, authors: owners, counts }: Names): void {
  const spelt = new Map<Author, { name: string; count: number }[]>();
  for (const [number, name] of spellings.entries()) {
    const author = authors[owners[number] ?? 0];
    if (author === undefined) continue;
    const own = spelt.get(author) ?? [];
    own.push({ name, count: counts[number] ?? 0 });
    spelt.set(author, own);
  }
  for (const [author, own] of spelt) {
    author.names = own.sort((a, b) => b.count - a.count || compareText(a.name, b.name)).map(({ name }) => name);
  }
}
