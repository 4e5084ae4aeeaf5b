/**
 * Related papers by the cosine of their TF-IDF vectors. A paper relates only to papers no newer than itself, and is
 * weighed by statistics of earlier years as soon as there are enough, so that a new day does not rewrite the archive.
 * Candidates come from an inverted index that is filled from the oldest paper to the newest: work grows with the
 * papers, not with their pairs.
 */
import { compareText } from "../errors.ts";
import { foldLatin } from "./latin.ts";
import {
  addToStatistics,
  createTermCounter,
  startStatistics,
  type Term,
  type TermStatistics,
  type TermUse,
  weighTerms,
} from "./terms.ts";
import { stemWord } from "./words.ts";

/** Papers that must precede a year for its statistics to be fitted on them. */
const FIT_FROM = 2000;
/** Entries of the index that are read for one paper at most; its commonest terms are passed over beyond that. */
const READ_LIMIT = 20_000;
/** Candidates whose cosine is computed in full, for each paper asked for. */
const CANDIDATES_EACH = 4;
const REASON_WORDS = 3;

/** A paper as the comparison sees it. */
export interface RelatedInput {
  /** Id of the paper, unique in the list. */
  id: string;
  /** Its day for ordering, `YYYY-MM-DD`; "" where none is known, which counts as older than any day. */
  order: string;
  /** Title in plain text; its words weigh double. */
  title: string;
  /** What else is known in words: digest, abstract, keywords. */
  text: string;
  /** Ids of its topics; they explain a relation and do not make one. */
  topics: readonly string[];
}

/** Why two papers are related, in words for readers. */
export interface RelatedReason {
  /** Ids of the topics they share, in the order of the paper that is asked for. */
  topics: string[];
  /**
   * Up to three words they share, those that count most first, as the paper that is asked for writes them;
   * a word that half of all papers have comes last.
   */
  words: string[];
}

/** One related paper. */
export interface Related {
  /** Id of the related paper, which is no newer. */
  id: string;
  /** Cosine of the two vectors, above 0 up to 1, to six decimals. */
  score: number;
  /** What they have in common. */
  reason: RelatedReason;
}

/** A paper with its vector. */
interface Vector {
  paper: RelatedInput;
  terms: Term[];
}

/** The papers that have a stem, as positions in the order of age, each with the weight at the same place. */
interface Postings {
  positions: number[];
  weights: number[];
}

/** Postings by stem. */
type Index = Map<string, Postings>;

/**
 * The papers most like each paper among those no newer: by falling score, then by id. Of papers of one day, those
 * with the smaller id count as older. Every paper has an entry, which may be empty. The order of the input does not matter.
 * @param count Most related papers for each.
 */
export function relatePapers(papers: readonly RelatedInput[], count: number): Map<string, Related[]> {
  const vectors = buildVectors([...papers].sort(compareAge));
  const index: Index = new Map();
  const related = new Map<string, Related[]>();
  const scores = new Float64Array(vectors.length);
  for (const [position, vector] of vectors.entries()) {
    const candidates = findCandidates(vector, index, scores, count * CANDIDATES_EACH);
    const weights = new Map(vector.terms.map((term) => [term.stem, term.weight]));
    const ranked = candidates.flatMap((candidate) => {
      const other = vectors[candidate];
      return other === undefined ? [] : [{ other, score: computeCosine(weights, other.terms) }];
    });
    ranked.sort((a, b) => b.score - a.score || compareText(a.other.paper.id, b.other.paper.id));
    related.set(
      vector.paper.id,
      ranked.slice(0, count).map(({ other, score }) => {
        return { id: other.paper.id, score, reason: explainRelation(vector, other) };
      }),
    );
    addToIndex(index, vector.terms, position);
  }
  return related;
}

function compareAge(a: RelatedInput, b: RelatedInput): number {
  return compareText(a.order, b.order) || compareText(a.id, b.id);
}

/** Vectors of papers sorted by age, each year weighed by the statistics that hold for it. */
function buildVectors(sorted: RelatedInput[]): Vector[] {
  const countTerms = createTermCounter();
  const uses = sorted.map((paper) => countTerms(paper.title, paper.text));
  const firstYears = fitFirstYears(sorted, uses);
  const earlier = startStatistics();
  const vectors: Vector[] = [];
  let start = 0;
  while (start < sorted.length) {
    const end = findYearEnd(sorted, start);
    const isFirst = earlier.papers < FIT_FROM;
    for (let position = start; position < end; position += 1) {
      const paper = sorted[position];
      const use = uses[position];
      if (paper === undefined || use === undefined) continue;
      vectors.push({ paper, terms: weighTerms(use, isFirst ? firstYears : earlier, isFirst) });
    }
    for (const use of uses.slice(start, end)) addToStatistics(earlier, use);
    start = end;
  }
  return vectors;
}

