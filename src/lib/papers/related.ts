/**
 * Related papers: for each paper the twenty most like it that are no newer, one list for the paper's page (the first
 * five, with the reason) and for search (all, with their likeness).
 *
 *     const related = relatePapers(papers);
 *     related.get("2510.18821") // [{ id: "2509.01234", score: 0.412345, reason: { topics: ["agents"], words: ["self-play"] } }, …]
 *
 * Likeness is the mean of two cosines: of the papers' TF-IDF vectors (the same words) and of their places in a latent
 * semantic analysis (words that go together). Both are taken as they are: each is 1 for equal texts and about 0 for
 * texts that have nothing in common, so a likeness means the same for every paper.
 *
 * So that a new day does not rewrite the archive, a paper relates only to papers no newer than itself, and all
 * comparisons of a year's papers use weights and directions that were learnt from earlier years. Candidates come from an
 * inverted index with a bound on what is read: work grows with the papers, not with their pairs.
 *
 * The same on every machine: only + - * / and the square root are used, which IEEE 754 defines to the last bit, in a
 * fixed order; letters, words and their folding follow the Unicode version of the Node that is locked.
 */
import { compareText } from "../errors.ts";
import { explainRelation } from "../related/explain.ts";
import { fitModel, type Model } from "../related/model.ts";
import { makeSpace } from "../related/space.ts";
import { makeTermTable, type TermTable } from "../related/term-table.ts";

/** Papers in each list, at most. */
export const RELATED_COUNT = 20;
const REASON_COUNT = 5;
const FIT_FROM = 2000;

/** A paper as the comparison sees it. */
export interface RelatedInput {
  /** Id of the paper, unique in the list. */
  id: string;
  /** Its day for ordering, `YYYY-MM-DD`; "" where none is known, which counts as older than any day. */
  order: string;
  /** Title in plain text. */
  title: string;
  /** What else is known in words: digest, abstract, keywords. */
  text: string;
  /** Ids of its topics; they explain a relation and do not make one. */
  topics: readonly string[];
  /** Whether no other paper is to relate to it, as to one that was withdrawn; it has a list of its own. */
  isHidden?: boolean;
}

/** Why two papers are related, in words for readers. */
export interface RelatedReason {
  /** Ids of the topics they share, in the order of the paper that is asked for. */
  topics: readonly string[];
  /**
   * Up to three words they share, those that count most first, as the paper that is asked for writes them;
   * a word that very many papers have comes last.
   */
  words: readonly string[];
}

/** One related paper. */
export interface Related {
  /** Id of the related paper, which is no newer. */
  id: string;
  /** Likeness, above 0 up to 1, to six decimals. */
  score: number;
  /** What they have in common; empty beyond the first of a list, see `RelatedOptions`. */
  reason: RelatedReason;
}

/** What may be set otherwise than usual. */
export interface RelatedOptions {
  /** How many of a list, from the first on, come with a reason: those that a page shows; 5 unless told. */
  reasonCount?: number;
  /** Papers that must precede a year for its model to be fitted on them; 2,000 unless told. */
  fitFrom?: number;
}

const NO_REASON: RelatedReason = { topics: [], words: [] };

/** Papers from the oldest to the newest, with their terms and what is wanted of them. */
interface Shelf {
  papers: RelatedInput[];
  table: TermTable;
  count: number;
  reasonCount: number;
}

/**
 * The papers most like each paper among those no newer: by falling score, then the older first. Of papers of one day,
 * those with the smaller id count as older. Every paper has an entry, which may be empty. The order of the input does
 * not matter.
 * @param count most related papers for each
 */
export function relatePapers(
  papers: readonly RelatedInput[],
  count = RELATED_COUNT,
  { reasonCount = REASON_COUNT, fitFrom = FIT_FROM }: RelatedOptions = {},
): Map<string, Related[]> {
  const sorted = [...papers].sort((a, b) => compareText(a.order, b.order) || compareText(a.id, b.id));
  const shelf: Shelf = { papers: sorted, table: makeTermTable(sorted), count, reasonCount };
  const related = new Map<string, Related[]>();
  const fitTo = (end: number, isClosed: boolean): Model =>
    fitModel(shelf.table.rows.slice(0, end), shelf.table.stems.length, isClosed);
  // Too few papers precede the first years: their model covers all of them, which is all there are in a small
  // collection, and stays as it is when a large one grows.
  const firstEnd = findFirstEnd(sorted, fitFrom);
  if (firstEnd > 0) relateStretch(shelf, 0, firstEnd, fitTo(firstEnd, true), related);
  for (let start = firstEnd, end = start; start < sorted.length; start = end) {
    end = findYearEnd(sorted, start);
    relateStretch(shelf, start, end, fitTo(start, false), related);
  }
  return related;
}

/** Position after the first years that hold enough papers together. */
function findFirstEnd(sorted: RelatedInput[], fitFrom: number): number {
  let end = 0;
  while (end < sorted.length && end < fitFrom) end = findYearEnd(sorted, end);
  return end;
}

/** Position after the last paper of the year that begins at `start`. */
function findYearEnd(sorted: RelatedInput[], start: number): number {
  const year = sorted[start]?.order.slice(0, 4);
  let end = start;
  while (end < sorted.length && sorted[end]?.order.slice(0, 4) === year) end += 1;
  return end;
}

/** Makes the lists of the papers from `start` up to `end`, all by one model. */
function relateStretch(shelf: Shelf, start: number, end: number, model: Model, related: Map<string, Related[]>): void {
  const { papers, table, count, reasonCount } = shelf;
  const isHidden = (position: number): boolean => papers[position]?.isHidden === true;
  const findNeighbours = makeSpace(table.rows.slice(0, end), table.stems.length, model, isHidden);
  for (let position = start; position < end; position += 1) {
    const list = findNeighbours(position, position, count).map(({ position: other, score }, rank) => ({
      id: papers[other]?.id ?? "",
      score,
      reason: rank < reasonCount ? explain(shelf, model, position, other) : NO_REASON,
    }));
    related.set(papers[position]?.id ?? "", list);
  }
}

function explain({ papers, table }: Shelf, model: Model, position: number, other: number): RelatedReason {
  const [own, others] = [table.rows[position], table.rows[other]];
  const topics = new Set(papers[other]?.topics);
  return {
    topics: (papers[position]?.topics ?? []).filter((topic) => topics.has(topic)),
    words: own === undefined || others === undefined ? [] : explainRelation(own, others, model, table),
  };
}
