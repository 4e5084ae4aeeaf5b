/**
 * A page of every template, on the project's own content and on the invented cases of e2e/content, and a `test` for
 * each site that is not a Playwright project of its own.
 */
import type { PageKinds } from "#data/site/page-kinds.ts";
import { test as base } from "./fixtures.ts";
import { DAYS, findSite } from "./sites.ts";

/** A page that the specs look at. */
export interface PageSample {
  /** What it shows, in words for a test's title. */
  name: string;
  /** Address relative to the front page. */
  address: string;
}

/** Address that no page has; it is answered with the page for that, and status 404. */
const NO_PAGE = "no-such-page/";

/** One page of every template, on the project's own content. */
export const PAGES: readonly PageSample[] = [
  { name: "the front page", address: "" },
  { name: "an edition", address: "editions/2026-03-09/" },
  { name: "all editions", address: "editions/" },
  { name: "a week", address: "editions/2026-W11/" },
  { name: "a month of editions", address: "editions/2026-03/" },
  { name: "all papers", address: "papers/" },
  { name: "all authors", address: "authors/" },
  { name: "all organisations", address: "organizations/" },
  { name: "a paper", address: "papers/2510.18821/" },
  { name: "a paper with a table of figures", address: "papers/2504.19162/" },
  { name: "a topic", address: "tags/self-play/" },
  { name: "all topics", address: "tags/" },
  { name: "a month of a topic", address: "tags/self-play/2025-10/" },
  { name: "an author", address: "authors/quanquan-gu/" },
  { name: "an organisation", address: "organizations/quark-llm/" },
  { name: "the archive", address: "archive/" },
  { name: "a month of the archive", address: "archive/2025-10/" },
  { name: "papers without a date", address: "archive/undated/" },
  { name: "trending papers", address: "trending/" },
  { name: "search", address: "search/" },
  { name: "ways to follow", address: "subscribe/" },
  { name: "about the site", address: "about/" },
  { name: "an address without a page", address: NO_PAGE },
];

/** The states of each template that real content seldom has. */
export const CASE_PAGES: readonly PageSample[] = [
  { name: "a front page with gaps", address: "" },
  { name: "an edition with gaps", address: "editions/2026-04-08/" },
  { name: "an edition without an introduction", address: "editions/2026-04-06/" },
  { name: "a partial day", address: "editions/2026-04-01/" },
  { name: "an empty day", address: "editions/2026-04-02/" },
  { name: "a day with one paper", address: "editions/2026-04-03/" },
  { name: "editions of all kinds", address: "editions/" },
  { name: "a week with an empty day", address: "editions/2026-W14/" },
  { name: "a month with days of all kinds", address: "editions/2026-04/" },
  { name: "a paper by 664 authors", address: "papers/2604.90001/" },
  { name: "a paper with a title of 300 characters", address: "papers/2604.90002/" },
  { name: "a paper with an Arabic title", address: "papers/2604.90003/" },
  { name: "a paper with markup in its title", address: "papers/2604.90004/" },
  { name: "a paper without authors", address: "papers/2604.90006/" },
  { name: "a paper whose authors are only counted", address: "papers/2604.90007/" },
  { name: "a withdrawn paper", address: "papers/2604.90008/" },
  { name: "a paper that changed", address: "papers/2604.90009/" },
  { name: "a paper with an abstract and no digest", address: "papers/2604.90010/" },
  { name: "a paper with mathematics", address: "papers/2602.90018/" },
  { name: "a list with mathematics", address: "archive/2026-02/" },
  { name: "a paper that was taken out", address: "papers/2604.90099/" },
  { name: "a paper with equal names", address: "papers/2604.90011/" },
  { name: "a paper with an endless word", address: "papers/2604.90012/" },
  { name: "a paper with an old arXiv id", address: "papers/hep-th_9901001/" },
  { name: "a paper with a DOI and no date", address: "papers/doi--10.5555_edge~282026~291/" },
  { name: "a paper of an anthology", address: "papers/acl--2026.edge-long.7/" },
  { name: "a paper under review", address: "papers/openreview--abc_def-1/" },
  { name: "a topic without papers", address: "tags/tidiness/" },
  { name: "a topic with papers of all kinds", address: "tags/measurement/" },
  { name: "topics, one of them without papers", address: "tags/" },
  { name: "an author with two spellings", address: "authors/zoe-dvorak/" },
  { name: "an organisation of several names", address: "organizations/quarry-lab/" },
  { name: "an organisation with an endless name", address: "organizations/long/" },
  { name: "a paper of a year", address: "papers/doi--10.5555_edge.year.17/" },
  { name: "a chapter of a book with an id of ours", address: "papers/own--certain-2016-a-chapter-without-an-id/" },
  { name: "a paper of a month in proceedings", address: "papers/acl--i17-9999/" },
  { name: "papers of an unknown date", address: "archive/undated/" },
  { name: "papers of a year without a month", address: "archive/2017/" },
  { name: "trending papers of all kinds", address: "trending/" },
];

