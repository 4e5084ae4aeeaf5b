/** The page of each paper. */
import { fingerprintData } from "#lib/content/data-fingerprint.ts";
import { findDate } from "#lib/papers/paper-date.ts";
import { describeRelated, type PaperSurroundings, viewPaper } from "#lib/papers/view.ts";
import { routes } from "#lib/routes.ts";
import { site } from "#site";
import type { Library } from "../library.ts";
import type { RelatedLists } from "../related-lists.ts";
import { makeLinkNamer } from "./link-names.ts";
import type { PageKinds } from "./page-kinds.ts";
import { namePageFile, type PlannedPage } from "./planned-page.ts";

/**
 * The pages of all papers that have one, newest first. A page is made from the paper itself, from what stands around it,
 * and from why others are like it: the key is taken from the first by its version, from the last by a fingerprint that is
 * kept, and else from the very data that the view gets.
 */
export function* planPaperPages(library: Library, related: RelatedLists): Generator<PlannedPage> {
  const nameLinks = makeLinkNamer(library);
  const topicLabels = new Map(library.topics.map(({ id, label }) => [id, label]));
  const slugs = new Map([...library.authors.values()].flatMap(({ slug, names }) => names.map((name) => [name, slug])));
  for (const paper of library.papers) {
    if (paper.row !== undefined) continue;
    const { id } = paper.facts;
    const describe = (): PaperSurroundings => ({
      place: library.places.get(id),
      authorSlugs: paper.facts.authors.map((name) => slugs.get(name)),
      linkNames: paper.links === undefined ? undefined : nameLinks(paper.links),
      related: related.listNearest(id).flatMap(({ id: other }) => {
        const { facts, row } = library.byId.get(other) ?? {};
        return facts === undefined ? [] : [{ id: other, title: facts.title, published: findDate(facts), row }];
      }),
    });
    yield {
      kind: "papers/[id]",
      file: namePageFile(routes.paper(id)),
      key: fingerprintData([paper.version, describe(), related.fingerprintShown(id)]),
      makeProps: (): PageKinds["papers/[id]"] => {
        const reasons = related.listOf(id).slice(0, site.relatedCount);
        const words = new Map(reasons.map((why) => [why.id, describeRelated(why, topicLabels)]));
        return { view: viewPaper(paper, describe(), words) };
      },
    };
  }
}
