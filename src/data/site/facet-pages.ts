/** Pages of what papers have in common: topics, authors, organisations, months, each with the months of its own. */
import { formatMonth, type Month } from "#lib/dates.ts";
import { escapeName } from "#lib/folder-name.ts";
import type { EntryView } from "#lib/papers/entry.ts";
import { gatherByMonth } from "#lib/papers/group.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { makeShelf, type Shelf } from "#lib/papers/shelf.ts";
import { routes } from "#lib/routes.ts";
import { type TopicView, viewTopic } from "#lib/tags/view.ts";
import { site } from "#site";
import type { Library } from "../library.ts";
import { namePageFile, type PageParams, type PlannedPage, planPage, type ShowPapers } from "./planned-page.ts";

/** The papers of one month of something. */
export interface MonthProps {
  /** What the month is a part of. */
  of: {
    /** Its id or slug. */
    id: string;
    /** What readers see. */
    label: string;
  };
  /** `YYYY-MM`, or `undated`. */
  month: Month;
  /** The month in words. */
  title: string;
  /** Its papers, newest first. */
  entries: EntryView[];
}

/** What the page of a topic gets. */
export interface TopicProps {
  /** The topic with its shelf. */
  topic: TopicView;
  /** Papers of the whole site. */
  paperCount: number;
}

/** What the page of an author gets. */
export interface AuthorProps {
  /** Address segment. */
  slug: string;
  /** Every spelling of the name, the most frequent first. */
  names: string[];
  /** Their papers. */
  shelf: Shelf;
}

/** What the page of an organisation gets. */
export interface OrganizationProps {
  /** Address segment. */
  id: string;
  /** Name that readers see. */
  name: string;
  /** Its own page. */
  url?: string;
  /** Its papers. */
  shelf: Shelf;
}

/** Topics, each with all its months. */
export function* planTopicPages({ topics, papers, latest }: Library): Generator<PlannedPage> {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  for (const topic of topics) {
    const { id, label } = topic;
    yield planPage(
      { route: "tags/[id]/index", params: { id }, file: namePageFile(`tags/${id}`) },
      (show): TopicProps => {
        const shown = { ...topic, papers: show(topic.papers) };
        return { topic: viewTopic(shown, byId, latest, site.latestCount), paperCount: papers.length };
      },
    );
    yield* planMonths("tags/[id]/[month]", "id", `tags/${id}`, { id, label }, topic.papers);
  }
}

/** Authors who have a page; those of very many papers have months too. */
export function* planAuthorPages({ authors }: Library): Generator<PlannedPage> {
  for (const { slug, names, papers } of authors.values()) {
    const file = namePageFile(`authors/${slug}`);
    yield planPage({ route: "authors/[slug]/index", params: { slug }, file }, (show): AuthorProps => {
      return { slug, names, shelf: shelve(papers, show, (month) => routes.authorMonth(slug, month)) };
    });
    if (!hasMonths(papers)) continue;
    const of = { id: slug, label: names[0] ?? slug };
    yield* planMonths("authors/[slug]/[month]", "slug", `authors/${slug}`, of, papers);
  }
}

/** Organisations; those of very many papers have months too. */
export function* planOrganizationPages({ organizations }: Library): Generator<PlannedPage> {
  for (const { id, name, url, papers } of organizations) {
    const segment = escapeName(id);
    const page = { route: "organizations/[id]/index", params: { id: segment } };
    const file = namePageFile(`organizations/${segment}`);
    yield planPage({ ...page, file }, (show): OrganizationProps => {
      const shelf = shelve(papers, show, (month) => routes.organizationMonth(id, month));
      return { id, name, ...(url === undefined ? {} : { url }), shelf };
    });
    if (!hasMonths(papers)) continue;
    const of = { id: segment, label: name };
    yield* planMonths("organizations/[id]/[month]", "id", `organizations/${segment}`, of, papers);
  }
}

/** Months of publication of all papers. */
export function* planArchivePages({ papers }: Library): Generator<PlannedPage> {
  const of = { id: "archive", label: "Archive" };
  yield* planMonths("archive/[month]", undefined, "archive", of, papers);
  // The page of papers without a date is always there, so that its address can be relied on.
  if (papers.every(({ facts }) => facts.published !== undefined)) {
    yield planMonth("archive/[month]", {}, "archive", of, "undated", []);
  }
}

/** The latest papers of a facet; all of them where it has no months. */
function shelve(papers: Paper[], show: ShowPapers, toHref: (month: Month) => string): Shelf {
  return makeShelf(show(papers), site.latestCount, hasMonths(papers) ? toHref : undefined);
}

/** Whether an author or organisation has so many papers that its months have pages. */
function hasMonths(papers: Paper[]): boolean {
  return papers.length > site.monthsFrom;
}

/** @param idName name of the parameter that holds the facet's id; undefined when the route has none. */
function* planMonths(
  route: string,
  idName: string | undefined,
  folder: string,
  of: MonthProps["of"],
  papers: Paper[],
): Generator<PlannedPage> {
  const params: PageParams = idName === undefined ? {} : { [idName]: of.id };
  for (const [month, own] of gatherByMonth(papers)) yield planMonth(route, params, folder, of, month, own);
}

function planMonth(
  route: string,
  params: PageParams,
  folder: string,
  of: MonthProps["of"],
  month: Month,
  papers: Paper[],
): PlannedPage {
  const page = { route, params: { ...params, month }, file: namePageFile(`${folder}/${month}`) };
  return planPage(page, (show): MonthProps => {
    const title = month === "undated" ? "Date unknown" : formatMonth(month);
    return { of, month, title, entries: show(papers).map(({ entry }) => entry) };
  });
}
