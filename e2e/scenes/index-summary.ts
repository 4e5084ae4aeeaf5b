/** What a search index holds and what it answers, by papers: two indexes can be compared by it, however their files are cut. */
import type { PaperRecord } from "#lib/content/record.ts";
import type { Ranking, SearchEngine } from "#lib/search/engine.ts";
import { countFacets, type FacetCounts } from "#lib/search/facet-table.ts";
import { readMeets } from "#lib/search/facets.ts";
import { sortResults } from "#lib/search/order.ts";
import { EMPTY_QUESTION, type Question, type Sort } from "#lib/search/question.ts";
import { makePlainResult } from "#lib/search/result.ts";
import { createRandom } from "../../bench/random.ts";
import { openSearchIndex } from "./opened-index.ts";

/** What is asked of an index. */
export interface FixedQuestion {
  /** Words, or a phrase in quotation marks. */
  term: string;
  /** How hits are scored. */
  ranking: Ranking;
  /** What it is narrowed down to, and its order. */
  rest: Pick<Question, "years" | "sort">;
}

/** An index by what it holds; every text is JSON, so that what differs can be told. */
export interface IndexSummary {
  /** By id, all that is known of a paper: its fragment, its facets, its orders, the papers like it. */
  papers: Map<string, string>;
  /** How many papers have each value of the filters. */
  counts: FacetCounts;
  /** By first letter, the words that are known; under "common" those of very many papers, under "forms" what else words are called. */
  words: Map<string, string>;
  /** By question, ids and scores of all hits in their order. */
  answers: Map<string, string>;
}

/** How many questions are asked. */
const QUESTIONS = 50;
/** Whose first letter each table of words has. */
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz", "0"];

/** The fifty questions of an archive, made of its own words: single ones, pairs, phrases, narrowed ones, ordered ones. */
export function listQuestions(records: readonly PaperRecord[]): FixedQuestion[] {
  return Array.from({ length: QUESTIONS }, (_, number) => {
    const random = createRandom(`question/${number}`);
    const { title, abstract = "", published = "" } = random.pick(records);
    const words = (text: string): string[] => text.toLowerCase().match(/[a-z]{4,}/g) ?? ["the"];
    const word = random.pick(words(abstract));
    const start = random.integer(0, 3);
    const [term = "", years = [], sort = "relevance"] = [
      [word],
      [`${word} ${random.pick(words(title))}`],
      [
        `"${title
          .split(" ")
          .slice(start, start + 2)
          .join(" ")
          .replaceAll(/["“”]/g, "")}"`,
      ],
      [word, [published.slice(0, 4)]],
      [word, [], random.pick(["newest", "comments"] as const)],
    ][number % 5] as [string?, string[]?, Sort?];
    return { term, ranking: number % 2 === 0 ? "strict" : "fused", rest: { years, sort } };
  });
}

/** Reads the index of a finished site through the site's own engine, and asks it. */
export async function summarizeIndex(siteFolder: string, questions: readonly FixedQuestion[]): Promise<IndexSummary> {
  const engine = await openSearchIndex(siteFolder);
  const facets = await engine.tables.readFacets();
  const loaded = await Promise.all(Array.from(facets.keys(), async (key) => ({ key, paper: await engine.load(key) })));
  const ids = new Map(loaded.map(({ key, paper }) => [key, paper.entry.id]));
  const orders = await Promise.all([engine.tables.readOrder("newest"), engine.tables.readOrder("comments")]);
  const papers = new Map<string, string>();
  for (const { key, paper } of loaded) {
    const rest = {
      facets: facets.get(key),
      orders: orders.map((values) => values.get(key)),
      near: paper.near.map(({ key: other, likeness }) => [ids.get(other), likeness]),
    };
    papers.set(paper.entry.id, JSON.stringify({ ...paper, ...rest }));
  }
  const counts = countFacets(facets.values());
  return { papers, counts, words: await readWords(engine), answers: await ask(engine, questions, ids) };
}

async function readWords({ tables }: SearchEngine): Promise<IndexSummary["words"]> {
  const { acronyms, compounds } = await tables.readForms();
  const words = new Map([
    ["common", JSON.stringify([...tables.common].sort())],
    ["forms", JSON.stringify([[...acronyms], [...compounds]])],
  ]);
  for (const letter of LETTERS) words.set(letter, JSON.stringify(await tables.readWords(letter)));
  return words;
}

async function ask(
  engine: SearchEngine,
  questions: readonly FixedQuestion[],
  ids: ReadonlyMap<string, string>,
): Promise<IndexSummary["answers"]> {
  const answers: IndexSummary["answers"] = new Map();
  for (const question of questions) {
    const asked = { ...EMPTY_QUESTION, ...question.rest };
    const meets = await readMeets(engine.tables, asked);
    const hits = (await engine.search(question.term, question.ranking)).filter(({ key }) => meets(key));
    const results = await sortResults(engine, asked.sort, hits.map(makePlainResult));
    answers.set(JSON.stringify(question), JSON.stringify(results.map(({ hit }) => [ids.get(hit.key), hit.score])));
  }
  return answers;
}
