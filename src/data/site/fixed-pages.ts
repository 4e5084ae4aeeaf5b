/** Pages of which there is one each, the feed, and pages at addresses that are gone. */

import { foldAddress } from "#lib/address.ts";
import { compareText } from "#lib/compare-text.ts";
import type { Day } from "#lib/dates.ts";
import { type FrontView, viewFront } from "#lib/editions/view.ts";
import type { FeedEntry } from "#lib/feeds/atom.ts";
import { toPlainText } from "#lib/latex/render.ts";
import { renderMarkdown } from "#lib/markdown.ts";
import { listMoved, type Moved } from "#lib/moved.ts";
import type { NamedLink } from "#lib/papers/entry.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { listMonths, type MonthLink } from "#lib/papers/shelf.ts";
import { addresses, routes } from "#lib/routes.ts";
import { NAMED_ORGANIZATIONS, type SearchLabels } from "#lib/search/labels.ts";
import { countQuarters, type QuarterSeries } from "#lib/tags/quarters.ts";
import { listTopicRows, type TopicRow } from "#lib/tags/view.ts";
import { site } from "#site";
import type { Library } from "../library.ts";
import { namePageFile, type PlannedPage, planPage, planWholePage } from "./planned-page.ts";
import { type RankedPaper, rankPapers } from "./ranked-paper.ts";

/** What the front page gets. */
export interface FrontProps {
  /** The latest edition; absent on a site without any. */
  front?: FrontView;
  /** Fingerprint of its introduction; absent when nobody wrote one. */
  introduction?: string;
  /** The first topics with papers, those of most first. */
  topics: TopicRow[];
  /** How many topics have papers. */
  topicCount: number;
  /** The first papers by score: titles, where they lead, what the score is made of. */
  ranked: { title: string; href: string; reason: string }[];
  /** The day the site counts from. */
  latest: Day;
}

/** What the page of trending papers gets. */
export interface TrendingProps {
  /** The first papers by score. */
  ranked: RankedPaper[];
  /** The day the site counts from. */
  latest: Day;
}

/** What the archive's page gets. */
export interface ArchiveProps {
  /** All months, newest first, the undated last. */
  months: MonthLink[];
  /** Papers a quarter. */
  series: QuarterSeries;
  /** Papers of the whole site. */
  paperCount: number;
}

/** What the list of topics gets. */
export interface TopicsProps {
  /** Topics with papers, those of most first. */
  rows: TopicRow[];
  /** The others. */
  unused: NamedLink[];
  /** Topics in all. */
  count: number;
  /** Papers of the whole site. */
  paperCount: number;
}

/** What the page about the site gets. */
export interface AboutProps {
  /** Papers of the whole site. */
  paperCount: number;
  /** Papers with a digest. */
  digestCount: number;
  /** Editions. */
  editionCount: number;
}

/** What the search page gets. */
export interface SearchProps {
  /** Names for what papers are filtered by. */
  labels: SearchLabels;
}

/** What the feed gets; addresses are those of routes, without a host. */
export interface FeedProps {
  /** The newest papers. */
  entries: FeedEntry[];
}

/** What a page at an address that is gone gets. */
export interface MovedProps {
  /** Where it leads, and why. */
  moved: Moved;
}