/** Pages that only an archive of imported days has, or that look otherwise there. */
export const DAY_PAGES: readonly PageSample[] = [
  { name: "a front page of an imported day", address: "" },
  { name: "an imported day", address: "editions/2026-08-20/" },
  { name: "all editions of imported days", address: "editions/" },
  { name: "a week of imported days", address: "editions/2026-W33/" },
  { name: "a month of imported days", address: "editions/2026-08/" },
  { name: "a month of imported papers", address: "archive/2026-07/" },
  { name: "an imported paper", address: "papers/2608.19799/" },
  { name: "authors of imported papers", address: "authors/" },
  { name: "organisations of imported papers", address: "organizations/" },
  { name: "imported papers by topics", address: "tags/" },
  { name: "imported papers by score", address: "trending/" },
];

/** Kinds of page that are no page of HTML, or that only an archive of many more names has than these sites. */
type OtherKind = "theme.js" | "feeds/papers.xml" | "later/[group].json" | "[names]/[beginning]";

/** By kind of page, one of the addresses above: a kind that is looked at nowhere does not compile. */
export const KIND_ADDRESSES: Record<Exclude<keyof PageKinds, OtherKind>, string> = {
  index: "",
  about: "about/",
  search: "search/",
  subscribe: "subscribe/",
  "404": NO_PAGE,
  trending: "trending/",
  "archive/index": "archive/",
  "[...of]/[month]": "archive/2025-10/",
  "editions/index": "editions/",
  "editions/[period]": "editions/2026-03-09/",
  "tags/index": "tags/",
  "tags/[id]/index": "tags/self-play/",
  "[names]/index": "authors/",
  "authors/[slug]/index": "authors/quanquan-gu/",
  "organizations/[id]/index": "organizations/quark-llm/",
  "papers/index": "papers/",
  "papers/[id]": "papers/2510.18821/",
  "[...moved]": "papers/2604.90099/",
};

/** `test` for the site with the invented cases. */
export const casesTest = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
  site: async ({}, use) => use(findSite("cases")),
});

/** `test` for the site with 45 real days; it leaves itself out where these are not there. */
export const daysTest = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  site: async ({}, use, testInfo) => {
    testInfo.skip(DAYS.skip !== false, DAYS.skip || "");
    await use(findSite("days"));
  },
});

/** `test` for the site whose search index is in several bundles. */
export const bundlesTest = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  site: async ({}, use) => use(findSite("bundles")),
});

/** `test` for the site below a base path. */
export const basePathTest = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  site: async ({}, use) => use(findSite("base-path")),
});

/** Faults that are none where an address without a page is among those visited. */
export const NO_PAGE_FAULTS: RegExp[] = [/\b404\b.*no-such-page/];

/** Deals samples out to a number of tests, so that workers share them. */
export function dealOut(samples: readonly PageSample[], parts: number): PageSample[][] {
  return Array.from({ length: parts }, (_, part) => samples.filter((_, index) => index % parts === part));
}
