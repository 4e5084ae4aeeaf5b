/** Answers a question for papers like one: those that the index keeps with it, the most alike first. */
import { findPaper } from "./by-id.ts";
import type { SearchEngine } from "./engine.ts";
import { countResults, readMeets } from "./facets.ts";
import { sortResults } from "./order.ts";
import type { Question } from "./question.ts";
import { makePlainResult, type SearchResult } from "./result.ts";
import { makePlainAnswer, type SearchAnswer } from "./search-answer.ts";

/**
 * Answers a question with `like`; its text is not looked at.
 * @param signal Ends the work early, with its reason as error, when the answer is no longer wanted.
 */
export async function answerLike(
  engine: SearchEngine,
  question: Question,
  signal?: AbortSignal,
): Promise<SearchAnswer> {
  const found = await findPaper(engine, question.like ?? "");
  signal?.throwIfAborted();
  const near = (found?.paper.near ?? []).map(({ key, likeness }) =>
    makePlainResult({ key, score: likeness, positions: [], load: () => engine.load(key) }),
  );
  const run = async (asked: Question): Promise<SearchResult[]> => {
    const meets = await readMeets(engine.tables, asked);
    return near.filter(({ hit }) => meets(hit.key));
  };
  const results = await sortResults(engine, question.sort, await run(question));
  const facets = await countResults(engine.tables, question, results, run);
  return {
    ...makePlainAnswer(question, results),
    ...(found === undefined ? {} : { like: found.paper.entry }),
    ...(facets === undefined ? {} : { facets }),
  };
}