/** Pages of which there is one each. */
export function* planFixedPages(library: Library): Generator<PlannedPage> {
  const { papers, topics, latest, issues, organizations } = library;
  const paperCount = papers.length;
  const front = makeFront(library);
  const introduction = front.introduction === undefined ? undefined : front.front?.head.date;
  yield planWholePage({ route: "index", params: {}, file: namePageFile(""), introduction }, front);
  yield planPage({ route: "trending", params: {}, file: namePageFile("trending") }, (show): TrendingProps => {
    return { ranked: rankPapers(library, site.trendingCount, show), latest };
  });
  yield planWholePage({ route: "archive/index", params: {}, file: namePageFile("archive") }, makeArchive(library));
  const rows = listTopicRows(topics, latest);
  const unused = topics.filter(({ count }) => count === 0).map(({ id, label }) => ({ label, href: routes.tag(id) }));
  const topicList: TopicsProps = { rows, unused, count: topics.length, paperCount };
  yield planWholePage({ route: "tags/index", params: {}, file: namePageFile("tags") }, topicList);
  const about: AboutProps = {
    paperCount,
    digestCount: papers.filter(({ isTopicsAssigned }) => !isTopicsAssigned).length,
    editionCount: issues.length,
  };
  yield planWholePage({ route: "about", params: {}, file: namePageFile("about") }, about);
  const search: SearchProps = {
    labels: {
      papers: papers.filter(({ row }) => row === undefined).length,
      topics: topics.map(({ id, label, aliases }) => ({ id, label, aliases, href: routes.tag(id) })),
      topicsHref: routes.tags(),
      organizations: organizations.slice(0, NAMED_ORGANIZATIONS).map(({ id, name }) => ({ id, label: name })),
    },
  };
  yield planWholePage({ route: "search", params: {}, file: namePageFile("search") }, search);
  yield planWholePage({ route: "subscribe", params: {}, file: namePageFile("subscribe") }, {});
  yield planWholePage({ route: "404", params: {}, file: "404.html" }, {});
  yield planWholePage({ route: "theme.js", params: {}, file: "theme.js" }, {});
  const feed: FeedProps = { entries: listFeedEntries(library) };
  yield planWholePage({ route: "feeds/papers.xml", params: {}, file: "feeds/papers.xml" }, feed);
}

/** Pages at addresses that are gone. */
export function* planMovedPages({ papers, overrides, redirects, published, ...library }: Library) {
  const live = new Set<string>([
    ...library.organizations.map(({ id }) => foldAddress(addresses.organization(id))),
    ...[...library.authors.keys()].map((slug) => foldAddress(addresses.author(slug))),
  ]);
  const hasPage = (address: string): boolean => live.has(foldAddress(address));
  for (const moved of listMoved({ papers, organizations: overrides, redirects, published, hasPage })) {
    const props: MovedProps = { moved };
    yield planWholePage({ route: "[...moved]", params: { moved: moved.path }, file: namePageFile(moved.path) }, props);
  }
}

function makeFront(library: Library): FrontProps {
  const { issues, topics, latest, introductions } = library;
  const [edition] = issues;
  const introduction = edition === undefined ? undefined : introductions.get(edition.date);
  const topicRows = listTopicRows(topics, latest);
  return {
    ...(edition === undefined ? {} : { front: viewFront(edition) }),
    ...(introduction === undefined ? {} : { introduction }),
    topics: topicRows.slice(0, 2 * site.frontCount),
    topicCount: topicRows.length,
    ranked: rankPapers(library, site.frontCount).map(({ entry, reason }) => {
      return { title: entry.title, href: entry.href, reason };
    }),
    latest,
  };
}

function makeArchive({ papers, latest }: Library): ArchiveProps {
  return {
    months: listMonths(papers, (month) => (month === "undated" ? routes.archiveUndated() : routes.archiveMonth(month))),
    series: countQuarters(
      papers.map(({ facts }) => facts.published),
      latest,
    ),
    paperCount: papers.length,
  };
}

/** Entries of the feed: papers by the day they were last featured, newest first; then in the order of their edition. */
function listFeedEntries({ papers, issues }: Library): FeedEntry[] {
  const place = new Map<Paper, number>();
  for (const { papers: own } of issues) {
    for (const [index, paper] of own.entries()) if (!place.has(paper)) place.set(paper, index);
  }
  return [...papers]
    .sort((a, b) => compareText(dayOf(b), dayOf(a)) || (place.get(a) ?? 0) - (place.get(b) ?? 0))
    .slice(0, site.feedCount)
    .map(toFeedEntry);
}

/** The day a paper came to readers: last featured, else published, else the first of its id's month. */
function dayOf({ facts, order }: Paper): Day {
  return facts.featured.at(-1) ?? order;
}

function toFeedEntry(paper: Paper): FeedEntry {
  const { facts, digest, entry, topics } = paper;
  const summary = entry.tldr ?? (entry.opening && toPlainText(entry.opening));
  return {
    address: entry.href,
    title: toPlainText(facts.title),
    ...(summary === undefined ? {} : { summary }),
    html: digest === undefined || entry.isWithdrawn ? "" : renderMarkdown(digest.body),
    authors: facts.authors,
    topics,
    ...(facts.published === undefined ? {} : { published: facts.published }),
    updated: dayOf(paper) || "1970-01-01",
  };
}
