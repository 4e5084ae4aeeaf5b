/** `related`: are related papers those that people judged to be, beside plain BM25? */
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { Failure } from "#lib/failure.ts";
import type { Effort } from "#lib/related/candidates.ts";
import { fitModel } from "#lib/related/model.ts";
import { makeSpace } from "#lib/related/space.ts";
import { makeTermTable } from "#scenes/term-table.ts";
import { type Command, type ExitCode, FLAG, print, TEXT, UsageError } from "#tools/commands/command.ts";
import { describeMachine, warnOfLoad } from "./figures.ts";
import { readOptions, readPaperCount } from "./options.ts";
import { formatRelatedFigures, type RelatedOutcome, toRelatedFigures } from "./related-figures.ts";
import { pairPapers } from "./related-pairs.ts";
import { formatRelatingFigures, measureRelating } from "./related-time.ts";
import { makeBm25 } from "./search-bm25.ts";
import { type Collection, type CollectionPaper, readCollection } from "./search-collection.ts";

/** Papers of each list that are judged. */
const MOST = 50;

const HELP = `npm run bench -- related --collection DIR [--pairs] [--json]
       npm run bench -- related --papers N [--json]

Asks for the papers related to those of a judged collection, with the code that makes the site's lists, and says how
good they are, beside those of plain BM25 (k1 1.2, b .75, Porter's stems) for the same texts. The papers of a collection
have no dates: all of them may be found, and the statistics cover all. A query is its paper where the corpus has one of
its id, or of what stands before a # in it (a paper that was judged for one facet): it is asked for with the title and
abstract that the corpus has, and never found for itself.

  --collection DIR  folder with corpus.jsonl {id, title, abstract}, queries.jsonl {id, text: title and abstract of a
                    paper, which may be one of the corpus} and qrels.tsv (query, document and grade, apart by tabs)
  --pairs           of a collection whose queries are questions: takes papers that answer the same question for related,
                    and asks for 300 of them
  --papers N        instead of judging: relates an invented archive of N papers but fifty from nothing, then those fifty
  --json            print one object and nothing else

  ndcg@10, recall@50  means over the papers asked for, 0 to 1
  seconds             for reading the texts, fitting and finding, on one thread, without BM25
  bm25                nDCG@10 and Recall@50 of BM25

  scratch, day        of an invented archive: seconds with reading and writing the state, lists made, bytes of the state,
                      bytes that would be written, peakMB with the texts in memory`;

/** Finds related papers in a judged collection and reports how good they are. */
export const measureRelated: Command = {
  name: "related",
  summary: "related papers of a judged collection beside BM25, or of an invented archive; quality, seconds",
  help: HELP,
  async run(args): Promise<ExitCode> {
    const values = readOptions(args, { collection: TEXT, papers: TEXT, pairs: FLAG, json: FLAG });
    if (values.papers !== undefined) return reportRelating(readPaperCount(values.papers), values.json);
    if (values.collection === undefined)
      throw new UsageError("say which collection, such as --collection ../csfcube, or --papers 1000");
    const judged = readCollection(resolve(values.collection));
    const collection = leaveOutOwn(values.pairs ? pairPapers(judged) : judged);
    if (collection.queries.length === 0) {
      throw new Failure("The collection judges no paper: for no query does qrels.tsv grade another paper above 0.");
    }
    warnOfLoad();
    const start = performance.now();
    const found = findRelated(collection);
    const seconds = (performance.now() - start) / 1000;
    const figures = toRelatedFigures(collection.grades, addBm25(collection, found), seconds);
    const table = `${formatRelatedFigures(figures, collection)}\n\n${describeMachine()}`;
    print(values.json ? JSON.stringify(figures) : table);
    return 0;
  },
};

function reportRelating(papers: number, isJson: boolean): ExitCode {
  warnOfLoad();
  const figures = measureRelating(papers);
  print(isJson ? JSON.stringify(figures) : `${formatRelatingFigures(figures)}\n\n${describeMachine()}`);
  return 0;
}

/** The paper of the corpus that a query is; undefined where it is none. */
function findOwn({ papers }: Pick<Collection, "papers">): (query: string) => CollectionPaper | undefined {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return (query) => byId.get(query) ?? byId.get(query.replace(/#.*/s, ""));
}

/**
 * The collection with queries that are papers of the corpus given these papers' own text, without grades of papers for
 * themselves, and without queries that have no other grade.
 */
function leaveOutOwn({ papers, queries, grades }: Collection): Collection {
  const ownOf = findOwn({ papers });
  for (const [query, graded] of grades) for (const id of [query, ownOf(query)?.id ?? ""]) graded.delete(id);
  const asked = queries.filter(({ id }) => (grades.get(id)?.size ?? 0) > 0);
  const texts = asked.map(({ id, text }) => {
    const own = ownOf(id);
    return { id, text: own === undefined ? text : `${own.title}\n${own.abstract}` };
  });
  return { papers, queries: texts, grades };
}

/**
 * Lists of ids for the queries, most alike first: as the site makes them of papers whose year too few precede, when
 * every paper counts.
 */
export function findRelated({ papers, queries }: Collection, effort?: Effort): string[][] {
  const ownOf = findOwn({ papers });
  const places = new Map(papers.map(({ id }, place) => [id, place]));
  const strangers = queries.filter(({ id }) => ownOf(id) === undefined);
  for (const { id } of strangers) places.set(id, places.size);
  const texts = [
    ...papers.map(({ title, abstract }) => ({ title, text: abstract })),
    ...strangers.map(({ text }) => ({ title: "", text })),
  ];
  const { rows, stems } = makeTermTable(texts);
  // The lists of the site are made by the same model and the same space, see lib/papers/related.ts.
  const model = fitModel(rows.slice(0, papers.length), stems.length, true);
  const findNeighbours = makeSpace(rows, stems.length, model, () => false, effort === undefined ? {} : { effort });
  return queries.map(({ id }) => {
    const own = ownOf(id)?.id ?? id;
    return findNeighbours(places.get(own) ?? -1, papers.length, MOST + 1)
      .map(({ position }) => papers[position]?.id ?? "")
      .filter((found) => found !== own)
      .slice(0, MOST);
  });
}

function addBm25({ papers, queries }: Collection, found: string[][]): RelatedOutcome[] {
  const ownOf = findOwn({ papers });
  const bm25 = makeBm25(papers);
  return queries.map(({ id, text }, index) => ({
    query: id,
    found: found[index] ?? [],
    bm25: bm25(text, MOST + 1)
      .filter((other) => other !== (ownOf(id)?.id ?? id))
      .slice(0, MOST),
  }));
}
