/** Answers a question for one paper by its id. Fetched only then. */
import type { FoundPaper, Hit, SearchEngine } from "./engine.ts";
import type { Question } from "./question.ts";
import { makePlainResult } from "./result.ts";
import { makePlainAnswer, type SearchAnswer } from "./search-answer.ts";

/** Up to this many hits are looked at; the paper with the id is among the first. */
const MOST_READ = 50;

/** The paper with an id; the index finds near ones too, so its own id must agree. */
export async function findPaper(
  engine: SearchEngine,
  id: string,
): Promise<{ hit: Hit; paper: FoundPaper } | undefined> {
  const hits = await engine.search(id, "strict");
  const papers = await Promise.all(hits.slice(0, MOST_READ).map((hit) => hit.load()));
  const index = papers.findIndex(({ entry }) => entry.id === id);
  const hit = hits[index];
  const paper = papers[index];
  return hit === undefined || paper === undefined ? undefined : { hit, paper };
}

/** The paper with an id and nothing else. */
export async function answerId(engine: SearchEngine, question: Question, arxivId: string): Promise<SearchAnswer> {
  const hit = (await findPaper(engine, arxivId))?.hit;
  return { ...makePlainAnswer(question, hit === undefined ? [] : [makePlainResult(hit)]), arxivId };
}
