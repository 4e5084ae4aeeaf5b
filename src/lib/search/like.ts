/** Answers a question for papers like one: those that the index keeps with it, the most alike first. */
import { compareText } from "../compare-text.ts";
import type { EntryView } from "../papers/entry.ts";
import { findPaper } from "./by-id.ts";
import type { FoundPaper, Hit, SearchEngine } from "./engine.ts";
import { countFacets, facetsOf } from "./facet-table.ts";
import { EITHER_LISTS, type Facets, makeFacets, meetsQuestion } from "./facets.ts";
import { sortKeysOf } from "./index-format.ts";
import type { FilterList, Question, Sort } from "./question.ts";
import { makePlainAnswer, type SearchAnswer } from "./search-answer.ts";

/** A neighbour that was found. */
interface Neighbour {
  hit: Hit;
  entry: EntryView;
}

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
  const near = found === undefined ? [] : await loadNeighbours(engine, found.paper);
  const kept = sortNeighbours(
    near.filter(({ entry }) => meetsFilters(entry, question)),
    question.sort,
  );
  return {
    ...makePlainAnswer(
      question,
      kept.map(({ hit }) => hit),
    ),
    ...(found === undefined ? {} : { like: found.paper.entry }),
    facets: countNeighbours(near, question),
  };
}

/** Neighbours of a paper, the most alike first. */
async function loadNeighbours(engine: SearchEngine, { near }: FoundPaper): Promise<Neighbour[]> {
  return Promise.all(
    near.map(async ({ key: own, likeness }) => {
      const load = (): Promise<FoundPaper> => engine.load(own);
      return { hit: { key: own, score: likeness, positions: [], load }, entry: (await load()).entry };
    }),
  );
}

/** Whether a paper meets the filters of a question. */
function meetsFilters(entry: EntryView, question: Question): boolean {
  return meetsQuestion(facetsOf(entry), question);
}

function sortNeighbours(neighbours: Neighbour[], sort: Sort): Neighbour[] {
  if (sort === "relevance") return neighbours;
  const name = sort === "newest" ? "date" : "comments";
  const compare = name === "date" ? compareText : (a: string, b: string): number => Number(a) - Number(b);
  return neighbours.toSorted((a, b) => compare(sortKeysOf(b.entry)[name], sortKeysOf(a.entry)[name]));
}

/** Counts what is found; a list of which one value is enough as if nothing of it were chosen. */
function countNeighbours(near: readonly Neighbour[], question: Question): Facets {
  const countFor = (asked: Question) =>
    countFacets(near.flatMap(({ entry }) => (meetsFilters(entry, asked) ? [facetsOf(entry)] : [])));
  const own = countFor(question);
  const counts: Record<FilterList | "code", typeof own> = { tags: own, years: own, orgs: own, code: own };
  for (const list of EITHER_LISTS) counts[list] = countFor({ ...question, [list]: [] });
  return makeFacets(question, counts);
}
