/** The editions before and after one, as its page names them. */
import { makeCatchwords } from "../catchwords.ts";
import { formatDay } from "../dates.ts";
import { dropUndefined } from "../drop-undefined.ts";
import type { Edition } from "./edition.ts";
import type { EditionLink } from "./view.ts";

/** Links to the editions around one. A day that came in by itself is told by what leads it; its title is its date. */
export function linkNeighbours(
  previous: Edition | undefined,
  next: Edition | undefined,
): { previous?: EditionLink; next?: EditionLink } {
  const links = [previous, next].map((edition) => edition && { date: edition.date, opening: openEdition(edition) });
  const [before, after] = links;
  // Two days that are led by papers of one series, or have one title, are told apart by their dates.
  if (before === undefined || before.opening !== after?.opening)
    return dropUndefined({ previous: before, next: after });
  return { previous: tellByDate(before), next: tellByDate(after) };
}

function tellByDate({ date }: EditionLink): EditionLink {
  return { date, opening: formatDay(date) };
}

function openEdition({ isCurated, title, lead }: Edition): string {
  return isCurated || lead === undefined ? title : makeCatchwords(lead.facts.title);
}
