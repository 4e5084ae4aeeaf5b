/** Joins what content holds: papers with their topics, authors, organisations and editions. */
import { compareText } from "#lib/compare-text.ts";
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import type { DaySummary } from "#lib/content/day.ts";
import type { EditionData } from "#lib/content/edition.ts";
import type { Organization } from "#lib/content/organization.ts";
import type { Person } from "#lib/content/person.ts";
import type { Redirect } from "#lib/content/redirect.ts";
import type { Tag } from "#lib/content/tag.ts";
import type { Day, Month } from "#lib/dates.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
import { type Edition, listEditions } from "#lib/editions/edition.ts";
import { placePapers } from "#lib/editions/place.ts";
import { joinOrganizations } from "#lib/papers/alias.ts";
import { type Author, gatherAuthors, gatherPapers } from "#lib/papers/group.ts";
import { chooseOrganizationName } from "#lib/papers/organization-name.ts";
import {
  compareNewest,
  indexOrganizations,
  type ListedPaper,
  type OrganizationNames,
  type Paper,
} from "#lib/papers/paper.ts";
import { periodOf } from "#lib/papers/paper-date.ts";
import { partMonth, walkParts } from "#lib/papers/parts.ts";
import { rankTrending, type Trending } from "#lib/papers/trending.ts";
import type { EditionPlace } from "#lib/papers/view.ts";
import type { ProseMark } from "#lib/prose-marks.ts";
import { routes } from "#lib/routes.ts";
import type { TopicPapers } from "#lib/tags/view.ts";
import { site } from "#site";

/** What a content folder holds, as it is read. */
export interface Holdings {
  /** All papers, in any order. */
  papers: Paper[];
  /** Digests that were checked once, but not as they and their sources are now, as `describeUnstamped` names them. */
  unstamped: string[];
  /** The vocabulary in its own order. */
  vocabulary: Tag[];
  /** How organisations are called where records do not say it well. */
  overrides: Organization[];
  /** People whom papers name in several ways; absent where a curator states none. */
  people?: Person[];
  /** Editions that people wrote. */
  editions: EditionData[];
  /** By day of an edition, a fingerprint of its introduction. */
  introductions: ReadonlyMap<Day, string>;
  /** By day of an edition, formulas and links of its introduction; absent where none has any. */
  marks?: ReadonlyMap<Day, readonly ProseMark[]>;
  /** What is known of each day's listing. */
  days: DaySummary[];
  /** Where addresses lead that are gone. */
  redirects: Redirect[];
  /** Every permalink that was published. */
  published: string[];
}

/** An organisation with its papers, newest first. */
export interface OrganizationPapers extends Pick<Organization, "id" | "name" | "url"> {
  /** Its papers. */
  papers: ListedPaper[];
}

/** The library as pages of lists may see it: of a paper no more than is known without reading it. */
export interface Catalogue extends Pick<Holdings, "introductions" | "marks" | "overrides" | "people"> {
  /** All papers, newest first. */
  papers: readonly ListedPaper[];
  /** Papers by id. */
  byId: ReadonlyMap<string, ListedPaper>;
  /** Topics in the vocabulary's order, with their papers. */
  topics: TopicPapers[];
  /** Organisations, those with most papers first. */
  organizations: OrganizationPapers[];
  /** Authors who have a page, by slug. */
  authors: Map<string, Author>;
  /** Editions, newest first. */
  issues: readonly Edition[];
  /** By id of a paper, where it stands in the earliest edition that has it. */
  places: Map<string, EditionPlace>;
  /** The day the site counts from, never the clock's: the latest edition's, otherwise the newest paper's; absent where no date is known. */
  latest?: Day;
  /** Papers by score, highest first. */
  trending: Trending[];
  /** Organisations that are one with another, see `joinOrganizations`. */
  joined: ReadonlyMap<string, string>;
}

/** Everything the site shows, joined. */
export interface Library extends Holdings, Catalogue {
  /** All papers, newest first. */
  papers: Paper[];
  /** Papers by id. */
  byId: ReadonlyMap<string, Paper>;
  /** Editions, newest first. */
  issues: Edition<Paper>[];
}

/** Which papers have a page of their own; of the others their day, or their month, shows a row. */
export type PaperPages = "all" | "digests";

/**
 * Joins what was read.
 * @param pages `digests` gives a page only to papers that have a digest, or that a digest or an edition of a person names
 */
