/** Views of paper pages, made from the library. */
import type { Edition } from "#lib/editions/edition.ts";
import type { Paper } from "#lib/papers/paper.ts";
import { type Neighbour, type PaperView, type Place, viewPaper } from "#lib/papers/view.ts";
import { loadLibrary } from "./library.ts";

/** The views of all papers, newest first. */
export async function listPaperViews(): Promise<PaperView[]> {
  const { papers, byId, editions, related, authors, tags } = await loadLibrary();
  const places = placePapers(editions);
  const topicLabels = new Map(tags.map(({ id, label }) => [id, label]));
  return papers.map((paper) =>
    viewPaper(paper, {
      place: places.get(paper.record.id),
      related: (related.get(paper.record.id) ?? []).flatMap((why) => {
        const other = byId.get(why.id);
        return other === undefined ? [] : [{ paper: other, why }];
      }),
      authorSlugs: authors,
      topicLabels,
    }),
  );
}

/** Where each paper stands in the earliest edition that has it: a later one must not change an old page. */
function placePapers(editions: Edition[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { date, papers } of editions) {
    for (const [index, paper] of papers.entries()) {
      const previous = toNeighbour(papers[index - 1], index);
      const next = toNeighbour(papers[index + 1], index + 2);
      places.set(paper.record.id, {
        date,
        number: index + 1,
        ...(previous === undefined ? {} : { previous }),
        ...(next === undefined ? {} : { next }),
      });
    }
  }
  return places;
}

function toNeighbour(paper: Paper | undefined, number: number): Neighbour | undefined {
  return paper === undefined ? undefined : { number, title: paper.record.title, href: paper.entry.href };
}
