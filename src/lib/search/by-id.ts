/** Answers a question for one paper by its id. Fetched only then. */
import { findPaperId } from "../papers/find-id.ts";
import { areSameId, foldId, isArxivId, type PaperId, parsePaperId } from "../papers/id.ts";
import type { FoundPaper, Hit, SearchEngine } from "./engine.ts";
import { makeIdKey } from "./id-key.ts";
import type { Question } from "./question.ts";
import { makePlainResult } from "./result.ts";
import { makePlainAnswer, type SearchAnswer } from "./search-answer.ts";

/** Up to this many hits are looked at; the paper with the id is among the first. */
const MOST_READ = 50;

/** The paper with an id, be it its own or another; the index finds near ones of its own too, so that must agree. */
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
  const hit = hits[index] ?? (await engine.search(`"${makeIdKey(id)}"`, "strict"))[0];
  return hit && { hit, paper: await hit.load() };
}

/**
 * The paper with the id or at the address that is asked for, and nothing else; one that stands among other words must be
 * here. Undefined where the question names no paper, or one without an arXiv id that is not here: its words may stand in
 * others.
 */
export async function answerId(engine: SearchEngine, question: Question): Promise<SearchAnswer | undefined> {
  const whole = findPaperId(question.text);
  const id = whole ?? findIdWithin(question.text);
  if (id === undefined) return undefined;
  const hit = (await findPaper(engine, id))?.hit;
  const named = { paperId: id, ...(isArxivId(id) && { arxivId: id }) };
  if (hit === undefined && (whole === undefined || named.arxivId === undefined)) return undefined;
  return { ...makePlainAnswer(question, hit === undefined ? [] : [makePlainResult(hit)]), ...named };
}

/** The one id or address of a paper among the words of a text, or in the address of our own page of it. */
function findIdWithin(text: string): PaperId | undefined {
  const found = text.split(/\s+/).flatMap((word) => findPaperId(word) ?? readOwnAddress(word) ?? []);
  return new Set(found.map(foldId)).size === 1 ? found[0] : undefined;
}

/** The id in the address of a paper's page here, as far as the address tells it: where it has `_` it may be a slash. */
function readOwnAddress(text: string): PaperId | undefined {
  const [, segment = ""] = /\/papers\/([^/?#]+)\/?(?:[?#]|$)/.exec(text) ?? [];
  const id = segment.replace(/^([a-z]+)--/, "$1:");
  return parsePaperId(id) ?? parsePaperId(id.replaceAll("_", "/"));
}
