/** All pages of the site, before any is rendered. */
import type { Library } from "../library.ts";
import type { RelatedLists } from "../related-lists.ts";
import { planEditionList, planEditionPages } from "./edition-pages.ts";
import { planArchivePages, planAuthorPages, planOrganizationPages, planTopicPages } from "./facet-pages.ts";
import { planFixedPages, planFrontPages, planMovedPages } from "./fixed-pages.ts";
import { planLaterFiles } from "./later-files.ts";
import { planNamePages } from "./name-pages.ts";
import { planPaperPages } from "./paper-pages.ts";
import { makePlanner, type PlannedPage } from "./planned-page.ts";

/** Plans every page; where two want one address, the first has it: pages that exist go before those that are gone. */
export function* planSite(library: Library, related: RelatedLists): Generator<PlannedPage> {
  const planPage = makePlanner(library.byId);
  yield* planFrontPages(library, planPage);
  yield* planFixedPages(library, planPage);
  yield planEditionList(library, planPage);
  yield* planEditionPages(library, planPage);
  yield* planTopicPages(library, planPage);
  yield* planArchivePages(library, planPage);
  yield* planOrganizationPages(library, planPage);
  yield* planAuthorPages(library, planPage);
  yield* planNamePages(library, planPage);
  yield* planPaperPages(library, related);
  yield* planLaterFiles(library, related);
  yield* planMovedPages(library, planPage);
}
