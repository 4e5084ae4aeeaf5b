/** Looks up the words of a question one by one, and finds out which papers have them as they are. */
import type { Filters, FoundPaper, Hit, SearchEngine } from "./engine.ts";
import { matchForm, readMatches } from "./marks.ts";
import { foldWord, joinWords, type QuestionWord } from "./words.ts";

/** Up to this many words it is tried whether neighbours are written as one in the index. */
const MOST_JOINED = 5;
/** Papers that are read to see whether words stand in a row; further ones are taken as they come. */
const MOST_READ = 20;
/** How single words are searched. */
const BY_WORD = { ranking: "fused", sort: "relevance" } as const;

/** One word with the papers that have it. */
export interface WordHits {
  /** The word. */
  word: QuestionWord;
  /** By key; scores of the word's forms are added. */
  hits: Map<string, Hit>;
  /** Keys of the papers, whatever the filters, that have it as it is, with any ending; others have longer words. */
  whole: Set<string>;
  /** How much the word tells, by which its scores count. */
  weight: number;
  /** Whether it has parts that papers also have apart from each other. */
  hasParts: boolean;
  /** Whether any paper has it, whatever the filters. */
  isKnown: boolean;
  /** Whether the best hit has it only in another spelling: cut short or with another ending. */
  isLoose: boolean;
  /** Whether `whole` surely holds all there are. */
  isCounted: boolean;
}

/**
 * Neighbours that papers mostly write together become one word: `self play` where they say `self-play`. Most of the
 * papers that have both must have them in a row, or else any two words that one paper joins would be one.
 */
export async function joinNeighbours(engine: SearchEngine, words: QuestionWord[]): Promise<QuestionWord[]> {
  if (words.length < 2 || words.length > MOST_JOINED) return words;
  const joined: QuestionWord[] = [];
  for (const word of words) {
    const previous = joined.at(-1);
    if (previous !== undefined && isPlain(previous) && isPlain(word) && (await isOneWord(engine, previous, word))) {
      joined[joined.length - 1] = joinWords(previous, word);
    } else {
      joined.push(word);
    }
  }
  return joined;
}

function isPlain({ forms, isQuoted }: QuestionWord): boolean {
  return forms.length === 1 && isQuoted !== true;
}

async function isOneWord(engine: SearchEngine, first: QuestionWord, second: QuestionWord): Promise<boolean> {
  const [spaced = "", together = ""] = joinWords(first, second).forms;
  const one = await findWhole(engine, together);
  if (one.size === 0) return false;
  const row = await findWhole(engine, spaced);
  const [a, b] = await Promise.all([first, second].map(({ forms }) => findWhole(engine, forms[0] ?? "")));
  const both = [...(a ?? [])].filter((key) => b?.has(key) === true && !one.has(key) && !row.has(key));
  return both.length <= new Set([...one, ...row]).size;
}

/**
 * The papers that have a word in any of its forms.
 * @param isLast Whether it may still be typed, so that papers with longer words have it as well.
 * @param isJudged Whether it is to be seen how papers spell it, which costs reading one: `reinforcment` has the stem of
 * the right word.
 */
export async function findWord(
  engine: SearchEngine,
  word: QuestionWord,
  filters: Filters,
  { isLast = false, isJudged = false } = {},
): Promise<WordHits> {
  const hits = new Map<string, Hit>();
  const whole = new Set<string>();
  let isKnown = false;
  let isLoose = true;
  let isCounted = true;
  let count = 0;
  for (const form of word.forms) {
    const exact = await findWhole(engine, form);
    const term = word.isQuoted === true ? `"${form}"` : form;
    const all = (await engine.search(term, { filters: {}, ...BY_WORD })).hits;
    const match = exact.size > 0 && !isJudged ? "longer" : await judgeBest(form, all[0]);
    if (match === undefined && exact.size === 0) continue;
    isKnown = true;
    isLoose &&= match === "other";
    isCounted &&= exact.size > 0 && (!form.includes(" ") || exact.size <= MOST_READ);
    if (exact.size === 0 && match === "longer" && isLast) for (const { key } of all) whole.add(key);
    for (const key of exact) whole.add(key);
    const within = isUnfiltered(filters) ? all : (await engine.search(term, { filters, ...BY_WORD })).hits;
    for (const hit of within) hits.set(hit.key, addHits(hits.get(hit.key), hit));
    count = Math.max(count, all.length);
  }
  const hasParts = whole.size > 0 && word.forms.some((form) => form.includes(" "));
  // The parts of a word stand in many more papers than the word, and say little of how rare it is.
  const weight = weighWord(word, hasParts ? whole.size : count, engine.paperCount);
  return { word, hits, whole, weight, hasParts, isKnown, isLoose, isCounted };
}

/**
 * How much a word tells. Pagefind's score has its rarity once already; long questions want it a little more, by the
 * root of the usual idf, ln(1 + (N − n + ½) / (n + ½)). A word that is said twice counts twice, as in BM25.
 */
function weighWord({ count }: QuestionWord, papers: number, paperCount: number): number {
  return count * Math.sqrt(Math.log(1 + Math.max(0, paperCount - papers + 0.5) / (papers + 0.5)));
}

/** Keys of the papers, whatever the filters, that have a form as it stands: its parts in a row. */
async function findWhole(engine: SearchEngine, form: string): Promise<Set<string>> {
  const { hits } = await engine.search(`"${form}"`, { filters: {}, ...BY_WORD });
  if (!form.includes(" ")) return new Set(hits.map(({ key }) => key));
  // Pagefind also takes `self-supervised play` for `self play`, so the first ones are read.
  const read = await Promise.all(hits.slice(0, MOST_READ).map((hit) => hit.load()));
  const isRow = (index: number): boolean => read[index] === undefined || hasRow(form, read[index]);
  return new Set(hits.filter((_, index) => isRow(index)).map(({ key }) => key));
}

function hasRow(form: string, { content, aside }: FoundPaper): boolean {
  const text = `${content} ${aside}`
    .split(/[\s\p{Pd}]+/u)
    .map(foldWord)
    .join(" ");
  return ` ${text}`.includes(` ${form}`);
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

function isUnfiltered(filters: Filters): boolean {
  return Object.keys(filters).length === 0;
}

/** Two hits of one paper as one: scores added, positions together. */
export function addHits(first: Hit | undefined, second: Hit): Hit {
  if (first === undefined) return second;
  return {
    ...second,
    score: first.score + second.score,
    positions: [...new Set([...first.positions, ...second.positions])].sort((a, b) => a - b),
  };
}
