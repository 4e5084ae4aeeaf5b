/** Looks up the words of a question one by one, and finds out which papers have them as they are. */
import type { Hit, Ranking, SearchEngine } from "./engine.ts";
import { matchForm, readMatches } from "./marks.ts";
import { measureRarity } from "./rarity.ts";
import { findRow, type RowHits } from "./rows.ts";
import { joinPairs } from "./runs.ts";
import { listAllForms, type QuestionWord } from "./words.ts";

/** Among other words the last one is taken for the beginning of longer ones that so many times more papers have. */
const MANY_TIMES = 8;
/** A letter alone, or one as a part of a word: as a beginning it would find very many words. */
const SINGLE_LETTER = /(?:^| ).(?: |$)/u;

/** One word with the papers that have it. */
export interface WordHits {
  /** The word. */
  word: QuestionWord;
  /** The papers, each once; scores of the word's forms are added. */
  hits: readonly Hit[];
  /** Whether a paper has it as it is, with any ending; others have longer words. */
  isWhole(key: string): boolean;
  /** Whether there is no doubt of that: of parts in a row only the text of a paper is sure. */
  isSure(key: string): boolean;
  /** Whether a paper has what else the word is called. */
  isTied(key: string): boolean;
  /** How much the word tells, by which its scores count. */
  weight: number;
  /** Whether it has parts that papers also have apart from each other. */
  hasParts: boolean;
  /** Whether any paper has it. */
  isKnown: boolean;
  /**
   * Whether papers have it only in another spelling, cut short or with another ending, by the best hit; of those with
   * these keys if there are any, since they are at hand, while another has to be fetched.
   */
  isLoose(atHand: ReadonlySet<string>): Promise<boolean>;
  /** Whether `isWhole` surely knows all papers that have it. */
  isCounted: boolean;
}

/** How a word is looked up. */
export interface Lookup {
  /** How they are scored. */
  ranking: Ranking;
  /** Whether the word may still be typed, so that papers with longer words have it as well. */
  isLast: boolean;
  /** Whether there are other words to go by. */
  isOneOfMany: boolean;
  /** Whether it is to be seen how papers spell it: `reinforcment` has the stem of the right word. */
  isJudged: boolean;
}

/** The papers that have a word in any of its forms. */
export async function findWord(
  engine: SearchEngine,
  word: QuestionWord,
  { ranking, isLast, isJudged, isOneOfMany }: Lookup,
): Promise<WordHits> {
  const lists: (readonly Hit[])[] = [];
  const whole = new Set<string>();
  const sure = new Set<string>();
  const tied = new Set<string>();
  let isKnown = false;
  const judged: ((atHand: ReadonlySet<string>) => Promise<boolean>)[] = [];
  let isTakenAsFound = false;
  let isLongerOnly = false;
  let isUnfinished = false;
  let count = 0;
  for (const form of listAllForms(word)) {
    const isTied = !word.forms.includes(form);
    const isRow = word.isQuoted === true || SINGLE_LETTER.test(form);
    // In a long question, papers with longer words than a very common one are as good: to tell them apart takes long.
    const isCommon = !isJudged && engine.tables.common.has(form);
    const scored = isRow ? [] : await engine.search(form, ranking);
    const isTaken = isCommon && scored.length > 0;
    const row = isTaken ? NO_ROW : await (isTied || !isJudged ? findPlainRow(engine, form) : findRow(engine, [form]));
    const all = isRow ? [...row.hits.values()] : scored;
    const exact = new Set(row.hits.keys());
    const isFound = isTaken || exact.size > 0;
    const match = isFound ? undefined : await judgeBest(form, all[0]);
    if (match === undefined && !isFound) continue;
    isKnown = true;
    judged.push(async (atHand) => {
      if (isFound && !isJudged) return false;
      const spelling = isFound ? await judgeBest(form, all.find(({ key }) => atHand.has(key)) ?? all[0]) : match;
      return spelling === "other" && !(await engine.tables.readWords(form)).includes(form);
    });
    isTakenAsFound ||= isTaken;
    isLongerOnly ||= !isFound && match === "longer";
    isUnfinished ||= isLast && isOneOfMany && exact.size > 0 && exact.size * MANY_TIMES < all.length;
    for (const key of exact) (isTied ? tied : whole).add(key);
    if (!isTied) for (const key of row.sure) sure.add(key);
    // Of a long form that is written as one word more may follow: `vision-language-action-like`.
    if (exact.size > 0 && isLongForm(word, form)) for (const { key } of all) (isTied ? tied : whole).add(key);
    // What is found in a row is not scored: it counts as if every paper said it once.
    const score = measureRarity(all.length, engine.paperCount);
    lists.push(isRow ? all.map((hit) => ({ ...hit, score })) : all);
    count = Math.max(count, all.length);
  }
  const isAllWhole = isTakenAsFound || isUnfinished || (whole.size + tied.size === 0 && isLongerOnly && isLast);
  const hasParts = whole.size + tied.size > 0 && listAllForms(word).some((form) => form.includes(" "));
  const isLetter = word.forms.every((form) => [...form].length === 1);
  return {
    word,
    hits: mergeHits(lists),
    isWhole: isAllWhole ? () => true : (key) => whole.has(key),
    isSure: (key) => sure.has(key),
    isTied: (key) => tied.has(key),
    // The parts of a word stand in many more papers than the word, and say little of how rare it is.
    // A letter at the end may become any word: until then it tells nothing.
    weight:
      isLetter && isLast && isOneOfMany
        ? 0
        : weighWord(word, hasParts ? whole.union(tied).size : count, engine.paperCount),
    hasParts,
    isKnown,
    isLoose: async (atHand) => (await Promise.all(judged.map((judge) => judge(atHand)))).every(Boolean),
    isCounted: whole.size + tied.size > 0 && !isAllWhole,
  };
}

