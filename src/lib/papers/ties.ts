/** What the papers of an author or an organisation have in common: years, topics, and who wrote them. */
import { compareText } from "../compare-text.ts";
import type { CountedName } from "../name-index.ts";
import { routes } from "../routes.ts";
import type { NamedLink } from "./entry.ts";
import type { ListedPaper } from "./paper.ts";

/** Names shown of each kind. */
export const TIES_SHOWN = 5;
/**
 * Papers that people must have written together to be named: who has a page comes and goes with papers of others, and pages of all
 * they once wrote with would change with it; by the second paper they share, they have one.
 */
const SHARED = 2;
/** Authors of a paper beyond whom it says little of who works with whom, and would cost much: their number squared. */
const CROWD = 50;

/** What papers have in common. */
export interface Ties {
  /** The first year and the last of which there are papers, the same where all are of one; absent where none is known. */
  years?: [first: string, last: string];
  /** Their topics, those of most of these papers first. */
  topics: CountedName[];
  /** Their authors who have a page and wrote two of them at least, likewise. */
  authors: CountedName[];
}

/**
 * Gathers what papers have in common.
 * @param papers newest first
 * @param findAuthor the page of an author by a spelling of the name, where there is one that is to be named
 */
export function gatherTies(papers: readonly ListedPaper[], findAuthor: (name: string) => NamedLink | undefined): Ties {
  const years = papers.flatMap(({ order }) => (order === "" ? [] : [order.slice(0, "YYYY".length)]));
  const [last, first] = [years[0], years.at(-1)];
  return {
    ...(first === undefined || last === undefined ? {} : { years: [first, last] }),
    topics: countLinks(papers, ({ topics }) => topics.map(({ id, label }) => ({ label, href: routes.tag(id) }))),
    authors: countLinks(papers, ({ facts }) =>
      facts.authors.length > CROWD ? [] : facts.authors.flatMap((name) => findAuthor(name) ?? []),
    ).filter(({ count }) => count >= SHARED),
  };
}

/** `, 2023 to 2025`, `, 2025`, or nothing: to be put after what is said of the papers. */
export function describeYears({ years }: Pick<Ties, "years">): string {
  if (years === undefined) return "";
  const [first, last] = years;
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

/** What papers link to, by how many of them do; a paper that names one twice counts once. */
function countLinks(
  papers: readonly ListedPaper[],
  listLinks: (paper: ListedPaper) => readonly NamedLink[],
): CountedName[] {
  const counted = new Map<string, CountedName>();
  for (const paper of papers) {
    for (const [href, link] of new Map(listLinks(paper).map((own) => [own.href, own]))) {
      counted.getOrInsertComputed(href, () => ({ ...link, count: 0 })).count += 1;
    }
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || compareText(a.label, b.label)).slice(0, TIES_SHOWN);
}
