/** Looks up the words of a question one by one, and finds out which of them no paper has. */
import type { Filters, FoundPaper, Hit, SearchEngine } from "./engine.ts";
import { matchForm, readMatches } from "./marks.ts";
import { countShared, listSurfaces } from "./surface.ts";
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
  /** Keys of papers that have only its parts, and these apart. */
  apart: Set<string>;
  /** Whether any paper has it, whatever the filters. */
  isKnown: boolean;
  /** Whether the best hit has it only in another spelling: with another ending, or cut short. */
  isLoose: boolean;
}

/** Neighbours that the index has written together become one word: `self play` where papers say `self-play`. */
export async function joinNeighbours(engine: SearchEngine, words: QuestionWord[]): Promise<QuestionWord[]> {
  if (words.length < 2 || words.length > MOST_JOINED) return words;
  const joined: QuestionWord[] = [];
  for (const word of words) {
    const previous = joined.at(-1);
    const isPlain = previous?.forms.length === 1 && word.forms.length === 1;
    if (previous !== undefined && isPlain && (await isWrittenTogether(engine, previous, word))) {
      joined[joined.length - 1] = joinWords(previous, word);
    } else {
      joined.push(word);
    }
  }
  return joined;
}

async function isWrittenTogether(engine: SearchEngine, first: QuestionWord, second: QuestionWord): Promise<boolean> {
  const together = joinWords(first, second).forms[1] ?? "";
  const [hit] = (await engine.search(together, { filters: {}, ...BY_WORD })).hits;
  if (hit === undefined) return false;
  const paper = await hit.load();
  const tokens = [...readMatches(hit, paper), ...paper.aside.split(/\s+/)];
  const needed = (first.forms[0]?.length ?? 0) + 2;
  return tokens.flatMap(listSurfaces).some((surface) => countShared(together, surface) >= needed);
}

/** The papers that have a word in any of its forms. */
export async function findWord(engine: SearchEngine, word: QuestionWord, filters: Filters): Promise<WordHits> {
  const hits = new Map<string, Hit>();
  const whole = new Set<string>();
  let isKnown = false;
  let isLoose = true;
  for (const form of word.forms) {
    const [best] = (await engine.search(form, { filters: {}, ...BY_WORD })).hits;
    const surfaces = best && (await matchBest(form, best));
    if (surfaces === undefined) continue;
    isKnown = true;
    isLoose &&= form.split(" ").some((wanted) => ![...surfaces].some((found) => found.startsWith(wanted)));
    const within = await engine.search(form, { filters, ...BY_WORD });
    for (const hit of within.hits) hits.set(hit.key, addHits(hits.get(hit.key), hit));
    for (const key of await findWhole(engine, form)) whole.add(key);
  }
  // Where no paper has the word whole, its parts are all there is.
  const apart = whole.size === 0 ? [] : [...hits.keys()].filter((key) => !whole.has(key));
  return { word, hits, apart: new Set(apart), isKnown, isLoose };
}

/** Keys of the papers, whatever the filters, that have a form as it stands: its parts in a row. */
async function findWhole(engine: SearchEngine, form: string): Promise<string[]> {
  const isRow = form.includes(" ");
  const { hits } = await engine.search(isRow ? `"${form}"` : form, { filters: {}, ...BY_WORD });
  if (!isRow) return hits.map(({ key }) => key);
  // Pagefind also takes `self-supervised play` for `self play`, so the first ones are read.
  const read = await Promise.all(hits.slice(0, MOST_READ).map((hit) => hit.load()));
  return hits.filter((_, index) => read[index] === undefined || hasRow(form, read[index])).map(({ key }) => key);
}

function hasRow(form: string, { content, aside }: FoundPaper): boolean {
  const text = `${content} ${aside}`.split(" ").map(foldWord).join(" ");
  return ` ${text}`.includes(` ${form}`);
}

/**
 * The words by which the best hit answers; undefined when it does not: Pagefind takes a shorter word when it knows
 * none that is asked, and then for all hits.
 */
async function matchBest(form: string, hit: Hit): Promise<Set<string> | undefined> {
  const paper = await hit.load();
  return matchForm(form, readMatches(hit, paper), paper);
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
