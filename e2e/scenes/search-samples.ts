/** An invented library and an engine over it, for tests of the planner. */
import type { EntryView } from "#lib/papers/entry.ts";
import { routes } from "#lib/routes.ts";
import { listAuthorKeys } from "#lib/search/author-keys.ts";
import type { Hit, SearchEngine } from "#lib/search/engine.ts";
import { facetsOf } from "#lib/search/facet-table.ts";
import { listIndexWords } from "#lib/search/index-words.ts";
import type { KeyedNeighbour } from "#lib/search/neighbours.ts";
import { ordersOf, type SearchTables } from "#lib/search/tables.ts";

/** Tables that hold nothing. */
export const NO_TABLES: SearchTables = {
  common: new Map(),
  readForms: async () => ({ acronyms: new Map(), compounds: new Map() }),
  readWords: async () => [],
  readOrder: async () => new Map(),
  readFacets: async () => new Map(),
};

/** A paper of the invented library: its text, and what it is narrowed down to and ordered by. */
export interface SamplePaper {
  /** Its key. */
  id: string;
  /** Its title and all its text. */
  text: string;
  /** What its entry says beyond that. */
  entry?: Partial<EntryView>;
  /** Its authors. */
  authors?: string[];
  /** Papers like it. */
  near?: KeyedNeighbour[];
}

function entryOf({ id, text, entry }: SamplePaper): EntryView {
  return {
    id,
    href: routes.paper(id),
    title: text,
    byline: "",
    topics: [],
    isTopicsAssigned: false,
    isWithdrawn: false,
    ...entry,
  };
}

/** Pagefind's stems bring forms of a word together; these do for the tests. */
function stem(word: string): string {
  return word.replace(/(?:s|ing|ed)$/, "");
}

/**
 * Matches as Pagefind does: longer words too, and a shorter one when no word is as long; between quotation marks only
 * the words themselves, in a row, with any ending.
 */
export function makeFakeEngine(
  papers: SamplePaper[],
  asked: string[] = [],
  tables: SearchTables = NO_TABLES,
): SearchEngine {
  const known = new Set(papers.flatMap(({ text }) => text.split(" ").flatMap(listIndexWords)));
  const locate = (paper: SamplePaper, word: string, isWhole: boolean): number[] => {
    const isKnown = [...known].some((surface) => surface.startsWith(word));
    const shorter = [...known].filter((surface) => word.startsWith(surface)).sort((a, b) => b.length - a.length)[0];
    const matches = (surface: string): boolean => {
      if (isWhole) return stem(surface) === stem(word);
      return isKnown ? surface.startsWith(stem(word)) : surface === shorter;
    };
    return paper.text.split(" ").flatMap((token, index) => (listIndexWords(token).some(matches) ? [index] : []));
  };
  const toHit = (paper: SamplePaper, positions: number[]): Hit => ({
    key: paper.id,
    score: positions.length + 1,
    positions,
    load: async () => ({
      entry: entryOf(paper),
      content: paper.text,
      aside: paper.id,
      authors: paper.authors ?? [],
      near: paper.near ?? [],
    }),
  });
  const find = (paper: SamplePaper, term: string): number[] | undefined => {
    const words = term.replaceAll('"', "").split(" ");
    // Words of authors stand beside the text.
    const hasKey = paper.authors
      ?.flatMap(listAuthorKeys)
      .some((key) => (term.startsWith('"') ? key === words[0] : key.startsWith(term)));
    if (hasKey === true && words.length === 1) return [];
    const places = words.map((word) => locate(paper, word, term.startsWith('"')));
    if (places.some((place) => place.length === 0)) return paper.id === term ? [] : undefined;
    const isRow = places[0]?.some((start) => places.every((place, index) => place.includes(start + index)));
    return term.startsWith('"') && !isRow ? undefined : places.flat();
  };
  return {
    isWhole: true,
    load: async (key) => {
      const paper = papers.find(({ id }) => id === key);
      if (paper === undefined) throw new Error(`There is no paper ${key}.`);
      return toHit(paper, []).load();
    },
    prepare: async (term) => void asked.push(`prepare ${term}`),
    paperCount: papers.length,
    tables: {
      ...tables,
      readOrder: async (order) => new Map(papers.map((paper) => [paper.id, ordersOf(entryOf(paper))[order]])),
      readFacets: async () => new Map(papers.map((paper) => [paper.id, facetsOf(entryOf(paper))])),
    },
    async search(term) {
      asked.push(term);
      const hits = papers.flatMap((paper) => {
        const positions = find(paper, term);
        return positions === undefined ? [] : [toHit(paper, positions)];
      });
      return hits.sort((a, b) => b.score - a.score);
    },
  };
}
