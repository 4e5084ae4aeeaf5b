/** `search`: how good are the answers of search, beside plain BM25? */

import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { answerQuestion, makeVocabulary } from "#lib/search/planner.ts";
import { EMPTY_QUESTION } from "#lib/search/question.ts";
import type { SearchAnswer } from "#lib/search/search-answer.ts";
import { foldWord, parseQuestionWords, splitParts } from "#lib/search/words.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import type { IndexPaper } from "#search-index/pages.ts";
import type { BundleBounds } from "#search-index/plan.ts";
import { lockOutput } from "#tools/build/lock.ts";
import { type Command, type ExitCode, FLAG, print, TEXT, UsageError } from "#tools/commands/command.ts";
import { CACHE_FOLDER } from "#tools/folders.ts";
import { describeMachine, warnOfLoad } from "./figures.ts";
import { readOptions } from "./options.ts";
import { removeWhenStopped } from "./scratch.ts";
import { makeBm25 } from "./search-bm25.ts";
import { type Collection, type CollectionPaper, readCollection } from "./search-collection.ts";
import { formatSearchFigures, type Outcome, toSearchFigures } from "./search-figures.ts";
import { writeCollectionSite } from "./search-site.ts";

const FOLDER = join(CACHE_FOLDER, "bench-search");
/** Papers that are looked at of each answer. */
const MOST = 50;
/** The kinds of questions, with how many content words they have; `full` is the whole text. */
const KINDS: Record<string, number> = { full: Number.POSITIVE_INFINITY, "3": 3, "2": 2 };

const HELP = `npm run bench -- search --collection DIR [--queries full|3|2] [--bundles N] [--json]

Builds the search index of a judged collection as the site's is built, asks its questions through the planner that the
search page runs, and says how good the answers are, beside those of plain BM25 (k1 1.2, b .75, Porter's stems).

  --collection DIR  folder with corpus.jsonl {id, title, abstract}, queries.jsonl {id, text} and
                    qrels.tsv (query, document and grade, apart by tabs)
  --queries KIND    full: the whole text, which is what is meant without this; 3 or 2: its three or two rarest content
                    words in their order, each once, of those that some paper has: what people type who know what
                    they look for
  --bundles N       cut the index into N bundles of equal size, by the papers' ids; 1 without this
  --json            print one object and nothing else

  ndcg@10, recall@50  means over the questions, 0 to 1      bytes  size of the index
  zero, under10       share of questions with no, or fewer  ms     milliseconds for one question, on one thread
                      than ten, papers found                bm25   nDCG@10 and Recall@50 of BM25
  gain                by how much nDCG@10 lies above BM25's: bounds of 95 in 100, by bootstrap over the questions`;

/** Asks the questions of a judged collection and reports how good the answers are. */
export const measureSearch: Command = {
  name: "search",
  summary: "answers to a judged collection's questions beside BM25; quality, bytes, ms",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const values = readOptions(args, { collection: TEXT, queries: TEXT, bundles: TEXT, json: FLAG });
    if (values.collection === undefined)
      throw new UsageError("say which collection, such as --collection ../cranfield");
    const kind = values.queries ?? "full";
    const wordCount = KINDS[kind];
    if (wordCount === undefined) throw new UsageError(`--queries is "${kind}"; write ${Object.keys(KINDS).join(", ")}`);
    const bundles = Number(values.bundles ?? 1);
    if (!(Number.isInteger(bundles) && bundles >= 1 && bundles <= 9))
      throw new UsageError(`--bundles is "${values.bundles}"; write a number from 1 to 9`);
    const collection = readCollection(resolve(values.collection));
    warnOfLoad();
    const countOf = countPapersByWord(collection.papers);
    const { outcomes, bytes } = await measure(collection, bundles, (text) => shorten(text, wordCount, countOf));
    const figures = toSearchFigures(collection, outcomes, bytes);
    const table = `${formatSearchFigures(figures, collection, outcomes)}\n\n${describeMachine()}`;
    print(values.json ? JSON.stringify(figures) : table);
    return 0;
  },
};

/**
 * The rarest content words of a text, in its order; the text itself where all of them are wanted, or no paper has any.
 * @param countOf in how many papers a folded word stands
 */
export function shorten(text: string, wordCount: number, countOf: (folded: string) => number): string {
  if (!Number.isFinite(wordCount)) return text;
  const words = parseQuestionWords(text)
    .words.map((word, place) => ({ text: word.text, place, count: Math.max(...word.forms.map(countForm)) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.place - b.place)
    .slice(0, wordCount)
    .sort((a, b) => a.place - b.place);
  return words.length === 0 ? text : words.map((word) => word.text).join(" ");

  /** Of a form of several words the rarest counts. */
  function countForm(form: string): number {
    return Math.min(...form.split(" ").map(countOf));
  }
}

/** In how many papers each folded word stands. */
export function countPapersByWord(papers: readonly CollectionPaper[]): (folded: string) => number {
  const counts = new Map<string, number>();
  for (const { title, abstract } of papers) {
    const words = new Set(splitParts(`${title} ${abstract}`).map(foldWord));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (folded) => counts.get(folded) ?? 0;
}

/** Builds the index, asks all questions and removes the index again. */
async function measure(
  collection: Collection,
  bundles: number,
  toQuestion: (text: string) => string,
): Promise<{ outcomes: Outcome[]; bytes: number }> {
  const release = await lockOutput(FOLDER);
  const removeAll = () => rmSync(FOLDER, { recursive: true, force: true, maxRetries: 10 });
  const stopListening = removeWhenStopped(removeAll);
  try {
    removeAll();
    const papers = spreadPapers(writeCollectionSite(collection.papers, FOLDER), bundles);
    const { bytes } = await buildSearchIndex(FOLDER, papers, { bounds: ONE_A_YEAR });
    const engine = await openSearchIndex(FOLDER);
    const vocabulary = makeVocabulary([]);
    const bm25 = makeBm25(collection.papers);
    const outcomes: Outcome[] = [];
    for (const { id, text } of collection.queries) {
      const question = toQuestion(text);
      const start = performance.now();
      const answer = await answerQuestion(engine, { ...EMPTY_QUESTION, text: question }, vocabulary);
      const milliseconds = performance.now() - start;
      outcomes.push({ query: id, found: await listIds(answer), bm25: bm25(question, MOST), milliseconds });
    }
    return { outcomes, bytes };
  } finally {
    removeAll();
    stopListening();
    release();
  }
}

/** Bounds that make a bundle of every month, which is one of every year where all papers join in January. */
const ONE_A_YEAR: BundleBounds = { most: Number.MAX_SAFE_INTEGER, first: 1, close: 1, ratio: 0 };

/** The papers as if equal shares of them had joined in as many years. */
function spreadPapers(papers: readonly IndexPaper[], years: number): IndexPaper[] {
  return papers.map((paper, index) => ({
    ...paper,
    day: `${2001 + Math.floor((index * years) / papers.length)}-01-01`,
  }));
}

async function listIds({ results }: SearchAnswer): Promise<string[]> {
  const papers = await Promise.all(results.slice(0, MOST).map(({ hit }) => hit.load()));
  return papers.map(({ entry }) => entry.id);
}
