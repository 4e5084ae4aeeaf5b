/** Pages of which there is one each, the feed, and pages at addresses that are gone. */
import { foldAddress } from "#lib/address.ts";
import { countNoun } from "#lib/counts.ts";
import { dropUndefined } from "#lib/drop-undefined.ts";
import { viewFront, viewNewest } from "#lib/editions/front.ts";
import { listMoved } from "#lib/moved.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { findDate } from "#lib/papers/paper-date.ts";
import { countYears, listMonths } from "#lib/papers/shelf.ts";
import { listCounts } from "#lib/papers/trending.ts";
import type { LinkNames } from "#lib/prose-marks.ts";
import { addresses, routes } from "#lib/routes.ts";
import { countPapers } from "#lib/tags/series.ts";
import { listTopicGroups, listTopicRows } from "#lib/tags/view.ts";
import { site } from "#site";
import type { Catalogue, Library } from "../library.ts";
import { listFeedEntries } from "./feed-entries.ts";
import { makeLinkNamer } from "./link-names.ts";
import type { PageKinds, RankedPaper } from "./page-kinds.ts";
import type { PlannedPage, PlanPage, ShowPaper } from "./planned-page.ts";
import { makeSearchPage } from "./search-page.ts";

/** Pages that show of single papers more than lists do: their props are made at once, and are the key. */
export function* planFrontPages(library: Library, planPage: PlanPage): Generator<PlannedPage> {
  const front = makeFront(library);
  const introduction = front.introduction === undefined ? undefined : front.front?.head.date;
  yield planPage("index", routes.front(), () => front, introduction);
  const entries = listFeedEntries(library);
  yield planPage("feeds/papers.xml", routes.feed(), () => ({ entries }));
  yield planPage("search", routes.search(), () => makeSearchPage(library));
}

/** The other pages of which there is one each. */
export function* planFixedPages(library: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const { papers, topics, latest, issues } = library;
  const paperCount = papers.length;
  yield planPage("trending", routes.trending(), (show) => {
    return dropUndefined({ ranked: rankPapers(library, site.trendingCount, show), latest });
  });
  yield planPage("archive/index", routes.archive(), () => makeArchive(library));
  yield planPage("papers/index", routes.papers(), (show) => ({
    count: paperCount,
    newest: papers.slice(0, site.latestCount).map(show),
    years: countYears(papers, routes.archiveYear),
    ways: {
      topics: topics.filter((topic) => topic.papers.length > 0).length,
      authors: library.authors.size,
      organizations: library.organizations.length,
    },
  }));
  yield planPage("tags/index", routes.tags(), () => {
    const groups = listTopicGroups(topics);
    const widest = new Set(groups.map(({ href }) => href));
    const unused = topics
      .filter(({ id, papers: own }) => own.length === 0 && !widest.has(routes.tag(id)))
      .map(({ id, label }) => ({ label, href: routes.tag(id) }));
    return { groups, unused, count: topics.length };
  });
  yield planPage("about", routes.about(), () => ({
    paperCount,
    digestCount: papers.filter(({ isTopicsAssigned }) => !isTopicsAssigned).length,
    editionCount: issues.length,
  }));
  yield planPage("subscribe", routes.subscribe(), () => ({}));
  yield planPage("404", routes.file("404.html"), () => ({}));
  yield planPage("theme.js", routes.file("theme.js"), () => ({}));
}

/** Pages at addresses that are gone. */
export function* planMovedPages(
  { papers, overrides, people = [], redirects, published, ...library }: Library,
  planPage: PlanPage,
): Generator<PlannedPage> {
  const live = new Set<string>([
    ...library.organizations.map(({ id }) => foldAddress(addresses.organization(id))),
    ...[...library.authors.keys()].map((slug) => foldAddress(addresses.author(slug))),
  ]);
  const hasPage = (address: string): boolean => live.has(foldAddress(address));
  const { joined } = library;
  for (const moved of listMoved({ papers, organizations: overrides, people, joined, redirects, published, hasPage })) {
    yield planPage("[...moved]", routes.page(encodeURI(`/${moved.path}/`)), () => ({ moved }));
  }
}

function makeFront(library: Library): PageKinds["index"] {
  const { issues, papers, topics, latest, introductions } = library;
  const [edition] = issues;
  const introduction = edition === undefined ? undefined : introductions.get(edition.date);
  const topicRows = listTopicRows(topics, latest);
  const nameLinks = makeLinkNamer(library);
  const nameOwn = ({ links = [] }: Paper): LinkNames => nameLinks(links);
  return dropUndefined({
    front: edition && viewFront(edition, nameOwn),
    introduction,
    newest: edition === undefined ? viewNewest(papers, nameOwn) : undefined,
    topics: topicRows.slice(0, 2 * site.frontCount),
    topicCount: topicRows.length,
    ranked: rankPapers(library, site.frontCount, (paper) => paper).map(({ entry: { facts, row }, ...why }) => {
      return { title: facts.title, href: row ?? routes.paper(facts.id), ...why };
    }),
  });
}

/** The first papers by score. */
function rankPapers<Entry>({ trending, byId }: Catalogue, count: number, show: ShowPaper<Entry>): RankedPaper<Entry>[] {
  return trending.slice(0, count).flatMap(({ id, score, age }) => {
    const paper = byId.get(id);
    if (paper === undefined) return [];
    const reason = `score ${score.toPrecision(3)}, ${countNoun(age, "day")} old`;
    return [{ entry: show(paper), counts: listCounts(paper.facts), reason }];
  });
}

function makeArchive({ papers, latest }: Catalogue): PageKinds["archive/index"] {
  return {
    months: listMonths(papers, routes.archiveMonth),
    series: countPapers(
      papers.map(({ facts }) => findDate(facts)),
      latest,
    ),
    paperCount: papers.length,
  };
}
