/**
 * What search knows beside Pagefind's index: papers like each paper, what papers are ordered by, the corpus's own words,
 * acronyms with their long forms. It lies in many small files, of which a question reads few; src/search-index writes
 * them. The tables of a bundle know its own papers and older ones, so that they stay as they are when papers join.
 */
import { type IndexStart, makeKey, splitKey } from "./bundles.ts";
import { decodeFacets, FACET_FILE, type FacetTable, type PaperFacets } from "./facet-table.ts";
import type { Sort } from "./question.ts";

/** A paper that is like another one. */
export interface Neighbour {
  /** Its key among all bundles. */
  key: string;
  /** Likeness, above 0 up to 1. */
  likeness: number;
}

/** Words and acronyms that begin with one letter. */
export interface WordTable {
  /** Folded words, those of most papers first. */
  words: string[];
  /** By folded acronym, its long forms, the most usual first; the words of a form are folded and one space apart. */
  acronyms: Record<string, string[]>;
  /** By how it is written together, a word that the corpus rather writes with a hyphen, its parts one space apart. */
  compounds: Record<string, string>;
}

/** The tables. */
export interface SearchTables {
  /** Folded words that very many papers have, with how many have them in any form. */
  common: ReadonlyMap<string, number>;
  /** Papers like one, as old as its bundle or older, the most alike first. */
  findNeighbours(key: string): Promise<Neighbour[]>;
  /** Words and acronyms that begin with the first letter of a folded word. */
  readWords(word: string): Promise<WordTable>;
  /**
   * What all papers are ordered by, by key: days as `20251018`, or numbers of comments; papers without are not in it.
   * Rejects when a file is missing, since an order without it would be wrong.
   */
  readOrder(sort: Order): Promise<ReadonlyMap<string, number>>;
  /** What all papers can be narrowed down to, by key. Rejects when a file is missing, since counts would be wrong. */
  readFacets(): Promise<ReadonlyMap<string, PaperFacets>>;
}

/** Orders that need a table. */
export type Order = Exclude<Sort, "relevance">;

/** Papers of a bundle by what they are ordered by. */
export interface OrderTable {
  /** Each value and how many papers have it, the highest value first. */
  runs: [value: number, papers: number][];
  /** Their keys in the bundle without the language, one space apart, in that order. */
  keys: string;
}

/** Reads a file by its name, relative to the folder of the index; undefined when there is none. */
export type ReadTable = (name: string) => Promise<string | undefined>;

const NO_WORDS: WordTable = { words: [], acronyms: {}, compounds: {} };

/** Tables that hold nothing. */
export const NO_TABLES: SearchTables = {
  common: new Map(),
  findNeighbours: async () => [],
  readWords: async () => NO_WORDS,
  readOrder: async () => new Map(),
  readFacets: async () => new Map(),
};

/** Opens the tables of an index. Each file is read once, and again after a failure. */
export function openTables({ bundles, words, common }: IndexStart, read: ReadTable): SearchTables {
  const kept = new Map<string, Promise<unknown>>();
  const readOnce = <Table>(name: string, none: Table): Promise<Table> => {
    const known = kept.get(name) as Promise<Table> | undefined;
    if (known !== undefined) return known;
    const table = read(name).then((json) => (json === undefined ? none : (JSON.parse(json) as Table)));
    kept.set(name, table);
    table.catch(() => kept.delete(name));
    return table;
  };
  let facets: Promise<ReadonlyMap<string, PaperFacets>> | undefined;
  const readFacets = async (): Promise<ReadonlyMap<string, PaperFacets>> => {
    const tables = await Promise.all(
      bundles.map(({ folder }) => readOnce<FacetTable | undefined>(`${folder}/${FACET_FILE}`, undefined)),
    );
    return new Map(
      tables.flatMap((table, bundle) => {
        if (table === undefined) throw new Error("What papers can be narrowed down to is not there.");
        return decodeFacets(table, bundle);
      }),
    );
  };
  return {
    common: new Map(Object.entries(common)),
    async findNeighbours(key) {
      const { bundle, own } = splitKey(key);
      const place = bundles[bundle];
      if (place === undefined) return [];
      const name = `${place.near}/${nameNeighbours(own, place.nearFiles)}`;
      const lists = await readOnce<Record<string, string>>(name, {});
      return decodeNeighbourKeys(lists[own] ?? "", bundle);
    },
    readWords: (word) => readOnce(`${words}/${nameWords(word)}`, NO_WORDS),
    async readOrder(sort) {
      const orders = await Promise.all(
        bundles.map(({ folder }) => readOnce<OrderTable | undefined>(`${folder}/${nameOrder(sort)}`, undefined)),
      );
      return new Map(
        orders.flatMap((order, bundle) => {
          if (order === undefined) throw new Error("What papers are ordered by is not there.");
          return readValues(order, bundle);
        }),
      );
    },
    readFacets() {
      facets ??= readFacets().catch((error: unknown) => {
        facets = undefined;
        throw error;
      });
      return facets;
    },
  };
}

function readValues({ runs, keys }: OrderTable, bundle: number): [string, number][] {
  const values = runs.flatMap(([value, papers]) => Array.from({ length: papers }, () => value));
  return values.length === 0
    ? []
    : keys.split(" ").map((own, index): [string, number] => [makeKey(bundle, own), values[index] ?? 0]);
}

/** Name of the file with the neighbours of a paper; keys are hex digits, evenly spread. */
export function nameNeighbours(own: string, files: number): string {
  const number = Number.parseInt(own, 16);
  return `${Number.isNaN(number) ? 0 : number % files}.json`;
}

/** Name of the file with words that begin as a folded word does; all but Latin letters share one. */
export function nameWords(word: string): string {
  return `${/^[a-z]/.test(word) ? word.charAt(0) : "0"}.json`;
}

/** Name of the file with an order. */
export function nameOrder(order: Order): string {
  return `${order}.json`;
}

/** Steps of likeness, as many as two digits to the base of 36 can tell. */
const STEPS = 36 * 36 - 1;

/**
 * Neighbours as one text: keys, those of papers in the same bundle without the bundle, each with its likeness in steps to
 * the base of 36.
 * @param bundle Place of the bundle of the paper whose neighbours these are.
 */
export function encodeNeighbourKeys(neighbours: readonly Neighbour[], bundle: number): string {
  return neighbours
    .map(({ key, likeness }) => {
      const parts = splitKey(key);
      return `${parts.bundle === bundle ? parts.own : key} ${Math.round(likeness * STEPS).toString(36)}`;
    })
    .join(" ");
}

function decodeNeighbourKeys(text: string, bundle: number): Neighbour[] {
  const parts = text === "" ? [] : text.split(" ");
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [];
    const key = part.includes("_") ? part : makeKey(bundle, part);
    return [{ key, likeness: Number.parseInt(parts[index + 1] ?? "0", 36) / STEPS }];
  });
}
