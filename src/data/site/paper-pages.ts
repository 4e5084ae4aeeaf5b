/** The page of each paper. */

import { toSegment } from "#lib/papers/id.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { type PaperView, viewPaper } from "#lib/papers/view.ts";
import { site } from "#site";
import type { Library } from "../library.ts";
import type { RelatedLists } from "../related-lists.ts";
import { fingerprintProps, namePageFile, type PlannedPage } from "./planned-page.ts";

/** What the page of a paper gets. */
export interface PaperProps {
  /** Everything it shows. */
  view: PaperView;
}

/**
 * The pages of all papers that have one, newest first. The key covers the paper itself by its version, its place, which of its authors
 * have a page, its related papers with their reasons, and what it shows of them.
 */
export function* planPaperPages(library: Library, related: RelatedLists): Generator<PlannedPage> {
  const topicLabels = new Map(library.topics.map(({ id, label }) => [id, label]));
  const linkedNames = new Set([...library.authors.values()].flatMap(({ names }) => names));
  for (const paper of library.papers) {
    if (paper.row !== undefined) continue;
    const { id } = paper.facts;
    const segment = toSegment(id);
    yield {
      route: "papers/[id]",
      params: { id: segment },
      file: namePageFile(`papers/${segment}`),
      key: fingerprintPaper(paper, linkedNames, library, related),
      makeProps: (): PaperProps => ({ view: makeView(paper, library, related, topicLabels) }),
    };
  }
}

function fingerprintPaper(
  paper: Paper,
  linkedNames: ReadonlySet<string>,
  { places, byId }: Library,
  related: RelatedLists,
): string {
  const { id } = paper.facts;
  const linked = paper.facts.authors.map((name) => (linkedNames.has(name) ? 1 : 0)).join("");
  const shown = related.listShown(id).map((other) => {
    const { facts, row } = byId.get(other) ?? {};
    return [facts?.title, facts?.published, row];
  });
  return fingerprintProps([paper.version, places.get(id), linked, related.fingerprintShown(id), shown]);
}

function makeView(
  paper: Paper,
  { places, authors, byId }: Library,
  related: RelatedLists,
  topicLabels: Map<string, string>,
): PaperView {
  const shown = related.listOf(paper.facts.id).slice(0, site.relatedCount);
  return viewPaper(paper, {
    place: places.get(paper.facts.id),
    related: shown.flatMap((why) => {
      const other = byId.get(why.id);
      return other === undefined ? [] : [{ paper: other, why }];
    }),
    authorSlugs: authors,
    topicLabels,
  });
}
