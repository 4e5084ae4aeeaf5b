/** Holds answers of search against what papers literally hold. */

import type { SearchEngine } from "#lib/search/engine.ts";
import { answerQuestion, makeVocabulary } from "#lib/search/planner.ts";
import { EMPTY_QUESTION } from "#lib/search/question.ts";
import {
  drawQuestion,
  holdLike,
  holdRow,
  holdWords,
  type LiteralQuestion,
  readHumpsOf,
  readJoinedOf,
  readRowsOf,
} from "./literal-phrases.ts";
import { createRandom } from "./random.ts";
import type { CollectionPaper } from "./search-collection.ts";

/** What is wrong with answers, a line each; empty where nothing is. */
export interface LiteralFaults {
  /** Papers that hold what was asked for and are not among those that are said to. */
  missing: string[];
  /** Papers that are counted in a number given as exact, or by an "at least", and do not hold it. */
  surplus: string[];
  /** Papers that hold the very phrase and come behind others that do not. */
  late: string[];
}

/** Asks phrases of some papers, drawn by a seed, and tells what is wrong with the answers. */
export async function checkLiterals(
  engine: SearchEngine,
  papers: readonly CollectionPaper[],
  count: number,
  seed: string,
): Promise<LiteralFaults> {
  const random = createRandom(seed);
  const rows = new Map(papers.map((paper) => [paper.id, readRowsOf(paper)]));
  // What the index may rightly find: any ending, parts of words, and words without their hyphen.
  const likes = new Map(
    papers.map((paper) => [paper.id, [readRowsOf, readHumpsOf, readJoinedOf].flatMap((read) => read(paper))]),
  );
  const faults: LiteralFaults = { missing: [], surplus: [], late: [] };
  for (let index = 0; index < count; index += 1) {
    await checkQuestion(engine, { rows, likes }, drawQuestion(papers, random), faults);
  }
  return faults;
}

async function checkQuestion(
  engine: SearchEngine,
  { rows, likes }: Record<"rows" | "likes", ReadonlyMap<string, string[]>>,
  { typed, kind, phrase, other }: LiteralQuestion,
  { missing, surplus, late }: LiteralFaults,
): Promise<void> {
  const answer = await answerQuestion(engine, { ...EMPTY_QUESTION, text: typed }, makeVocabulary([]));
  const isAsked = (word: string): boolean => !answer.leftOut.includes(word);
  const telling = phrase.filter(isAsked);
  const loaded = await Promise.all(answer.results.map(({ hit }) => hit.load()));
  const ids = loaded.map(({ entry }) => entry.id);
  const exact = ids.slice(0, answer.exactCount);
  const isMeant = (own: readonly string[], hold: typeof holdRow): boolean => {
    if (kind === "plain") return hold(own, phrase);
    if (!hold(own, phrase)) return false;
    return kind === "quoted" || hold(own, other) === (kind === "with a word");
  };
  const found = new Set(exact);
  for (const [id, row] of rows) {
    const own = likes.get(id) ?? [];
    // What is written with a hyphen is also not wanted where it is written as one.
    const isUnwanted = kind === "without a word" && (holdLike(own, other) || holdLike(own, [other.join("")]));
    if (!isUnwanted && isMeant(row, holdRow) && !found.has(id)) missing.push(`${typed}  ${id}`);
  }
  // Without quotation marks it is enough that all words are there.
  const isHeld = (id: string): boolean => {
    const own = likes.get(id) ?? [];
    if (kind === "plain") return holdWords(own, telling);
    return holdLike(own, phrase) && (kind !== "with a word" || holdWords(own, other.filter(isAsked)));
  };
  const held = exact.filter(isHeld).length;
  const most = answer.isCountExact ? answer.exactCount : answer.sureCount;
  if (held < most) surplus.push(`${typed}  ${most} said, ${held} hold it`);
  // Words that are left out, as it is said, order nothing.
  if (telling.length < 2 || telling.length < phrase.length || kind.startsWith("with")) return;
  const firstOther = ids.findIndex((id) => !holdLike(likes.get(id) ?? [], phrase));
  const lastLiteral = ids.findLastIndex((id) => holdRow(rows.get(id) ?? [], phrase));
  if (firstOther >= 0 && lastLiteral > firstOther) late.push(`${typed}  ${ids[lastLiteral]} behind ${ids[firstOther]}`);
}
