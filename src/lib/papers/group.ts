/** Papers gathered by what they share: month, author, organisation, topic. One pass over the papers for each. */
import { foldAddress } from "../address.ts";
import { compareText } from "../compare-text.ts";
import type { Person } from "../content/person.ts";
import { indexPeople } from "./alias.ts";
import { slugifyAuthor } from "./author.ts";
import type { ListedPaper } from "./paper.ts";
import { periodOf } from "./paper-date.ts";

/** Papers under one key, in the order they were given. */
export type PapersBy<Key> = Map<Key, ListedPaper[]>;

/** Gathers papers under every key that `listKeys` gives for them; a paper that gives a key twice is listed once. */
export function gatherPapers<Key>(
  papers: Iterable<ListedPaper>,
  listKeys: (paper: ListedPaper) => Iterable<Key>,
): PapersBy<Key> {
  const gathered: PapersBy<Key> = new Map();
  for (const paper of papers) {
    for (const key of new Set(listKeys(paper))) gathered.getOrInsert(key, []).push(paper);
  }
  return gathered;
}

/** By month of publication, `YYYY-MM`; those of which only the year is known under `YYYY`, those without a date under `undated`. */
export function gatherByMonth(papers: Iterable<ListedPaper>): PapersBy<string> {
  return gatherPapers(papers, ({ facts }) => [periodOf(facts)]);
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
 * @param people who are known under several names: their page gathers the papers of all
 * Of slugs that some systems take for one only the first has a page.
 */
export function gatherAuthors(
  papers: readonly ListedPaper[],
  minimum: number,
  kept: ReadonlySet<string> = new Set(),
  people: readonly Person[] = [],
): Map<string, Author> {
  // An archive has a million names, most of them only once: all that is kept of every one is its slug and a count.
  const slugs = new Map<string, string>();
  const aliases = indexPeople(people);
  const findPerson = (slug: string): string => aliases.get(slug) ?? slug;
  const slugOf = (name: string): string => slugs.getOrInsertComputed(name, (own) => findPerson(slugifyAuthor(own)));
  const published = new Set([...kept].map(findPerson));
  const paperCounts = new Map<string, number>();
  for (const { facts } of papers) {
    for (const slug of new Set(facts.authors.map(slugOf))) paperCounts.set(slug, (paperCounts.get(slug) ?? 0) + 1);
  }
  const owners = new Map([...published].reverse().map((slug) => [foldAddress(slug), slug]));
  const authors = new Map<string, Author>();
  for (const [slug, count] of paperCounts) {
    const hasPage = count >= minimum || published.has(slug);
    if (hasPage && slug === owners.getOrInsert(foldAddress(slug), slug)) {
      authors.set(slug, { slug, names: [], papers: [] });
    }
  }
  const nameCounts = new Map<string, number>();
  for (const paper of papers) {
    for (const name of paper.facts.authors) {
      const own = authors.get(slugOf(name))?.papers;
      if (own === undefined) continue;
      if (own.at(-1) !== paper) own.push(paper);
      nameCounts.set(name, (nameCounts.get(name) ?? 0) + 1);
    }
  }
  // A name that a curator gave stands before those that papers have.
  for (const { name } of people) authors.get(slugOf(name))?.names.push(name);
  const byCount = [...nameCounts].sort(([a, first], [b, second]) => second - first || compareText(a, b));
  for (const [name] of byCount) {
    const names = authors.get(slugOf(name))?.names;
    if (names?.[0] !== name) names?.push(name);
  }
  return authors;
}
