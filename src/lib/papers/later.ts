/**
 * Papers that came later and are close: those that have a paper among the first of their own list of related papers.
 * A page is not rewritten for them. They stand in files of their own, which the page asks for; each has the papers of
 * many pages, so that there are at most 4,096 files, however many papers.
 */
import { compareText } from "../compare-text.ts";
import type { PartialDate } from "../dates.ts";
import { hashText } from "../records/sealed-text.ts";

/** Papers named as later ones of another, at most. */
const LATER_COUNT = 3;
const GROUP_DIGITS = 3;

/** A paper as the relation of later ones is made of it. */
export interface LaterInput {
  /** Its id. */
  id: string;
  /** When it came out, as far as that is known. */
  published?: PartialDate | undefined;
  /** Whether it is withdrawn, and so recommended to nobody. */
  isHidden: boolean;
  /** The first of its list of related papers. */
  related: readonly { id: string; score: number }[];
}

/** A paper that came later than another, as the other's page names it. */
export interface LaterPaper {
  /** Where it stands. */
  href: string;
  /** Its title, as plain text. */
  title: string;
  /** When it came out, as precisely as is known. */
  published: PartialDate;
  /** The same in words. */
  date: string;
  /** What the two have in common, topics and words, as the later one's own page says of the other; absent where nothing can be named. */
  reason?: string;
}

/** The group that a paper's later ones are filed in, three hexadecimal digits: the same as long as its id is. */
export function groupOfLater(id: string): string {
  return hashText(id, GROUP_DIGITS);
}

/** By id of a paper, the ids of those that came later and are most like it, the most alike first. */
export function gatherLater(papers: readonly LaterInput[]): Map<string, string[]> {
  const dates = new Map(papers.map(({ id, published }) => [id, published]));
  const found = new Map<string, { id: string; score: number }[]>();
  for (const { id, published, isHidden, related } of papers) {
    if (isHidden) continue;
    for (const { id: other, score } of related) {
      if (isLater(published, dates.get(other))) found.getOrInsertComputed(other, () => []).push({ id, score });
    }
  }
  return new Map(
    found.entries().map(([id, later]) => {
      const nearest = later.sort((a, b) => b.score - a.score || compareText(a.id, b.id)).slice(0, LATER_COUNT);
      return [id, nearest.map((paper) => paper.id)];
    }),
  );
}

/** A paper of the same month, where no day is known, did not come later. */
function isLater(date: PartialDate | undefined, other: PartialDate | undefined): boolean {
  return date !== undefined && other !== undefined && date > other && !date.startsWith(other);
}
