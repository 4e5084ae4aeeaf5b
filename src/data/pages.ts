/**
 * The gateway: what every template gets. A build has planned the pages and written what they get; the dev server plans
 * them anew when content has changed. Pages ask here in `getStaticPaths` or once at their top, and pass plain views down.
 */
import { resolve } from "node:path";
import { stampContent } from "./content/content-stamps.ts";
import { readHoldings } from "./content/content-store.ts";
import { makeLibrary } from "./library.ts";
import { makeRelatedLists } from "./related-lists.ts";
import type { PageKinds } from "./site/page-kinds.ts";
import { readParams } from "./site/page-params.ts";
import { readPageProps } from "./site/page-props.ts";
import type { PlannedPage } from "./site/planned-page.ts";
import { planSite } from "./site/site-plan.ts";

/** A page as `getStaticPaths` returns it. */
export interface StaticPage<Props> {
  /** Parameters of its address. */
  params: Record<string, string>;
  /** What its template gets; spelled out field by field, since Astro wants no interface here. */
  props: { [Field in keyof Props]: Props[Field] };
}

/** The pages of a kind that are to be rendered. */
export async function listPages<Kind extends keyof PageKinds>(kind: Kind): Promise<StaticPage<PageKinds[Kind]>[]> {
  return readPages(kind).map(({ file, props }) => ({ params: readParams(kind, file), props }));
}

/** What the only page of a kind gets. Throws an Error when it is not to be rendered. */
export async function findPage<Kind extends keyof PageKinds>(kind: Kind): Promise<PageKinds[Kind]> {
  const [page] = readPages(kind);
  if (page === undefined) throw new Error(`The page ${kind} is not planned.`);
  return page.props;
}

function readPages<Kind extends keyof PageKinds>(kind: Kind): { file: string; props: PageKinds[Kind] }[] {
  const folder = process.env["PLAN_DIR"];
  const pages = folder
    ? readPageProps(folder, kind)
    : (planInDev().get(kind) ?? []).map(({ file, makeProps }) => ({ file, props: makeProps() }));
  // The plan was made for this template, by the same code: see `PlanPage`.
  return pages.map(({ file, props }) => ({ file, props: props as PageKinds[Kind] }));
}

/** Content folder of the dev server: CONTENT_DIR, or `content` in the project. */
const CONTENT_FOLDER = resolve(process.env["CONTENT_DIR"] || "content");

let planned: { stamps: string; pages: Map<keyof PageKinds, PlannedPage[]> } | undefined;

/** All pages by kind, planned again when any file of the content has changed. */
function planInDev(): Map<keyof PageKinds, PlannedPage[]> {
  const stamps = Object.values(stampContent(CONTENT_FOLDER)).join();
  if (planned?.stamps !== stamps) {
    const paperPages = process.env["PAPER_PAGES"] === "digests" ? "digests" : "all";
    const library = makeLibrary(readHoldings(CONTENT_FOLDER), paperPages);
    const pages = Map.groupBy(planSite(library, makeRelatedLists(library)), ({ kind }) => kind);
    planned = { stamps, pages };
  }
  return planned.pages;
}
