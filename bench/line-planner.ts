/** What the planner itself costs: the browser's questions asked in Node, where nothing is fetched, drawn or sent to a worker. */
import { answerQuestion, makeVocabulary } from "#lib/search/planner.ts";
import { EMPTY_QUESTION } from "#lib/search/question.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import type { LineQuestion } from "./line-questions.ts";

/**
 * Milliseconds for each question but the first, which each time opens the index anew, as it opens a reader's page; files
 * are read from disk.
 * @param site Folder of the site with its index.
 */
export async function measurePlanner(site: string, questions: readonly LineQuestion[]): Promise<number[]> {
  const vocabulary = makeVocabulary([]);
  const [first, ...others] = questions;
  const milliseconds: number[] = [];
  for (const { text } of others) {
    const engine = await openSearchIndex(site);
    await answerQuestion(engine, { ...EMPTY_QUESTION, text: first?.text ?? "" }, vocabulary);
    const start = performance.now();
    await answerQuestion(engine, { ...EMPTY_QUESTION, text }, vocabulary);
    milliseconds.push(performance.now() - start);
  }
  return milliseconds;
}
