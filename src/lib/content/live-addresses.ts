/** Which addresses have a page, told from what content holds and without planning the site. */
import { basename } from "node:path";
import { monthOf, weekOf } from "../dates.ts";
import { dropUndefined } from "../drop-undefined.ts";
import { joinOrganizations, type PersonAliases } from "../papers/alias.ts";
import { slugifyAuthor } from "../papers/author.ts";
import { indexOrganizations, type OrganizationNames } from "../papers/paper.ts";
import { periodOf } from "../papers/paper-date.ts";
import { addresses } from "../routes.ts";
import { listItemIds, listItems } from "./list.ts";
import type { Content } from "./read.ts";
import type { PaperRecord } from "./record.ts";
import type { Partly } from "./salvage.ts";

/** What of a record gives pages. */
type PageGiver = Partly<Pick<PaperRecord, "id" | "featured" | "published" | "organization">>;

/** Pages that are always there. */
export const FIXED_ADDRESSES: readonly string[] = [
  addresses.front(),
  addresses.editions(),
  addresses.papers(),
  addresses.tags(),
  addresses.authors(),
  addresses.organizations(),
  addresses.archive(),
  addresses.archiveUndated(),
  addresses.trending(),
  addresses.search(),
  addresses.subscribe(),
  addresses.about(),
];

/** All pages but those of authors, those of months of topics, authors and organisations, parts of months, and parts of indexes. */
export function listLiveAddresses({ records, editions, faulty, days, tags, organizations }: Content): Set<string> {
  const papers = records.flatMap((list) => listItems(list).map(({ data }) => data));
  // An edition whose date cannot be read still stands for the day that it is called after.
  const named = faulty.editions.map(({ file, data }) => data.date ?? basename(file, ".mdx"));
  const dates = [...named, ...[...editions, ...listItems(days)].map(({ data }) => data.date)];
  return new Set<string>([
    ...FIXED_ADDRESSES,
    ...listDayAddresses(dates),
    ...[...listItemIds(tags)].map((id) => addresses.tag(id)),
    ...listPaperAddresses(papers, indexOrganizations(organizations.lines.map(({ data }) => data))),
  ]);
}

/** The pages of editions that days have. */
export function listDayAddresses(days: Iterable<string | undefined>): string[] {
  const known = [...new Set(days)].filter((day) => day !== undefined);
  const periods = known.flatMap((day) => [addresses.editionWeek(weekOf(day)), addresses.editionMonth(monthOf(day))]);
  return [...known.map((day) => addresses.edition(day)), ...new Set(periods)];
}

/** The pages that papers have, or are named on: their own, those of their days, their months, their organisations. */
export function listPaperAddresses(papers: readonly PageGiver[], names: OrganizationNames): string[] {
  const months = new Set(
    papers.flatMap(({ id, published }) => (id === undefined ? [] : [periodOf(dropUndefined({ id, published }))])),
  );
  const named = papers.map(({ organization: { id, name } = {} }) =>
    id === undefined || name === undefined ? undefined : (names.get(id) ?? { id, name }),
  );
  const joined = joinOrganizations(named, names);
  const organizations = new Set(named.map((organization) => organization?.id));
  return [
    ...papers.flatMap(({ id }) => (id === undefined ? [] : [addresses.paper(id)])),
    ...listDayAddresses(papers.flatMap(({ featured = [] }) => featured)),
    ...[...months].map((month) => addresses.archiveMonth(month)),
    ...[...organizations].flatMap((id) => (id === undefined ? [] : [addresses.organization(joined.get(id) ?? id)])),
  ];
}

/** By address of an author's page, how many papers name the author. @param aliases of people under several names */
export function countAuthorAddresses(
  papers: readonly Partly<Pick<PaperRecord, "authors">>[],
  aliases: PersonAliases = new Map(),
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { authors = [] } of papers) {
    const slugs = new Set(authors.filter((name) => name !== undefined).map(slugifyAuthor));
    const people = new Set([...slugs].map((slug) => aliases.get(slug) ?? slug));
    for (const address of [...people].map((slug) => addresses.author(slug)))
      counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return counts;
}
