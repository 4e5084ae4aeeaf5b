/**
 * Finds the papers for a question, in two steps. Papers that have all words as they are come first. Others fill up
 * behind them: each word is searched by itself and the scores are added, together with those of papers like the best,
 * which on public collections answers whole sentences better than BM25 does, while asking for all words finds next to
 * nothing.
 */
import { tieAcronyms } from "./acronym-forms.ts";
import { findApart } from "./adjacency.ts";
import { addCommon, partWords } from "./common-words.ts";
import type { SearchEngine } from "./engine.ts";
import { readMeets } from "./facets.ts";
import { type Fused, fuseHits, joinParts } from "./fusion.ts";
import { joinNeighbours } from "./joined-words.ts";
import { addNeighbours, BEST } from "./likeness.ts";
import { sortResults } from "./order.ts";
import { addProximity, standInRow } from "./proximity.ts";
import type { Question } from "./question.ts";
import { makePlainResult, NOTHING, type Retrieved, type SearchResult } from "./result.ts";
import { findRow, readRows } from "./rows.ts";
import { findWord, type WordHits } from "./word-hits.ts";
import { foldWord, listRowForms, type QuestionWord, type ReadQuestion, splitParts } from "./words.ts";

/** Exact hits from which on nothing is filled up. */
const ENOUGH = 10;
/** Most results when others fill up. */
const MOST_FILLED = 50;
/** Beyond `ENOUGH` only papers that come to this share of the best one's score fill up. */
const WORTH_SHOWING = 0.15;
/** Exact papers that are fetched before it is known in which order they come. */
const FIRST_EXACT = 3;
/** Up to this many words are rather a name or a term, which papers that have it in a row mean. */
const MOST_IN_ROW = 4;
/** Up to this many words it is looked at how papers spell them. */
const MOST_JUDGED = 5;

/**
 * All papers within the filters of a question without words; newest first unless it says otherwise.
 * @param unwanted Words that papers must not have.
 */
export async function listPapers(
  engine: SearchEngine,
  question: Question,
  unwanted: readonly QuestionWord[] = [],
): Promise<Retrieved> {
  const meets = await readMeets(engine.tables, question);
  const excluded = await findExcluded(engine, unwanted);
  const keys = (await engine.tables.readFacets()).keys().filter((key) => meets(key) && !excluded.has(key));
  const results = Array.from(keys, (key) =>
    makePlainResult({ key, score: 0, positions: [], load: () => engine.load(key) }),
  );
  const order = question.sort === "relevance" ? "newest" : question.sort;
  return { ...NOTHING, results: await sortResults(engine, order, results) };
}

/**
 * Finds the papers for the words of a question, within its filters.
 * @param signal Ends the search early, with its reason as error, when the answer is no longer wanted.
 */
export async function retrieve(
  engine: SearchEngine,
  read: ReadQuestion,
  question: Question,
  signal?: AbortSignal,
): Promise<Retrieved> {
  const { searched, common } = partWords(engine, read);
  const isPhrase = read.phrase !== undefined;
  const forms = await engine.tables.readForms();
  const { words: tied, ties } = isPhrase ? { words: searched, ties: [] } : tieAcronyms(forms, searched, question.text);
  const words = joinNeighbours(forms, tied);
  signal?.throwIfAborted();
  const found = await findWords(engine, words);
  signal?.throwIfAborted();
  const strict = await findStrict(engine, read, words);
  const row = read.phrase === undefined ? undefined : toRow(read.phrase);
  const inRow = row === undefined ? undefined : await findRow(engine, row.forms);
  const excluded = await findExcluded(engine, read.excluded ?? []);
  const meets = await readMeets(engine.tables, question);
  signal?.throwIfAborted();
  const fused = fuseHits(found).filter(({ key }) => !excluded.has(key) && meets(key));
  const isExact = ({ key, wholeCount }: Fused): boolean =>
    inRow === undefined ? wholeCount === found.length : inRow.hits.has(key);
  const isSure = ({ key, parts }: Fused): boolean =>
    inRow === undefined ? parts.every(({ word }) => word.isSure(key)) : inRow.sure.has(key);
  const matching = addProximity(await addCommon(engine, fused, common));
  // Surely among the first to be shown, they come along with those whose neighbours are wanted.
  for (const { load } of matching.filter(isExact).slice(0, FIRST_EXACT)) load().catch(() => undefined);
  const atHand = new Set(matching.slice(0, BEST).map(({ key }) => key));
  const ranked = await addNeighbours(matching);
  signal?.throwIfAborted();
  const { exact, near, unread } = await partExact(
    orderRows(ranked, found, isPhrase),
    { isExact, isSure },
    strict,
    row === undefined ? words : [row],
  );
  // Those with what a word is also called come behind, but are not counted among those that have the word.
  const tiedPapers = isPhrase ? [] : near.filter(({ tiedCount }) => ties.length > 0 && tiedCount === found.length);
  const others = exact.length + tiedPapers.length < ENOUGH ? pickNear(near, exact.length, ranked[0]) : [];
  const results = [
    ...exact.map((paper) => toResult(paper, true)),
    ...[...new Set([...tiedPapers, ...others])].map((paper) => toResult(paper, false)),
  ];
  return {
    results: await sortResults(engine, question.sort, results),
    words,
    common,
    ties,
    unknown: found.filter(({ isKnown }) => !isKnown).map(({ word }) => word),
    loose: await findLoose(found, atHand),
    isCounted: found.every(({ isCounted }) => isCounted),
    unread,
  };
}

