/** Pages of what papers have in common: topics, authors, organisations, months, each with the months of its own. */
import type { Month } from "#lib/dates.ts";
import type { NamedLink } from "#lib/papers/entry.ts";
import { gatherByMonth } from "#lib/papers/group.ts";
import type { ListedPaper } from "#lib/papers/paper.ts";
import { makeShelf, type Shelf } from "#lib/papers/shelf.ts";
import { gatherTies } from "#lib/papers/ties.ts";
import { type Route, routes } from "#lib/routes.ts";
import { viewTopic } from "#lib/tags/view.ts";
import { site } from "#site";
import type { Catalogue } from "../library.ts";
import { planMonthPages } from "./month-pages.ts";
import type { MonthOwner } from "./page-kinds.ts";
import type { PlannedPage, PlanPage, ShowPaper } from "./planned-page.ts";

/** Topics, each with all its months. */
export function* planTopicPages({ topics, papers, latest }: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  for (const topic of topics) {
    const { id, label } = topic;
    yield planPage("tags/[id]/index", routes.tag(id), (show) => ({
      topic: viewTopic(topic, byId, latest, site.latestCount, show),
      paperCount: papers.length,
    }));
    const toMonth = (month: Month): Route => routes.tagMonth(id, month);
    const relation = `on ${label.toLowerCase()}`;
    const of: MonthOwner = { section: "Topics", label, href: routes.tag(id), current: "topics", relation };
    yield* planMonthPages(toMonth, of, gatherByMonth(topic.papers), planPage);
  }
}

/** Authors who have a page; those of very many papers have months too. */
export function* planAuthorPages({ authors }: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const findAuthor = makeAuthorFinder(authors);
  for (const { slug, names, papers } of authors.values()) {
    const toMonth = (month: Month): Route => routes.authorMonth(slug, month);
    yield planPage("authors/[slug]/index", routes.author(slug), (show) => {
      const ties = gatherTies(papers, (name) => {
        const other = findAuthor(name);
        return other?.href === routes.author(slug) ? undefined : other;
      });
      return { slug, names, shelf: shelve(papers, show, toMonth), ties };
    });
    if (!hasMonths(papers)) continue;
    const label = names[0] ?? slug;
    const of = { section: "Authors", label, href: routes.author(slug), relation: `by ${label}` };
    yield* planMonthPages(toMonth, of, gatherByMonth(papers), planPage);
  }
}

/** Organisations; those of very many papers have months too. */
export function* planOrganizationPages(
  { organizations, authors }: Catalogue,
  planPage: PlanPage,
): Generator<PlannedPage> {
  const findAuthor = makeAuthorFinder(authors);
  for (const { id, name, url, papers } of organizations) {
    const toMonth = (month: Month): Route => routes.organizationMonth(id, month);
    yield planPage("organizations/[id]/index", routes.organization(id), (show) => {
      const shelf = shelve(papers, show, toMonth);
      return { id, name, ...(url === undefined ? {} : { url }), shelf, ties: gatherTies(papers, findAuthor) };
    });
    if (!hasMonths(papers)) continue;
    const of = { section: "Organisations", label: name, href: routes.organization(id), relation: `from ${name}` };
    yield* planMonthPages(toMonth, of, gatherByMonth(papers), planPage);
  }
}

/** Months of publication of all papers; the page of those without a date is always there, so that its address can be relied on. */
export function* planArchivePages({ papers }: Catalogue, planPage: PlanPage): Generator<PlannedPage> {
  const of: MonthOwner = { section: "Archive", label: "Archive", href: routes.archive(), current: "archive" };
  const months = new Map([["undated", []], ...gatherByMonth(papers)]);
  yield* planMonthPages(routes.archiveMonth, of, months, planPage);
}

/** Gives the function that finds an author who has a page by a spelling of the name. */
function makeAuthorFinder(authors: Catalogue["authors"]): (name: string) => NamedLink | undefined {
  const links = new Map<string, NamedLink>();
  for (const { slug, names } of authors.values()) {
    const link = { label: names[0] ?? slug, href: routes.author(slug) };
    for (const name of names) links.set(name, link);
  }
  return (name) => links.get(name);
}

/** The latest papers of a facet; all of them where it has no months. */
function shelve<Entry>(
  papers: readonly ListedPaper[],
  show: ShowPaper<Entry>,
  toHref: (month: Month) => Route,
): Shelf<Entry> {
  return makeShelf(papers, show, site.latestCount, hasMonths(papers) ? toHref : undefined);
}

/** Whether an author or organisation has so many papers that its months have pages. */
function hasMonths(papers: readonly ListedPaper[]): boolean {
  return papers.length > site.monthsFrom;
}
