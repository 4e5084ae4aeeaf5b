/** All pages of the site, before any is rendered. */
import type { Library } from "../library.ts";
import type { RelatedLists } from "../related-lists.ts";
import { planEditionList, planEditionPages } from "./edition-pages.ts";
import { planArchivePages, planAuthorPages, planOrganizationPages, planTopicPages } from "./facet-pages.ts";
import { planFixedPages, planMovedPages } from "./fixed-pages.ts";
import { planPaperPages } from "./paper-pages.ts";
import type { PlannedPage } from "./planned-page.ts";

/** Plans every page; where two want one address, the first has it: pages that exist go before those that are gone. */
export function* planSite(library: Library, related: RelatedLists): Generator<PlannedPage> {
  yield* planFixedPages(library);
  yield planEditionList(library);
  yield* planEditionPages(library);
  yield* planTopicPages(library);
  yield* planArchivePages(library);
  yield* planOrganizationPages(library);
  yield* planAuthorPages(library);
  yield* planPaperPages(library, related);
  yield* planMovedPages(library);
}
