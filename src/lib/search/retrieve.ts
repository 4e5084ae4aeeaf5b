/**
 * Finds the papers for a question, in two steps. Papers that have all words as they are come first. Others fill up
 * behind them: each word is searched by itself and the scores are added, together with those of papers like the best,
 * which on public collections answers whole sentences better than BM25 does, while asking for all words finds next to
 * nothing.
 */
import { compareText } from "../errors.ts";
import { tieAcronyms } from "./acronym-forms.ts";
import type { FacetCounts, Filters, Hit, SearchEngine } from "./engine.ts";
import { addNeighbours } from "./likeness.ts";
import { sortResults } from "./order.ts";
import type { Sort } from "./question.ts";
import { findStrict } from "./strict.ts";
import { addHits, findWord, joinNeighbours, type WordHits } from "./word-hits.ts";
import type { QuestionWord, ReadQuestion } from "./words.ts";

/** A paper that answers a question. */
export interface Result {
  /** The paper in the index. */
  hit: Hit;
  /** Words of the question that it has, in the question's order. */
  matched: QuestionWord[];
  /** Whether it has only the parts of some word with parts, and these apart from each other. */
  isApart: boolean;
  /** Whether it has all words as they are; or the very words in a row, where these were asked for. */
  isExact: boolean;
}

