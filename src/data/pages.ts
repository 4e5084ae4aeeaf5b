/**
 * The gateway: what every template gets. A build has planned the pages and written what they get; the dev server plans
 * them anew when content has changed. Pages ask here in `getStaticPaths` or once at their top, and pass plain views down.
 */
import { resolve } from "node:path";
import { stampContent } from "./content/content-stamps.ts";
import { readHoldings } from "./content/content-store.ts";
import { makeLibrary } from "./library.ts";
import { makeRelatedLists } from "./related-lists.ts";
import type { EditionProps, EditionsProps } from "./site/edition-pages.ts";
import type { AuthorProps, MonthProps, OrganizationProps, TopicProps } from "./site/facet-pages.ts";
import type {
  AboutProps,
  ArchiveProps,
  FeedProps,
  FrontProps,
  MovedProps,
  SearchProps,
  TopicsProps,
  TrendingProps,
} from "./site/fixed-pages.ts";
import { readPageProps } from "./site/page-props.ts";
import type { PaperProps } from "./site/paper-pages.ts";
import type { PageParams, PlannedPage } from "./site/planned-page.ts";
import { planSite } from "./site/site-plan.ts";

/** What the template of each route gets; routes are named after their files below src/pages. */
export interface RouteProps {
  /** The front page. */
  index: FrontProps;
  /** About the site. */
  about: AboutProps;
  /** Search. */
  search: SearchProps;
  /** Papers by score. */
  trending: TrendingProps;
  /** The archive. */
  "archive/index": ArchiveProps;
  /** A month of it. */
  "archive/[month]": MonthProps;
  /** All editions. */
  "editions/index": EditionsProps;
  /** An edition, or a week or month of them. */
  "editions/[period]": EditionProps;
  /** All topics. */
  "tags/index": TopicsProps;
  /** A topic. */
  "tags/[id]/index": TopicProps;
  /** A month of it. */
  "tags/[id]/[month]": MonthProps;
  /** An author. */
  "authors/[slug]/index": AuthorProps;
  /** A month of theirs. */
  "authors/[slug]/[month]": MonthProps;
  /** An organisation. */
  "organizations/[id]/index": OrganizationProps;
  /** A month of its. */
  "organizations/[id]/[month]": MonthProps;
  /** A paper. */
  "papers/[id]": PaperProps;
  /** The feed. */
  "feeds/papers.xml": FeedProps;
  /** An address that is gone. */
  "[...moved]": MovedProps;
}

/** A page as `getStaticPaths` returns it. */
export interface StaticPage<Props> {
  /** Parameters of its address. */
  params: Record<string, string>;
  /** What its template gets; spelled out field by field, since Astro wants no interface here. */
  props: { [Field in keyof Props]: Props[Field] };
}

/** The pages of a route that are to be rendered. */
export async function listPages<Route extends keyof RouteProps>(
  route: Route,
): Promise<StaticPage<RouteProps[Route]>[]> {
  const pages = await readPages(route);
  return pages.map(({ params, props }) => ({ params: { ...params }, props: props as RouteProps[Route] }));
}

/** What the only page of a route gets. Throws an Error when it is not to be rendered. */
export async function findPage<Route extends keyof RouteProps>(route: Route): Promise<RouteProps[Route]> {
  const [page] = await readPages(route);
  if (page === undefined) throw new Error(`The page ${route} is not planned.`);
  return page.props as RouteProps[Route];
}

async function readPages(route: string): Promise<{ params: PageParams; props: object }[]> {
  const folder = process.env["PLAN_DIR"];
  if (folder) return readPageProps(folder, route);
  const pages = planInDev().get(route) ?? [];
  return pages.map(({ params, makeProps }) => ({ params, props: makeProps() }));
}

/** Content folder of the dev server: CONTENT_DIR, or `content` in the project. */
const CONTENT_FOLDER = resolve(process.env["CONTENT_DIR"] || "content");

let planned: { stamps: string; pages: Map<string, PlannedPage[]> } | undefined;

/** All pages by route, planned again when any file of the content has changed. */
function planInDev(): Map<string, PlannedPage[]> {
  const stamps = Object.values(stampContent(CONTENT_FOLDER)).join();
  if (planned?.stamps !== stamps) {
    const paperPages = process.env["PAPER_PAGES"] === "digests" ? "digests" : "all";
    const library = makeLibrary(readHoldings(CONTENT_FOLDER), paperPages);
    const pages = Map.groupBy(planSite(library, makeRelatedLists(library)), ({ route }) => route);
    planned = { stamps, pages };
  }
  return planned.pages;
}
