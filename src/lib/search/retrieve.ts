/**
 * Finds the papers for a question, in two steps. Papers that hold all words come first, as Pagefind ranks them. Where
 * they are few, others fill up behind them: each word is searched by itself and the scores are added, which on five
 * public collections answers whole sentences as well as BM25 does, while asking for all words finds next to nothing.
 */
import { compareText } from "../errors.ts";
import type { FacetCounts, Filters, Hit, SearchEngine } from "./engine.ts";
import type { Sort } from "./question.ts";
import { addHits, findWord, joinNeighbours, type WordHits } from "./word-hits.ts";
import { foldWord, type QuestionWord, type ReadQuestion, splitParts } from "./words.ts";

/** A paper that answers a question. */
export interface Result {
  /** The paper in the index. */
  hit: Hit;
  /** Words of the question that it has, in the question's order. */
  matched: QuestionWord[];
  /** Whether it has only the parts of some word with parts, and these apart from each other. */
  isApart: boolean;
  /** Whether it has all words, none apart; or the very words in a row, where these were asked for. */
  isExact: boolean;
}

/** What was found. */
export interface Retrieved {
  /** Exact ones first, then those that fill up. */
  results: Result[];
  /** Words that were searched for; two that the index has as one are one here. */
  words: QuestionWord[];
  /** Words that no paper has, whatever the filters. */
  unknown: QuestionWord[];
  /** Words that papers have only in another spelling: with another ending, or cut short. */
  loose: QuestionWord[];
  /** Values of filters among the results, where one search of Pagefind's gave exactly these. */
  counts?: FacetCounts;
}

/** What narrows a search. */
export interface Scope {
  /** What papers must meet. */
  filters: Filters;
  /** In which order they come; exact ones before the others in any order. */
  sort: Sort;
  /** Ends the search early, with its reason as error, when the answer is no longer wanted. */
  signal?: AbortSignal | undefined;
}

/** Exact hits from which on nothing is filled up. */
const ENOUGH = 10;
/** Most results when others fill up. */
const MOST_FILLED = 30;
/** Beyond `ENOUGH` only papers that come to this share of the best one's score fill up. */
const WORTH_SHOWING = 0.35;

/** All papers within a scope, for a question without words; newest first unless it says otherwise. */
export async function listPapers(engine: SearchEngine, { filters, sort }: Scope): Promise<Retrieved> {
  const order = sort === "relevance" ? "newest" : sort;
  const { hits, counts } = await engine.search(null, { filters, ranking: "strict", sort: order });
  return {
    results: hits.map((hit) => ({ hit, matched: [], isApart: false, isExact: true })),
    words: [],
    unknown: [],
    loose: [],
    counts,
  };
}

/** Finds the papers for words. */
export async function retrieve(engine: SearchEngine, read: ReadQuestion, scope: Scope): Promise<Retrieved> {
  const { filters, signal } = scope;
  const words = await joinNeighbours(engine, read.words);
  signal?.throwIfAborted();
  const found = await Promise.all(words.map((word) => findWord(engine, word, filters)));
  signal?.throwIfAborted();
  const { phrase } = read;
  const strict = await (phrase === undefined
    ? findAllWords(engine, words, filters)
    : findPhrase(engine, phrase, words, filters));
  signal?.throwIfAborted();
  const all = fuse(found).map((result) => ({
    ...result,
    isExact:
      phrase === undefined
        ? result.matched.length === words.length && !result.isApart
        : strict.scores.has(result.hit.key),
  }));
  const exact = all.filter(({ isExact }) => isExact).sort((a, b) => scoreOf(strict, b) - scoreOf(strict, a));
  const near = all.filter(({ isExact }) => !isExact);
  const results = [...exact, ...(exact.length < ENOUGH ? pickNear(near, exact.length, all[0]) : [])];
  // One search counted them when it gave exactly these.
  const isCounted = strict.scores.size === exact.length && results.length === exact.length;
  return {
    results: await sortResults(engine, scope, results),
    words,
    unknown: found.filter(({ isKnown }) => !isKnown).map(({ word }) => word),
    loose: found.filter(({ isKnown, isLoose }) => isKnown && isLoose).map(({ word }) => word),
    ...(isCounted && strict.counts !== undefined ? { counts: strict.counts } : {}),
  };
}

/** Adds up the scores of all words; best first. */
function fuse(found: WordHits[]): Result[] {
  const results = new Map<string, Result>();
  for (const { word, hits, apart } of found) {
    for (const [key, hit] of hits) {
      const before = results.get(key);
      results.set(key, {
        hit: addHits(before?.hit, hit),
        matched: [...(before?.matched ?? []), word],
        isApart: before?.isApart === true || apart.has(key),
        isExact: false,
      });
    }
  }
  return [...results.values()].sort((a, b) => b.hit.score - a.hit.score || compareText(a.hit.key, b.hit.key));
}

/** Those that fill up behind exact ones: up to enough in any case, beyond that only good ones. */
function pickNear(results: Result[], exactCount: number, best: Result | undefined): Result[] {
  const least = WORTH_SHOWING * (best?.hit.score ?? 0);
  return results
    .slice(0, MOST_FILLED - exactCount)
    .filter(({ hit }, index) => exactCount + index < ENOUGH || hit.score >= least);
}

/** Scores of exact hits, with counts when one search gave them all. */
interface Strict {
  scores: Map<string, number>;
  counts?: FacetCounts;
}

function scoreOf(strict: Strict, { hit }: Result): number {
  return strict.scores.get(hit.key) ?? 0;
}

function findAllWords(engine: SearchEngine, words: QuestionWord[], filters: Filters): Promise<Strict> {
  const spaced = words.map(({ forms }) => forms[0] ?? "").join(" ");
  const together = words.map(({ forms }) => forms.at(-1) ?? "").join(" ");
  return addSearches(engine, [spaced, together], filters);
}

/** The very words in a row; a hyphen may stand for a space, and words that the index has as one may be so. */
function findPhrase(engine: SearchEngine, phrase: string, words: QuestionWord[], filters: Filters): Promise<Strict> {
  const spaced = splitParts(phrase).map(foldWord).join(" ");
  const together = words.reduce((text, { forms }) => text.replaceAll(forms[0] ?? "", forms.at(-1) ?? ""), spaced);
  return addSearches(engine, [`"${spaced}"`, `"${together}"`], filters);
}

async function addSearches(engine: SearchEngine, terms: string[], filters: Filters): Promise<Strict> {
  const [first, ...others] = await Promise.all(
    [...new Set(terms)].map((term) => engine.search(term, { filters, ranking: "strict", sort: "relevance" })),
  );
  const scores = new Map(first?.hits.map(({ key, score }) => [key, score]));
  const size = scores.size;
  for (const { key, score } of others.flatMap(({ hits }) => hits)) scores.set(key, (scores.get(key) ?? 0) + score);
  return { scores, ...(first !== undefined && scores.size === size ? { counts: first.counts } : {}) };
}

/** In the order that was asked, exact ones first. */
async function sortResults(engine: SearchEngine, { filters, sort }: Scope, results: Result[]): Promise<Result[]> {
  if (sort === "relevance") return results;
  const { hits } = await engine.search(null, { filters, ranking: "strict", sort });
  const places = new Map(hits.map(({ key }, index) => [key, index]));
  const placeOf = ({ hit }: Result): number => places.get(hit.key) ?? 0;
  return [...results].sort((a, b) => Number(b.isExact) - Number(a.isExact) || placeOf(a) - placeOf(b));
}
