/** Answers a question for one paper by its id. Fetched only then. */
import { findPaperId } from "../papers/find-id.ts";
import { areSameId, isArxivId } from "../papers/id.ts";
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
  // Signs part words in the index, but for the one in arXiv's ids.
  const hits = [
    ...(await engine.search(id, "strict")),
    ...(isArxivId(id) ? [] : await engine.search(id.toLowerCase().replace(/[^a-z\d]+/g, " "), "strict")),
  ];
  const papers = await Promise.all(hits.slice(0, MOST_READ).map((hit) => hit.load()));
  const index = papers.findIndex(({ entry }) => areSameId(entry.id, id));
  const hit = hits[index];
  const paper = papers[index];
  return hit === undefined || paper === undefined ? undefined : { hit, paper };
}

/**
 * The paper with the id or at the address that is asked for, and nothing else. Undefined where the question names no paper, or
 * one without an arXiv id that is not here: its words may stand in others.
 */
export async function answerId(engine: SearchEngine, question: Question): Promise<SearchAnswer | undefined> {
  const id = findPaperId(question.text);
  if (id === undefined) return undefined;
  const hit = (await findPaper(engine, id))?.hit;
  const named = { paperId: id, ...(isArxivId(id) && { arxivId: id }) };
  if (hit === undefined && named.arxivId === undefined) return undefined;
  return { ...makePlainAnswer(question, hit === undefined ? [] : [makePlainResult(hit)]), ...named };
}
