/**
 * Related papers by the cosine of their TF-IDF vectors. A paper relates only to papers no newer than itself, and is
 * weighed by statistics of earlier years as soon as there are enough, so that a new day does not rewrite the archive.
 * Candidates come from an inverted index that is filled from the oldest paper to the newest: work grows with the
 * papers, not with their pairs.
 */
import { compareText } from "../errors.ts";
import {
  addToStatistics,
  countTerms,
  startStatistics,
  type Term,
  type TermStatistics,
  type TermUse,
  weighTerms,
} from "./terms.ts";

/** Papers that must precede a year for its statistics to be fitted on them alone. */
const FIT_FROM = 2000;
/** Entries of the index that are read for one paper at most; its commonest terms are passed over beyond that. */
const READ_LIMIT = 20_000;
/** Candidates whose cosine is computed in full, for each paper asked for. */
const CANDIDATES_EACH = 10;
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

/** For each stem the papers that have it, as positions in the order of age, with their weights. */
type Index = Map<string, { position: number; weight: number }[]>;

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
    const found = candidates.flatMap((candidate) => {
      const other = vectors[candidate];
      return other === undefined ? [] : [compareVectors(vector, other)];
    });
    found.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
    related.set(vector.paper.id, found.slice(0, count));
    addToIndex(index, vector.terms, position);
  }
  return related;
}

function compareAge(a: RelatedInput, b: RelatedInput): number {
  return compareText(a.order, b.order) || compareText(a.id, b.id);
}

/** Vectors of papers sorted by age, each year weighed by the statistics that hold for it. */
function buildVectors(sorted: RelatedInput[]): Vector[] {
  const uses = sorted.map((paper) => countTerms(paper.title, paper.text));
  const whole = startStatistics();
  for (const use of uses) addToStatistics(whole, use);
  const earlier = startStatistics();
  const vectors: Vector[] = [];
  let start = 0;
  while (start < sorted.length) {
    const end = findYearEnd(sorted, start);
    const isFitted = earlier.papers >= FIT_FROM;
    for (let position = start; position < end; position += 1) {
      const paper = sorted[position];
      const use = uses[position];
      if (paper === undefined || use === undefined) continue;
      vectors.push({ paper, terms: weighTerms(use, isFitted ? earlier : whole, !isFitted) });
    }
    countYear(uses, start, end, earlier);
    start = end;
  }
  return vectors;
}

function countYear(uses: Map<string, TermUse>[], start: number, end: number, earlier: TermStatistics): void {
  for (const use of uses.slice(start, end)) addToStatistics(earlier, use);
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
    if (postings === undefined || read + postings.length > READ_LIMIT) continue;
    read += postings.length;
    for (const posting of postings) {
      const score = scores[posting.position] ?? 0;
      if (score === 0) touched.push(posting.position);
      scores[posting.position] = score + term.weight * posting.weight;
    }
  }
  touched.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  for (const position of touched) scores[position] = 0;
  return touched.slice(0, limit);
}

function addToIndex(index: Index, terms: Term[], position: number): void {
  for (const { stem, weight } of terms) {
    const postings = index.get(stem);
    if (postings === undefined) index.set(stem, [{ position, weight }]);
    else postings.push({ position, weight });
  }
}

/** Cosine of two vectors, and what makes it. */
function compareVectors(vector: Vector, other: Vector): Related {
  const weights = new Map(other.terms.map((term) => [term.stem, term.weight]));
  const shared = vector.terms
    .map((term) => ({ ...term, share: term.weight * (weights.get(term.stem) ?? 0) }))
    .filter((term) => term.share > 0)
    .sort((a, b) => b.share - a.share || compareText(a.stem, b.stem));
  const score = shared.reduce((sum, term) => sum + term.share, 0);
  const topics = new Set(other.paper.topics);
  return {
    id: other.paper.id,
    score: Math.round(score * 1e6) / 1e6,
    reason: {
      topics: vector.paper.topics.filter((topic) => topics.has(topic)),
      words: chooseWords([...shared.filter((term) => !term.isCommon), ...shared.filter((term) => term.isCommon)]),
    },
  };
}

/** The first three words that say different things: a compound's parts and a part's compound are not repeated. */
function chooseWords(terms: Term[]): string[] {
  const words: string[] = [];
  for (const { surface } of terms) {
    if (words.length === REASON_WORDS) break;
    if (!words.some((word) => isPartOf(word, surface) || isPartOf(surface, word))) words.push(surface);
  }
  return words;
}

function isPartOf(word: string, compound: string): boolean {
  return compound.split(/[-‐‑.]/u).includes(word);
}
