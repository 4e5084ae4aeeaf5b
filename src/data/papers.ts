/** Views of paper pages, made from the library. */
import { placePapers } from "#lib/editions/place.ts";
import { type PaperView, viewPaper } from "#lib/papers/view.ts";
import { encodeNeighbours } from "#lib/search/index-format.ts";
import { site } from "#site";
import { loadLibrary } from "./library.ts";

/** The views of all papers, newest first. */
export async function listPaperViews(): Promise<PaperView[]> {
  const { papers, byId, editions, related, authors, tags } = await loadLibrary();
  const places = placePapers(editions);
  const topicLabels = new Map(tags.map(({ id, label }) => [id, label]));
  return papers.map((paper) => {
    const alike = related.get(paper.record.id) ?? [];
    return viewPaper(paper, {
      place: places.get(paper.record.id),
      neighbours: encodeNeighbours(alike),
      related: alike.slice(0, site.relatedCount).flatMap((why) => {
        const other = byId.get(why.id);
        return other === undefined ? [] : [{ paper: other, why }];
      }),
      authorSlugs: authors,
      topicLabels,
    });
  });
}
