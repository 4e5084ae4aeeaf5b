/**
 * What search knows beside Pagefind's index: what papers are ordered by and narrowed down to, acronyms with their long
 * forms, compounds, the corpus's own words. src/search-index writes it. The tables of a bundle know its own papers only,
 * so that they stay as they are when papers join.
 */
import { firstDayOf } from "../dates.ts";
import type { EntryView } from "../papers/entry.ts";
import { findDate } from "../papers/paper-date.ts";
import { type IndexStart, makeKey } from "./bundles.ts";
import { decodeFacets, FACET_FILE, type FacetTable, type PaperFacets } from "./facet-table.ts";
import { KeptPromises } from "./kept-promises.ts";
import type { Sort } from "./question.ts";

/** What else words are called, for all of the corpus. */
export interface WordForms {
  /** By folded acronym, its long forms, the most usual first; the words of a form are folded and one space apart. */
  acronyms: ReadonlyMap<string, readonly string[]>;
  /** By how it is written together, a word that the corpus rather writes with a hyphen, its parts one space apart. */
  compounds: ReadonlyMap<string, string>;
}

/** The tables. */
export interface SearchTables {
  /** Folded words that very many papers have, with how many have them in any form. */
  common: ReadonlyMap<string, number>;
  /** Acronyms and compounds. */
  readForms(): Promise<WordForms>;
  /** Folded words of the corpus that begin with the first letter of a folded word, those of most papers first. */
  readWords(word: string): Promise<string[]>;
  /**
   * What all papers are ordered by, by key, as `ordersOf` gives it. Rejects when a file is missing, since an order without
   * it would be wrong.
   */
  readOrder(sort: Order): Promise<ReadonlyMap<string, number>>;
  /** What all papers can be narrowed down to, by key. Rejects when a file is missing, since counts would be wrong. */
  readFacets(): Promise<ReadonlyMap<string, PaperFacets>>;
}

/** Orders that need a table. */
export type Order = Exclude<Sort, "relevance">;

/**
 * What a paper is ordered by: its day of publication as a number such as 20251031, the first of its month or year where no
 * more is known, 0 where nothing is; its number of comments, -1 when it is not known, which comes after 0.
 */
export function ordersOf(entry: EntryView): Record<Order, number> {
  const date = findDate(entry);
  const day = date === undefined ? "0" : firstDayOf(date);
  return { newest: Number(day.replaceAll("-", "")), comments: entry.comments?.count ?? -1 };
}

/** Reads a file by its name, relative to the folder of the index; undefined when there is none. */
export type ReadTable = (name: string) => Promise<string | undefined>;

/** `WordForms` as the file has them; it is never looked into by a word, since an object has `constructor` and the like of itself. */
export type WordFormsFile = {
  /** See `WordForms`. */
  [Kind in keyof WordForms]: WordForms[Kind] extends ReadonlyMap<string, infer Value> ? Record<string, Value> : never;
};

const NO_FORMS: WordFormsFile = { acronyms: {}, compounds: {} };

/** Name of the file with acronyms and compounds, in the folder of words. */
export const FORMS_FILE = "forms.json";

/** Opens the tables of an index. Each file is read once, and again after a failure. */
export function openTables({ bundles, words, common }: IndexStart, read: ReadTable): SearchTables {
  const files = new KeptPromises();
  const readOne = <Table>(name: string, none: Table): Promise<Table> =>
    files.keep(name, async () => JSON.parse((await read(`${words}/${name}`)) ?? "null") ?? none);
  /** What stands in a file of each bundle, by key. */
  const readAll = <Table, Value>(name: string, decode: (table: Table, bundle: number) => [string, Value][]) =>
    files.keep(name, async () => {
      const tables = await Promise.all(bundles.map(({ folder }) => read(`${folder}/${name}`)));
      return new Map(
        tables.flatMap((json, bundle) => {
          if (json === undefined) throw new Error(`A part of the search index is not there: ${name}.`);
          return decode(JSON.parse(json) as Table, bundle);
        }),
      );
    });
  return {
    common: new Map(Object.entries(common)),
    readForms: () =>
      readOne(FORMS_FILE, NO_FORMS).then(({ acronyms, compounds }) => ({
        acronyms: new Map(Object.entries(acronyms)),
        compounds: new Map(Object.entries(compounds)),
      })),
    readWords: (word) => readOne<string[]>(nameWords(word), []),
    readOrder: (sort) =>
      readAll<number[], number>(nameOrder(sort), (values, bundle) =>
        values.map((value, own) => [makeKey(bundle, own), value]),
      ),
    readFacets: () => readAll<FacetTable, PaperFacets>(FACET_FILE, decodeFacets),
  };
}

/** Name of the file with words that begin as a folded word does; all but Latin letters share one. */
export function nameWords(word: string): string {
  return `${/^[a-z]/.test(word) ? word.charAt(0) : "0"}.json`;
}

/** Name of the file with an order. */
export function nameOrder(order: Order): string {
  return `${order}.json`;
}