export function makeLibrary(holdings: Holdings, pages: PaperPages = "all"): Library {
  const papers = [...holdings.papers].sort(compareNewest);
  const joined = uniteOrganizations(papers, indexOrganizations(holdings.overrides));
  const issues = listEditions(holdings.editions, papers, holdings.days);
  if (pages === "digests") giveRows(papers, issues, listLinkedPapers(papers, holdings.marks));
  const newest = papers.find(({ order }) => order !== "");
  const latest = issues[0]?.date ?? newest?.order;
  const urls = new Map(holdings.overrides.map(({ id, url }) => [id, url]));
  const sound = papers.filter(({ facts }) => facts.withdrawn === undefined);
  return {
    ...holdings,
    papers,
    joined,
    byId: new Map(papers.map((paper) => [paper.facts.id, paper])),
    topics: listTopics(holdings.vocabulary, papers),
    organizations: listOrganizations(papers, urls),
    authors: gatherAuthors(papers, site.authorPageFrom, listPublishedAuthors(holdings.published), holdings.people),
    issues,
    places: placePapers(issues),
    ...(latest === undefined ? {} : { latest }),
    trending: rankTrending(
      sound.map(({ facts }) => facts),
      latest,
    ),
  };
}

/** Gives papers of organisations that are one the id that stands for all; what is made of such a paper changes with that. */
function uniteOrganizations(papers: readonly Paper[], names: OrganizationNames): Map<string, string> {
  const joined = joinOrganizations(
    papers.map(({ organization }) => organization),
    names,
  );
  for (const paper of papers) {
    const { organization } = paper;
    const id = organization && joined.get(organization.id);
    if (organization === undefined || id === undefined) continue;
    paper.organization = { ...organization, id };
    paper.version = fingerprintData([paper.version, id]);
  }
  return joined;
}

/** Ids of papers to which digests and introductions link. */
function listLinkedPapers(papers: readonly Paper[], marks: Holdings["marks"] = new Map()): Set<string> {
  const links = [...marks.values()].flat().flatMap(({ link }) => (link === undefined ? [] : link.id));
  return new Set([...papers.flatMap((paper) => paper.links ?? []), ...links]);
}

/** Gives a row in its earliest edition, else in its month, to every paper that gets no page. */
function giveRows(papers: readonly Paper[], issues: Edition<Paper>[], linked: ReadonlySet<string>): void {
  const places = placePapers(issues);
  const chosen = new Set(issues.filter(({ isCurated }) => isCurated).flatMap((edition) => edition.papers));
  const listed = new Set<Paper>();
  for (const paper of papers) {
    if (!paper.isTopicsAssigned || chosen.has(paper) || linked.has(paper.facts.id)) continue;
    const { id } = paper.facts;
    const date = places.get(id)?.date;
    if (date === undefined) listed.add(paper);
    else paper.row = routes.editionRow(date, id);
  }
  for (const [month, own] of Map.groupBy(papers, ({ facts }) => periodOf(facts))) {
    if (own.some((paper) => listed.has(paper))) giveMonthRows(month, own, listed);
  }
}

/** Gives papers of a month their row in the part that holds them, also where the whole month still fits a page: rows never move. */
function giveMonthRows(month: Month, papers: readonly Paper[], listed: ReadonlySet<Paper>): void {
  for (const { names, part } of walkParts(partMonth(month, papers))) {
    if (part.parts.length > 0) continue;
    for (const paper of part.papers) {
      if (listed.has(paper)) paper.row = routes.archiveRow(month, paper.facts.id, names);
    }
  }
}

/** The day a paper joined the archive: that of the first edition that has it, else of its publication, else "". */
export function joinedOn({ places }: Pick<Library, "places">, { facts, order }: ListedPaper): Day {
  return places.get(facts.id)?.date ?? order;
}

/** Slugs of authors whose page was published. */
function listPublishedAuthors(published: readonly string[]): Set<string> {
  return new Set(published.flatMap((address) => /^\/authors\/([^/]+)\/$/.exec(address)?.[1] ?? []));
}

function listTopics(vocabulary: Tag[], papers: ListedPaper[]): TopicPapers[] {
  const gathered = gatherPapers(papers, ({ topics }) => topics.map(({ id }) => id));
  return vocabulary.map((tag) => ({ ...tag, papers: gathered.get(tag.id) ?? [] }));
}

function listOrganizations(papers: ListedPaper[], urls: Map<string, string | undefined>): OrganizationPapers[] {
  const gathered = gatherPapers(papers, ({ organization }) => (organization === undefined ? [] : [organization.id]));
  return [...gathered]
    .map(([id, own]) => {
      const name = chooseOrganizationName(
        id,
        own.flatMap(({ organization }) => organization?.name ?? []),
      );
      return dropUndefined({ id, name, url: urls.get(id), papers: own });
    })
    .sort((a, b) => b.papers.length - a.papers.length || compareText(a.id, b.id));
}
