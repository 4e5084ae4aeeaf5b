/**
 * Every address of the site, made here and nowhere else, with the base path in front.
 * Addresses are permanent: change none of them.
 */
import { normalizeBasePath } from "./base-path.ts";
import type { Day, Month, Week } from "./dates.ts";
import { toSegment } from "./papers/id.ts";

/** Where the site lies on its host, with a slash at both ends; set by Astro at build time, `/` in tools and tests. */
const BASE = normalizeBasePath((import.meta as { env?: { BASE_URL?: string } }).env?.BASE_URL ?? "/");

/** An address inside the site: it begins with the base path. */
export type Route = string & { readonly __brand: "Route" };

/** All addresses. Functions take the ids that content uses, not segments. */
export const routes = {
  front: (): Route => route(""),
  editions: (): Route => route("editions/"),
  edition: (date: Day): Route => route(`editions/${date}/`),
  editionWeek: (week: Week): Route => route(`editions/${week}/`),
  editionMonth: (month: Month): Route => route(`editions/${month}/`),
  paper: (id: string): Route => route(`papers/${toSegment(id)}/`),
  tags: (): Route => route("tags/"),
  tag: (id: string): Route => route(`tags/${id}/`),
  tagMonth: (id: string, month: Month): Route => route(`tags/${id}/${month}/`),
  author: (slug: string): Route => route(`authors/${encodeURIComponent(slug)}/`),
  authorMonth: (slug: string, month: Month): Route => route(`authors/${encodeURIComponent(slug)}/${month}/`),
  organization: (id: string): Route => route(`organizations/${id}/`),
  organizationMonth: (id: string, month: Month): Route => route(`organizations/${id}/${month}/`),
  archive: (): Route => route("archive/"),
  archiveMonth: (month: Month): Route => route(`archive/${month}/`),
  archiveUndated: (): Route => route("archive/undated/"),
  trending: (): Route => route("trending/"),
  search: (): Route => route("search/"),
  subscribe: (): Route => route("subscribe/"),
  about: (): Route => route("about/"),
  /** The one feed there is. */
  feed: (): Route => route("feeds/papers.xml"),
  /** A file of public/, by its path there. */
  file: (path: string): Route => route(path),
  /** Folder with the search index. */
  searchIndex: (): Route => route("pagefind/"),
};

/** The whole address of a route, for feeds, metadata and citations. */
export function toAbsolute(path: Route, siteUrl: string | URL): string {
  return new URL(path, siteUrl).href;
}

function route(path: string): Route {
  return `${BASE}${path}` as Route;
}