/**
 * Statistics for the years that too few papers precede: over the first years that hold enough papers together, which
 * is all there are in a small collection, and stays as it is when a large one grows.
 */
function fitFirstYears(sorted: RelatedInput[], uses: TermUse[][]): TermStatistics {
  const statistics = startStatistics();
  let end = 0;
  while (end < sorted.length && end < FIT_FROM) end = findYearEnd(sorted, end);
  for (const use of uses.slice(0, end)) addToStatistics(statistics, use);
  return statistics;
}

/** Position after the last paper of the year that begins at `start`. */
function findYearEnd(sorted: RelatedInput[], start: number): number {
  const year = sorted[start]?.order.slice(0, 4);
  let end = start;
  while (end < sorted.length && sorted[end]?.order.slice(0, 4) === year) end += 1;
  return end;
}

/**
 * Positions of the papers in the index that share the heaviest terms, most alike first.
 * @param scores A place for each paper, all 0 before and after.
 */
function findCandidates(vector: Vector, index: Index, scores: Float64Array, limit: number): number[] {
  const touched: number[] = [];
  let read = 0;
  for (const term of vector.terms) {
    const postings = index.get(term.stem);
    if (postings === undefined || read + postings.positions.length > READ_LIMIT) continue;
    const { positions, weights } = postings;
    read += positions.length;
    for (let place = 0; place < positions.length; place += 1) {
      const position = positions[place] ?? 0;
      const score = scores[position] ?? 0;
      if (score === 0) touched.push(position);
      scores[position] = score + term.weight * (weights[place] ?? 0);
    }
  }
  const highest = selectHighest(touched, scores, limit);
  for (const position of touched) scores[position] = 0;
  return highest;
}

/** The positions with the highest scores, in falling order; of equal ones the older. Sorts no more than it returns. */
function selectHighest(positions: number[], scores: Float64Array, limit: number): number[] {
  const isBefore = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  const highest: number[] = [];
  for (const position of positions) {
    const last = highest.at(-1);
    if (highest.length >= limit && last !== undefined && !isBefore(position, last)) continue;
    let place = highest.length;
    while (place > 0 && isBefore(position, highest[place - 1] ?? 0)) place -= 1;
    highest.splice(place, 0, position);
    if (highest.length > limit) highest.pop();
  }
  return highest;
}

function addToIndex(index: Index, terms: Term[], position: number): void {
  for (const { stem, weight } of terms) {
    const postings = index.get(stem);
    if (postings === undefined) index.set(stem, { positions: [position], weights: [weight] });
    else {
      postings.positions.push(position);
      postings.weights.push(weight);
    }
  }
}

/** Cosine of two vectors of length 1, to six decimals so that no machine's last bit decides an order. */
function computeCosine(weights: ReadonlyMap<string, number>, terms: Term[]): number {
  let sum = 0;
  for (const term of terms) sum += term.weight * (weights.get(term.stem) ?? 0);
  return Math.round(sum * 1e6) / 1e6;
}

/** What two vectors have in common. */
function explainRelation(vector: Vector, other: Vector): RelatedReason {
  const weights = new Map(other.terms.map((term) => [term.stem, term.weight]));
  const shared = vector.terms
    .map((term) => ({ ...term, share: term.weight * (weights.get(term.stem) ?? 0) }))
    .filter((term) => term.share > 0)
    .sort((a, b) => b.share - a.share || compareText(a.stem, b.stem));
  const topics = new Set(other.paper.topics);
  return {
    topics: vector.paper.topics.filter((topic) => topics.has(topic)),
    words: chooseWords([...shared.filter((term) => !term.isCommon), ...shared.filter((term) => term.isCommon)]),
  };
}

/** The first three words that say different things; a shared compound speaks for its parts. */
function chooseWords(terms: Term[]): string[] {
  const compounds = terms.flatMap((term) => {
    const parts = listPartStems(term.surface);
    return parts.length > 1 ? [{ term, parts }] : [];
  });
  const words = new Set<string>();
  for (const term of terms) {
    const compound = compounds.find(({ parts }) => parts.includes(term.stem))?.term ?? term;
    words.add(compound.surface);
    if (words.size === REASON_WORDS) break;
  }
  return [...words];
}

/** The stems of a compound's parts; a single word has one. */
function listPartStems(surface: string): string[] {
  return surface.split(/[^\p{L}\p{M}\p{N}]+/u).map((part) => stemWord(foldLatin(part)));
}
