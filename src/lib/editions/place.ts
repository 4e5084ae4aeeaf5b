/** Where papers stand in editions, with their neighbours there. */
import type { ListedPaper } from "../papers/paper.ts";
import type { EditionNeighbour, EditionPlace } from "../papers/view.ts";
import { routes } from "../routes.ts";
import type { Edition } from "./edition.ts";

/**
 * Where each paper stands, by its id, in the earliest edition that has it: a later one must not change an old page.
 * @param editions newest first
 */
export function placePapers(editions: Edition[]): Map<string, EditionPlace> {
  const places = new Map<string, EditionPlace>();
  for (const { date, papers } of editions) {
    for (const [index, paper] of papers.entries()) {
      const previous = toNeighbour(papers[index - 1], index);
      const next = toNeighbour(papers[index + 1], index + 2);
      places.set(paper.facts.id, {
        date,
        number: index + 1,
        ...(previous === undefined ? {} : { previous }),
        ...(next === undefined ? {} : { next }),
      });
    }
  }
  return places;
}

function toNeighbour(paper: ListedPaper | undefined, number: number): EditionNeighbour | undefined {
  return paper === undefined
    ? undefined
    : { number, title: paper.facts.title, href: paper.row ?? routes.paper(paper.facts.id) };
}
