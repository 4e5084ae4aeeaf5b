/** What the planner needs of a search engine, and Pagefind in that form. */
import type { EntryView } from "../papers/entry.ts";
import { decodeEntry, INDEX_META } from "./index-format.ts";
import type { Sort } from "./question.ts";
import { NO_TABLES, type SearchTables } from "./tables.ts";

/** How hits are scored: `strict` for papers that hold all words, `fused` for one word whose scores are added up. */
export type Ranking = "strict" | "fused";

/** Filters by name, in Pagefind's form: a list must be met in full, `any` in part. */
export type Filters = Record<string, string | string[] | { any: string[] }>;

/** How to search. */
export interface SearchOptions {
  /** What hits must meet. */
  filters: Filters;
  /** How they are scored. */
  ranking: Ranking;
  /** In which order they come; `relevance` is by score. */
  sort: Sort;
  /** Whether values of filters are to be counted. Their lists are fetched for it, and slow all searches that follow. */
  isCounted?: true;
}

/** A paper as the index holds it. */
export interface FoundPaper {
  /** What lists show of it. */
  entry: EntryView;
  /** Its text as one line; words stand apart by one space each. */
  content: string;
  /** Text that is searched but stands elsewhere: names of authors, labels of topics. */
  aside: string;
  /** Names of its authors, in their order. */
  authors: string[];
}

/** A paper that matches. */
export interface Hit {
  /** Its key in the index; the same in all searches. */
  key: string;
  /** How well it matches; comparable within one search, or between searches of single words. */
  score: number;
  /** Places of the words that matched, counted in words of `content` from 0. */
  positions: number[];
  /** Fetches the paper; a second call costs nothing. */
  load(): Promise<FoundPaper>;
}

/** How many hits each value of each filter has. */
export type FacetCounts = Record<string, Record<string, number>>;

/** What a search gives. */
export interface Hits {
  /** The papers, best first. */
  hits: Hit[];
  /** Values of filters among them; all of them only where they were to be counted. */
  counts: FacetCounts;
}

/** A search engine. */
export interface SearchEngine {
  /** How many papers it holds. */
  paperCount: number;
  /** What is known beside the index. */
  tables: SearchTables;
  /** Whether all of the index is at hand: if not, a search may miss longer forms of a word, and counts are "at least". */
  isWhole: boolean;
  /**
   * Papers that match every word of a term; all papers when the term is null. Longer words match too, and where there
   * are none, the longest that the word begins with. Of a term in quotation marks the very words must stand in a row,
   * with any ending; their number is right even where not all of the index is at hand, and they are not scored.
   */
  search(term: string | null, options: SearchOptions): Promise<Hits>;
}

/** The part of Pagefind's module that is used; https://pagefind.app/docs/api/ */
export interface Pagefind {
  /** Sets weights for the searches that follow. */
  options(options: { ranking: object }): Promise<void>;
  /** Fetches all filters; their counts for all pages are not needed here. */
  filters(): Promise<unknown>;
  /** Fetches what a term needs, without searching. */
  preload(term: string): Promise<void>;
  /** Searches; null as a term means every page. */
  search(term: string | null, options: { filters: Filters; sort: Record<string, "desc"> }): Promise<PagefindAnswer>;
}

/** The part of Pagefind's answer that is used. */
interface PagefindAnswer {
  results: { id: string; score: number; words: number[]; data(): Promise<PagefindFragment> }[];
  filters: FacetCounts;
}

/** The part of a Pagefind result that is used. */
interface PagefindFragment {
  content: string;
  meta: Record<string, string>;
}

/**
 * Weights, as measured on Cranfield and CISI (`npm run bench -- search`): for single words whose scores are added up, a
 * title counts little beyond the words it has, near words count much less than the word itself, and long texts are not
 * held back as much as Pagefind does by itself (.75). The entry never counts.
 */
const RANKINGS: Record<Ranking, object> = {
  strict: { termSimilarity: 1, metaWeights: { title: 5, authors: 5, topics: 1, words: 0.5, id: 1, entry: 0 } },
  fused: {
    termSimilarity: 3,
    pageLength: 0.3,
    termSaturation: 1.2,
    metaWeights: { title: 0.2, authors: 0.2, topics: 0.2, words: 0.02, id: 0.2, entry: 0 },
  },
};

const SORT_KEYS: Record<Sort, Record<string, "desc">> = {
  relevance: {},
  newest: { date: "desc" },
  comments: { comments: "desc" },
};

/** Up to this many papers all of the index is fetched at once, about 70 kB for 50 papers, so that counts are exact. */
export const WHOLE_INDEX_PAPERS = 200;

/** Answers kept, so that typing on and coming back cost nothing. */
const KEPT_ANSWERS = 200;

/** Pagefind as a search engine; `paperCount` is how many papers the index holds. */
export async function makeEngine(
  pagefind: Pagefind,
  paperCount: number,
  tables: SearchTables = NO_TABLES,
): Promise<SearchEngine> {
  const isWhole = paperCount <= WHOLE_INDEX_PAPERS;
  if (isWhole) await Promise.all([pagefind.filters(), pagefind.preload(listBeginnings())]);
  const kept = new Map<string, Promise<Hits>>();
  let ranking: Ranking | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  /** Weights hold for all searches under way, so searches go one by one; what they need is fetched side by side. */
  async function run(term: string | null, options: SearchOptions): Promise<Hits> {
    if (options.ranking !== ranking) {
      ranking = options.ranking;
      await pagefind.options({ ranking: RANKINGS[ranking] });
    }
    // Filters are counted only once their lists are there; what is there already is not fetched again.
    if (options.isCounted && !isWhole) await pagefind.filters();
    const { results, filters } = await pagefind.search(term, {
      filters: options.filters,
      sort: SORT_KEYS[options.sort],
    });
    // The result itself is held on to: once it is collected, Pagefind's worker forgets the data it would fetch.
    const hits = results.map((result) => ({
      key: result.id,
      score: result.score,
      positions: result.words,
      load: () => result.data().then(readFragment),
    }));
    return { hits, counts: filters };
  }

  return {
    paperCount,
    tables,
    isWhole,
    search(term, options) {
      const key = JSON.stringify([term, options]);
      const known = kept.get(key);
      if (known !== undefined) return known;
      if (term !== null && !isWhole) void pagefind.preload(term);
      const answer = queue.then(() => run(term, options));
      queue = answer.catch(() => undefined);
      kept.set(key, answer);
      answer.catch(() => kept.delete(key));
      if (kept.size > KEPT_ANSWERS) kept.delete(kept.keys().next().value ?? "");
      return answer;
    },
  };
}

function readFragment({ content, meta }: PagefindFragment): FoundPaper {
  const aside = [meta[INDEX_META.title], meta[INDEX_META.authors], meta[INDEX_META.topics], meta[INDEX_META.words]]
    .filter(Boolean)
    .join(" ");
  const authors = (meta[INDEX_META.authors] ?? "").split(", ").filter((name) => name !== "");
  return { entry: decodeEntry(meta[INDEX_META.entry] ?? ""), content, aside, authors };
}

/** Every beginning of two signs that a word can have: together they need every part of a small index. */
function listBeginnings(): string {
  const signs = [..."0123456789abcdefghijklmnopqrstuvwxyz"];
  return signs.flatMap((first) => signs.map((second) => first + second)).join(" ");
}
