/**
 * Every address of the site, made here and nowhere else, with the base path in front.
 * Addresses are permanent: change none of them.
 */
import { normalizeBasePath } from "./base-path.ts";
import type { Day, Month, Week } from "./dates.ts";
import { escapeName, nameIndex } from "./folder-name.ts";
import { toSegment } from "./papers/id.ts";

/** Where the site lies on its host: as Astro says, in a build's other processes as they are told, else `/`. */
const BASE =
  (import.meta as { env?: { BASE_URL?: string } }).env?.BASE_URL ?? globalThis.process?.env["BASE_PATH"] ?? "/";

/** An address inside the site: it begins with the base path. */
export type Route = string & { readonly __brand: "Route" };

/**
 * All addresses below a base path, however that is written. The functions take the ids that content uses, not segments.
 * @param write how letters of any script are written: for links as the URL standard wants them
 */
export function createRoutes(base: string, write: (slug: string) => string = encodeURIComponent) {
  const root = normalizeBasePath(base);
  const route = (path: string): Route => `${root}${path}` as Route;
  return {
    /** The latest edition, trending papers and topics. */
    front: () => route(""),
    /** All editions. */
    editions: () => route("editions/"),
    /** The edition of a day. */
    edition: (date: Day) => route(`editions/${date}/`),
    /** A paper's row in the edition of a day, for papers that have no page of their own. */
    editionRow: (date: Day, id: string) => route(`editions/${date}/#${toSegment(id)}`),
    /** A paper's row in the archive's page of a month, or of `undated`, or in a part of it, for papers that have no page of their own. */
    archiveRow: (month: Month, id: string, parts: readonly string[] = []) =>
      route(`archive/${[month, ...parts.map(escapeName)].join("/")}/#${toSegment(id)}`),
    /** The editions of a week. */
    editionWeek: (week: Week) => route(`editions/${week}/`),
    /** The editions of a month. */
    editionMonth: (month: Month) => route(`editions/${month}/`),
    /** A part of a month's page, by the names that lead to it: of a day, of titles with a letter. */
    monthPart: (month: Route, parts: readonly string[]) =>
      `${month}${parts.map((name) => `${escapeName(name)}/`).join("")}` as Route,
    /** Where to begin to look for a paper. */
    papers: () => route("papers/"),
    /** One paper. */
    paper: (id: string) => route(`papers/${toSegment(id)}/`),
    /** The vocabulary. */
    tags: () => route("tags/"),
    /** One topic. */
    tag: (id: string) => route(`tags/${id}/`),
    /** A topic's papers of one month, or of `undated`. */
    tagMonth: (id: string, month: Month) => route(`tags/${id}/${month}/`),
    /** All authors who have a page. */
    authors: () => route("authors/"),
    /** Authors whose names begin so. */
    authorsBy: (beginning: string) => route(`authors/${nameIndex(write(beginning))}/`),
    /** One author, by slug. */
    author: (slug: string) => route(`authors/${write(slug)}/`),
    /** An author's papers of one month, or of `undated`. */
    authorMonth: (slug: string, month: Month) => route(`authors/${write(slug)}/${month}/`),
    /** All organisations. */
    organizations: () => route("organizations/"),
    /** Organisations whose names begin so. */
    organizationsBy: (beginning: string) => route(`organizations/${nameIndex(write(beginning))}/`),
    /** One organisation. */
    organization: (id: string) => route(`organizations/${escapeName(id)}/`),
    /** An organisation's papers of one month, or of `undated`. */
    organizationMonth: (id: string, month: Month) => route(`organizations/${escapeName(id)}/${month}/`),
    /** All months of publication. */
    archive: () => route("archive/"),
    /** The months of a year, on the page of all. */
    archiveYear: (year: string) => route(`archive/#year-${year}`),
    /** The papers published in one month. */
    archiveMonth: (month: Month) => route(`archive/${month}/`),
    /** The papers without a date. */
    archiveUndated: () => route("archive/undated/"),
    /** Papers by score. */
    trending: () => route("trending/"),
    /** Search; its question stands behind `?`. */
    search: () => route("search/"),
    /** Ways to be told of new papers. */
    subscribe: () => route("subscribe/"),
    /** Who writes, and how digests are made, checked and corrected. */
    about: () => route("about/"),
    /** The one feed there is. */
    feed: () => route("feeds/papers.xml"),
    /** Papers that came later than those of a group, for their pages to ask for. */
    later: (group: string) => route(`later/${group}.json`),
    /** A file at the root of the site, such as those of public/, by its path there. */
    file: (path: string) => route(path),
    /** A page by its address as content writes it: from the root, such as `/tags/planning/`. */
    page: (address: string) => route(address.slice(1)),
    /** Folder with the search index. */
    searchIndex: () => route("pagefind/"),
  };
}

/** All addresses of this site. */
export const routes = createRoutes(BASE);

/** All addresses as content and folders have them: without a base path, and as they read. */
export const addresses = createRoutes("/", (slug) => slug);

/** The whole address of a route, for feeds, metadata and citations. */
export function toAbsolute(path: Route, siteUrl: string | URL): string {
  return new URL(path, siteUrl).href;
}
