/** What the planner needs of a search engine, and the index in that form. */
import { type IndexStart, splitKey } from "./bundles.ts";
import { KeptPromises } from "./kept-promises.ts";
import { decodeNeighbourKeys, type KeyedNeighbour } from "./neighbours.ts";
import type { CoreHit, CoreRanking } from "./pagefind-core.ts";
import type { Fragment, Searcher } from "./searcher.ts";
import type { SearchTables } from "./tables.ts";

/** How hits are scored: `strict` for papers that hold all words, `fused` for one word whose scores are added up. */
export type Ranking = "strict" | "fused";

/** A paper as the index holds it; in its text words stand apart by one space each. */
export interface FoundPaper extends Pick<Fragment, "entry" | "content"> {
  /** Text that is searched but stands elsewhere: names of authors, labels of topics. */
  aside: string;
  /** Names of its authors, in their order. */
  authors: string[];
  /** Papers like it, as old as its bundle or older, the most alike first. */
  near: KeyedNeighbour[];
}

/** A paper that matches. Its score can be compared within one search, or between searches of single words. */
export interface Hit extends CoreHit {
  /** Fetches the paper; a second call costs nothing. */
  load(): Promise<FoundPaper>;
}

/** A search engine. */
export interface SearchEngine {
  /** How many papers it holds. */
  paperCount: number;
  /** What is known beside the index. */
  tables: SearchTables;
  /** Fetches a paper by its key, without a search. */
  load(key: string): Promise<FoundPaper>;
  /** Fetches what a search for a term will need. */
  prepare(term: string): Promise<void>;
  /** Whether all of the index is at hand: if not, a search may miss longer forms of a word, and counts are "at least". */
  isWhole: boolean;
  /**
   * All papers that match every word of a term, best first. Longer words match too, and where there are none, the
   * longest that the word begins with. Of a term in quotation marks the very words must stand in a row, with any ending;
   * their number is right even where not all of the index is at hand, and they are not scored.
   */
  search(term: string, ranking: Ranking): Promise<Hit[]>;
}

/**
 * Weights, as measured on Cranfield and CISI (`npm run bench -- search`): for single words whose scores are added up, a
 * title counts little beyond the words it has, near words count much less than the word itself, and long texts are not
 * held back as much as Pagefind does by itself (.75). What says nothing else is Pagefind's own:
 * https://pagefind.app/docs/ranking/
 */
const RANKINGS: Record<Ranking, CoreRanking> = {
  strict: {
    term_similarity: 1,
    page_length: 0.75,
    term_saturation: 1.4,
    meta_weights: { title: 5, authors: 5, topics: 1, words: 0.5, id: 1 },
  },
  fused: {
    term_similarity: 5,
    page_length: 0.4,
    term_saturation: 1.2,
    meta_weights: { title: 0.2, authors: 0.2, topics: 0.2, words: 0.02, id: 0.2 },
  },
};

/** Up to this many papers all of the index is fetched at once, about 70 kB for 50 papers, so that counts are exact. */
export const WHOLE_INDEX_PAPERS = 200;

/** Answers kept, so that typing on and coming back cost nothing. */
const KEPT_ANSWERS = 200;

/** A search engine over an index. */
export async function makeEngine(
  searcher: Searcher,
  { bundles }: Pick<IndexStart, "bundles">,
  tables: SearchTables,
): Promise<SearchEngine> {
  const paperCount = bundles.reduce((sum, { papers }) => sum + papers, 0);
  const isWhole = paperCount <= WHOLE_INDEX_PAPERS;
  if (isWhole) await searcher.preload("");
  const answers = new KeptPromises(KEPT_ANSWERS);

  const load = async (key: string): Promise<FoundPaper> => readFragment(await searcher.load(key), key);

  async function run(term: string, ranking: Ranking): Promise<Hit[]> {
    const found = await searcher.search(term, RANKINGS[ranking]);
    return found.map((hit) => ({ ...hit, load: () => load(hit.key) }));
  }

  return {
    paperCount,
    tables,
    isWhole,
    load,
    prepare: (term) => searcher.preload(term),
    search: (term, ranking) => answers.keep(`${ranking} ${term}`, () => run(term, ranking)),
  };
}

function readFragment({ content, entry, title, authors, topics, words, near }: Fragment, key: string): FoundPaper {
  return {
    entry,
    content,
    aside: [title, authors, topics, words].filter((text) => text !== "").join(" "),
    authors: authors.split(", ").filter((name) => name !== ""),
    near: decodeNeighbourKeys(near, splitKey(key).bundle),
  };
}