/** Whether a form is the long form of an acronym, written together. */
function isLongForm(word: QuestionWord, form: string): boolean {
  const forms = listAllForms(word);
  return word.tied !== undefined && forms.some((other) => other !== form && other.replaceAll(" ", "") === form);
}

/**
 * How much a word tells. Pagefind's score has its rarity once already; long questions want it a little more, by its
 * root. A word that is said twice counts twice, as in BM25.
 */
export function weighWord({ count }: QuestionWord, papers: number, paperCount: number): number {
  return count * Math.sqrt(measureRarity(papers, paperCount));
}

const NO_ROW: RowHits = { hits: new Map(), sure: new Set() };

/** As `findRow`, but only in one writing, which is what long questions and long forms that were not typed are weighed by. */
async function findPlainRow(engine: SearchEngine, form: string): Promise<RowHits> {
  if (joinPairs(form) !== form) return findRow(engine, [form]);
  const hits = await engine.search(`"${form}"`, "fused");
  return { hits: new Map(hits.map((hit) => [hit.key, hit])), sure: new Set() };
}

/**
 * How the best hit answers where none has the word as it is: by `longer` ones, by `other` spellings, or not at all,
 * since Pagefind takes a shorter word when it knows none that is asked, and then for all hits.
 */
async function judgeBest(form: string, hit: Hit | undefined): Promise<"longer" | "other" | undefined> {
  if (hit === undefined) return undefined;
  const paper = await hit.load();
  const surfaces = matchForm(form, readMatches(hit, paper), paper);
  if (surfaces === undefined) return undefined;
  const isLonger = form.split(" ").every((wanted) => [...surfaces].some((found) => found.startsWith(wanted)));
  return isLonger ? "longer" : "other";
}

/** Each paper of several lists once: scores added, positions together. */
function mergeHits(lists: readonly (readonly Hit[])[]): readonly Hit[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const merged = new Map<string, Hit>();
  for (const hit of lists.flat()) {
    const first = merged.get(hit.key);
    const both = first && { ...hit, score: first.score + hit.score, positions: joinPlaces([first, hit]) };
    merged.set(hit.key, both ?? hit);
  }
  return [...merged.values()];
}

/** The places of several hits in one paper, each once, in rising order. */
export function joinPlaces(hits: readonly Hit[]): number[] {
  return [...new Set(hits.flatMap(({ positions }) => positions))].sort((a, b) => a - b);
}