/** What was found. */
export interface Retrieved {
  /** Exact ones first, then those that fill up. */
  results: Result[];
  /** Words that were searched for; two that the index has as one are one here. */
  words: QuestionWord[];
  /** Words that were passed over because too many papers have them. */
  common: QuestionWord[];
  /** Acronyms and long forms that were searched for as well. */
  ties: { text: string; also: string[] }[];
  /** Words that no paper has, whatever the filters. */
  unknown: QuestionWord[];
  /** Words that papers have only in another spelling: with another ending, or cut short. */
  loose: QuestionWord[];
  /** Whether there are surely no more exact ones than these. */
  isCounted: boolean;
  /** Values of filters among the results, where a search has counted them. */
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
const MOST_FILLED = 50;
/** Beyond `ENOUGH` only papers that come to this share of the best one's score fill up. */
const WORTH_SHOWING = 0.3;
/** Most words that are searched for, those that are said most often and then the first: each costs a search. */
const MOST_WORDS = 32;
/** Up to this many words it is looked at how papers spell them. */
const MOST_JUDGED = 5;
/** How much the parts of a word count where they stand apart. */
const APART = 0.8;

/** What is found when nothing is. */
export const NOTHING: Retrieved = {
  results: [],
  words: [],
  common: [],
  ties: [],
  unknown: [],
  loose: [],
  isCounted: true,
};

/** All papers within a scope, for a question without words; newest first unless it says otherwise. */
export async function listPapers(engine: SearchEngine, { filters, sort }: Scope): Promise<Retrieved> {
  const order = sort === "relevance" ? "newest" : sort;
  const { hits, counts } = await engine.search(null, { filters, ranking: "strict", sort: order });
  return { ...NOTHING, results: hits.map((hit) => ({ hit, matched: [], isApart: false, isExact: true })), counts };
}

/**
 * Finds the papers for words.
 * @param text The question as it was typed.
 */
export async function retrieve(
  engine: SearchEngine,
  read: ReadQuestion,
  text: string,
  scope: Scope,
): Promise<Retrieved> {
  const { filters, signal } = scope;
  const { telling, common } = passOver(engine, read);
  const isPhrase = read.phrase !== undefined;
  const { words: tied, ties } = isPhrase
    ? { words: telling, ties: [] }
    : await tieAcronyms(engine.tables, telling, text);
  const words = await joinNeighbours(engine, tied);
  signal?.throwIfAborted();
  const last = words.at(-1);
  const isJudged = words.length <= MOST_JUDGED;
  const found = await Promise.all(
    words.map((word) => findWord(engine, word, filters, { isLast: word === last, isJudged })),
  );
  signal?.throwIfAborted();
  const strict = await findStrict(engine, read, words, filters);
  const scoreOf = ({ hit }: Result): number => strict.get(hit.key) ?? 0;
  const excluded = await findExcluded(engine, read.excluded ?? []);
  signal?.throwIfAborted();
  const fused = fuse(found, isPhrase ? strict : undefined).filter(({ hit }) => !excluded.has(hit.key));
  const all = await addLike(engine, fused);
  signal?.throwIfAborted();
  const exact = all.filter(({ isExact }) => isExact).sort((a, b) => scoreOf(b) - scoreOf(a));
  const near = all.filter(({ isExact }) => !isExact);
  const counts = exact.length > 0 ? await countExact(engine, words, filters) : undefined;
  const results = [...exact, ...(exact.length < ENOUGH ? pickNear(near, exact.length, all[0]) : [])];
  return {
    results: await sortResults(engine, scope, words, results),
    words,
    common,
    ties,
    unknown: found.filter(({ isKnown }) => !isKnown).map(({ word }) => word),
    loose: found.filter(({ isKnown, isLoose }) => isKnown && isLoose).map(({ word }) => word),
    ...(counts !== undefined && counts.size === results.length ? { counts: counts.counts } : {}),
    isCounted: found.every(({ isCounted }) => isCounted),
  };
}

/** Parts words from those that a third of the papers have; of these there must be two others to go by. */
function passOver(engine: SearchEngine, { words, phrase }: ReadQuestion) {
  const isCommon = ({ forms }: QuestionWord): boolean =>
    phrase === undefined && forms.length === 1 && engine.tables.common.has(forms[0] ?? "");
  const telling = words.filter((word) => !isCommon(word));
  const kept = telling.length < 2 ? words : telling;
  const most = [...kept].sort((a, b) => b.count - a.count).slice(0, MOST_WORDS);
  return {
    telling: kept.filter((word) => most.includes(word)),
    common: words.filter((word) => !most.includes(word)),
  };
}

/**
 * Adds up the scores of all words; best first.
 * @param exactKeys Those that are exact, where that is not for the words by themselves to say.
 */
function fuse(found: WordHits[], exactKeys: ReadonlyMap<string, unknown> | undefined): Result[] {
  const results = new Map<string, Result & { wholeCount: number }>();
  for (const { word, hits, whole, weight, hasParts } of found) {
    for (const [key, hit] of hits) {
      const before = results.get(key);
      const isWhole = whole.has(key);
      results.set(key, {
        hit: addHits(before?.hit, { ...hit, score: hit.score * weight * (hasParts && !isWhole ? APART : 1) }),
        matched: [...(before?.matched ?? []), word],
        // Where no paper has the word whole, its parts are all there is.
        isApart: before?.isApart === true || (hasParts && !isWhole),
        isExact: false,
        wholeCount: (before?.wholeCount ?? 0) + Number(isWhole),
      });
    }
  }
  return [...results.values()]
    .map(({ wholeCount, ...result }) => ({
      ...result,
      isExact: exactKeys === undefined ? wholeCount === found.length : exactKeys.has(result.hit.key),
    }))
    .sort(compareScores);
}

function compareScores(a: Result, b: Result): number {
  return b.hit.score - a.hit.score || compareText(a.hit.key, b.hit.key);
}

/**
 * Adds what neighbours give; best first. Those that have no word of the question stay out: Pagefind can fetch a paper
 * only from a search that found it, and a search for all papers would load the whole index.
 */
async function addLike(engine: SearchEngine, fused: Result[]): Promise<Result[]> {
  const hits = fused.map(({ hit }) => hit);
  const added = await addNeighbours(engine, hits);
  const raise = (hit: Hit): Hit => ({ ...hit, score: hit.score + (added.get(hit.key) ?? 0) });
  return fused.map((result) => ({ ...result, hit: raise(result.hit) })).sort(compareScores);
}

/** Those that fill up behind exact ones: up to enough in any case, beyond that only good ones. */
function pickNear(results: Result[], exactCount: number, best: Result | undefined): Result[] {
  const least = WORTH_SHOWING * (best?.hit.score ?? 0);
  return results
    .slice(0, MOST_FILLED - exactCount)
    .filter(({ hit }, index) => exactCount + index < ENOUGH || hit.score >= least);
}

/** Keys of the papers that have a word which is not wanted. */
async function findExcluded(engine: SearchEngine, words: readonly QuestionWord[]): Promise<Set<string>> {
  const found = await Promise.all(words.map((word) => findWord(engine, word, {})));
  return new Set(found.flatMap(({ whole }) => [...whole]));
}

/** Values of filters among all papers with the one word that is asked, and how many papers these are. */
async function countExact(engine: SearchEngine, words: readonly QuestionWord[], filters: Filters) {
  const [word] = words;
  if (word === undefined || words.length > 1 || word.forms.length > 1) return undefined;
  const { hits, counts } = await engine.search(`"${word.forms[0]}"`, { filters, ranking: "fused", sort: "relevance" });
  return { size: hits.length, counts };
}
