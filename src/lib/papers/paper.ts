/** A paper: its record, its digest when it has one, and what follows from the two. */
import { compareText } from "../compare-text.ts";
import type { Digest } from "../content/digest.ts";
import type { Organization } from "../content/organization.ts";
import type { PaperRecord } from "../content/record.ts";
import type { Tag } from "../content/tag.ts";
import { firstDayOf } from "../dates.ts";
import { formatLink, listSiteLinks } from "../prose-marks.ts";
import type { Route } from "../routes.ts";
import { type EntryView, viewEntry } from "./entry.ts";
import { showOrganizationName } from "./organization-name.ts";
import { findDate } from "./paper-date.ts";

/** A topic as papers need it. */
export type TagLabel = Pick<Tag, "id" | "label" | "aliases">;

/** What papers are gathered, ordered and counted by. It is known of every paper without reading the rest of its record. */
export type PaperFacts = Pick<
  PaperRecord,
  "id" | "title" | "authors" | "published" | "featured" | "withdrawn" | "upvotes" | "comments" | "stars" | "previousIds"
>;

/** A paper as lists are made of it: what is known of it without reading record and digest. */
export interface ListedPaper {
  /** What it is gathered, ordered and counted by: the same as in its record. */
  facts: PaperFacts;
  /** Topics: the digest's, otherwise those found by rule. */
  topics: TagLabel[];
  /** Whether the topics were found by rule. */
  isTopicsAssigned: boolean;
  /** Organisation under the id and name that readers see. */
  organization?: OrganizationName;
  /** Day by which it is ordered: publication, or the first day of its month or year where no more is known, else empty: last. */
  order: string;
  /** Changes when its record or its digest does, or what is joined to them; "" where nobody asks. */
  version: string;
  /** Ids of papers, and of topics as `tag:…`, to which its digest links; absent where there are none. */
  links?: readonly string[];
  /** Where its row stands, when it has no page of its own; see `giveRows` in src/data. */
  row?: Route;
}

/** One work with all that is known of it. */
export interface Paper extends ListedPaper {
  /** All its facts; for pages of single papers, since it may have to be read from its file. */
  record: PaperRecord;
  /** Our prose, when someone has written it. */
  digest?: Digest | undefined;
  /** What lists show of it; it follows from all the rest, and changes only with version and row. */
  entry: EntryView;
}

/**
 * The day a paper is ordered by. One of which only the month or the year is known stands where that begins, as everywhere
 * in Offprint: so it never counts as newer than it is. Papers without any date come last ("").
 */
export function orderOf(record: Pick<PaperRecord, "id" | "published">): string {
  const date = findDate(record);
  return date === undefined ? "" : firstDayOf(date);
}

/** Newest first; papers of one day by id, descending, so that the order never depends on the files. */
export function compareNewest(a: ListedPaper, b: ListedPaper): number {
  return compareText(b.order, a.order) || compareText(b.facts.id, a.facts.id);
}

/** An organisation under the id and name that readers see. */
export type OrganizationName = Pick<Organization, "id" | "name">;

/** What an organisation is called, by any id that means it. */
export type OrganizationNames = Map<string, OrganizationName>;

/** Overrides by their own id and by every alias. */
export function indexOrganizations(overrides: Organization[]): OrganizationNames {
  return new Map(
    overrides.flatMap((override) =>
      [override.id, ...override.aliases].map((id) => [id, { id: override.id, name: override.name }] as const),
    ),
  );
}

/** Joins what is known of a paper. */
export function joinPaper(
  record: PaperRecord,
  digest: Digest | undefined,
  topics: TagLabel[],
  organizations: OrganizationNames,
  version = "",
): Paper {
  const named = record.organization === undefined ? undefined : organizations.get(record.organization.id);
  const stated = record.organization;
  const organization = named ?? (stated && { id: stated.id, name: showOrganizationName(stated.name) });
  const links = listSiteLinks(digest?.body ?? "").map(formatLink);
  const parts = {
    facts: record,
    record,
    topics,
    isTopicsAssigned: digest === undefined,
    order: orderOf(record),
    version,
    ...(digest === undefined ? {} : { digest }),
    ...(links.length === 0 ? {} : { links: [...new Set(links)] }),
    ...(organization === undefined ? {} : { organization }),
  };
  return { ...parts, entry: viewEntry(parts) };
}