/** Words that papers have only in another spelling. */
async function findLoose(found: readonly WordHits[], atHand: ReadonlySet<string>): Promise<QuestionWord[]> {
  const loose = await Promise.all(found.map((hits) => hits.isKnown && hits.isLoose(atHand)));
  return found.filter((_, index) => loose[index]).map(({ word }) => word);
}

/** Looks up all words; a word that stands alone is scored as strictly as it is ordered, which saves a search. */
function findWords(engine: SearchEngine, words: readonly QuestionWord[]): Promise<WordHits[]> {
  const ranking = words.length === 1 ? "strict" : "fused";
  const isJudged = words.length <= MOST_JUDGED;
  const last = words.at(-1);
  return Promise.all(
    words.map((word) =>
      findWord(engine, word, { ranking, isLast: word === last, isOneOfMany: words.length > 1, isJudged }),
    ),
  );
}

/** Parts exact papers from others, each best first; exact ones come in the order of the strict search, if there is one. */
async function partExact(
  ranked: readonly Fused[],
  { isExact, isSure }: Record<"isExact" | "isSure", (paper: Fused) => boolean>,
  strict: ReadonlyMap<string, number>,
  words: readonly QuestionWord[],
) {
  const scoreOf = ({ key }: Fused): number => strict.get(key) ?? 0;
  const all = ranked.filter(isExact).sort((a, b) => scoreOf(b) - scoreOf(a));
  const { apart, unread } = await findApart(all, words, isSure);
  const exact = new Set(all.filter(({ key }) => !apart.has(key)));
  const near = ranked.filter((paper) => !exact.has(paper));
  return {
    exact: [...exact],
    unread,
    near: near.map((paper) => (apart.has(paper.key) ? { ...paper, isApart: true } : paper)),
  };
}

/** Papers in which the words of a short question stand in a row, as they were typed, before all others. */
function orderRows(ranked: readonly Fused[], found: readonly WordHits[], isPhrase: boolean): readonly Fused[] {
  if (isPhrase || found.length < 2 || found.length > MOST_IN_ROW) return ranked;
  const rows = new Set(ranked.filter((paper) => paper.parts.length === found.length && standInRow(paper)));
  return [...rows, ...ranked.filter((paper) => !rows.has(paper))];
}

/** A phrase as one word with parts. */
function toRow(phrase: string): QuestionWord {
  return { text: phrase, forms: listRowForms(phrase), count: 1 };
}

function toResult(paper: Fused, isExact: boolean): SearchResult {
  return {
    hit: joinParts(paper),
    matched: paper.parts.map(({ word }) => word.word),
    places: paper.parts.map(({ hit }) => hit.positions),
    isApart: paper.isApart,
    isExact,
  };
}

/** Those that fill up behind exact ones: up to enough in any case, beyond that only good ones. */
function pickNear(near: readonly Fused[], exactCount: number, best: Fused | undefined): Fused[] {
  const least = WORTH_SHOWING * (best?.score ?? 0);
  return near
    .slice(0, MOST_FILLED - exactCount)
    .filter(({ score }, index) => exactCount + index < ENOUGH || score >= least);
}

/** Keys of the papers that have a word which is not wanted; where the index is not sure of a row, the first texts say. */
async function findExcluded(engine: SearchEngine, words: readonly QuestionWord[]): Promise<Set<string>> {
  const excluded = new Set<string>();
  for (const word of words) {
    const { hits, sure } = await findRow(engine, word.forms);
    const doubtful = [...hits.values()].filter(({ key }) => !sure.has(key));
    const isNot = await Promise.all(
      doubtful.slice(0, MOST_FILLED).map(async (hit) => !readRows(await hit.load())(word)),
    );
    for (const key of [...sure, ...doubtful.filter((_, index) => isNot[index] !== true).map((hit) => hit.key)]) {
      excluded.add(key);
    }
  }
  return excluded;
}

/**
 * Scores by key by which exact papers are ordered: of those with a phrase, or with the one word that is asked. For more
 * words the added scores order them better, by two public collections; then there are none here.
 */
function findStrict(
  engine: SearchEngine,
  { phrase }: ReadQuestion,
  words: readonly QuestionWord[],
): Promise<Map<string, number>> {
  if (phrase !== undefined) return addSearches(engine, listPhrases(phrase, words));
  const [word] = words;
  if (word === undefined || words.length > 1) return Promise.resolve(new Map());
  return addSearches(engine, word.forms);
}

/** The very words in a row; a hyphen may stand for a space, and words that the index has as one may be so. */
function listPhrases(phrase: string, words: readonly QuestionWord[]): string[] {
  const spaced = splitParts(phrase).map(foldWord).join(" ");
  const together = words.reduce((text, { forms }) => text.replaceAll(forms[0] ?? "", forms.at(-1) ?? ""), spaced);
  // A row with hyphens between all of its words is one word to the index.
  return [`"${spaced}"`, `"${together}"`, `"${spaced.replaceAll(" ", "")}"`];
}

async function addSearches(engine: SearchEngine, terms: readonly string[]) {
  const found = await Promise.all([...new Set(terms)].map((term) => engine.search(term, "strict")));
  const scores = new Map<string, number>();
  for (const { key, score } of found.flat()) scores.set(key, (scores.get(key) ?? 0) + score);
  return scores;
}
