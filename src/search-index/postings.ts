/**
 * Where words stand, as Pagefind's chunks have it: for each word the pages that have it, each with its places there, and
 * the same for forms of the word with accents. Words of several indexes are joined without a look at the places: pages
 * get other numbers, and that is all.
 */
import { z } from "zod";
import { makeFormError } from "./cbor.ts";

/**
 * Pages that have a word: how far each is from the page before it, its places in the text, and those in meta fields, where
 * a negative number, -1 for the first field, says that what follows is of another field.
 */
const PostingsSchema = z.array(z.custom<[step: number, places: number[], metaPlaces: number[]]>(isPosting));

/** A word of an index, the pages that have it, and its forms with accents, each with the pages that have it. */
export const IndexedWordSchema = z.tuple([z.string(), PostingsSchema, z.array(z.tuple([z.string(), PostingsSchema]))]);

/** By hand, since zod takes as long for the millions of places of an index as reading them does. */
function isPosting(page: unknown): boolean {
  const isWhole = (list: unknown) => Array.isArray(list) && list.every(Number.isInteger);
  return Array.isArray(page) && page.length === 3 && isWhole(page.slice(0, 1)) && page.slice(1).every(isWhole);
}

/** Pages that have a word. */
export type Postings = z.infer<typeof PostingsSchema>;

/** A word of an index. */
export type IndexedWord = z.infer<typeof IndexedWordSchema>;

/** Places in rising order, by what stands before them in a list: how much they count, or the field that they are of, below zero. */
export type Places = Map<number, number[]>;

/** Goes through a list of places with their heads: behind each head stand how far each place is from the one before it. */
export function visitPlaces(list: readonly number[], visit: (place: number, head: number) => void): void {
  let head = 0;
  let place = 0;
  for (const step of list) {
    if (step < 0) {
      head = step;
      place = 0;
    } else {
      place += step;
      visit(place, head);
    }
  }
}

/** Reads a list of places. */
export function readPlaces(list: readonly number[]): Places {
  const places: Places = new Map();
  visitPlaces(list, (place, head) => void places.getOrInsertComputed(head, () => []).push(place));
  return places;
}

/** Writes what `readPlaces` reads; the places of a head may come in any order. */
export function writePlaces(places: Places): number[] {
  return [...places]
    .filter(([, own]) => own.length > 0)
    .sort(([a], [b]) => b - a)
    .flatMap(([head, own]) => {
      const sorted = own.toSorted((a, b) => a - b);
      return [head, ...sorted.map((place, index) => place - (sorted[index - 1] ?? 0))];
    });
}

/** A word as two lists of one index have it, which share no place. */
export function addPlaces([word, pages, forms]: IndexedWord, [, added]: IndexedWord): IndexedWord {
  const all = Map.groupBy([...listPages(pages), ...listPages(added)], ([page]) => page);
  const joined = [...all.values()].map((own) => own.reduce(joinPosting)).sort(([a], [b]) => a - b);
  return [word, joined.map(([page, ...rest], index) => [page - (joined[index - 1]?.[0] ?? 0), ...rest]), forms];
}

/** Pages that have a word, each with its number in place of its step. */
function listPages(pages: Postings): Postings {
  let number = 0;
  return pages.map(([step, ...rest]) => {
    number += step;
    return [number, ...rest];
  });
}

function joinPosting(one: Postings[number], other: Postings[number]): Postings[number] {
  const join = (a: readonly number[], b: readonly number[]): number[] => {
    const places = readPlaces(a);
    for (const [head, own] of readPlaces(b)) places.set(head, [...(places.get(head) ?? []), ...own]);
    return writePlaces(places);
  };
  return [one[0], join(one[1], other[1]), join(one[2], other[2])];
}

/** What becomes of the pages of an index. */
export interface Renumbering {
  /** By a page's place, its number in the joined index; -1 when it is left out. */
  numbers: Int32Array;
  /** By the place of a meta field, its place in the joined index; absent when these are the same. */
  fields?: readonly number[];
}

/** Pages that have a word, in one index. */
interface PageList extends Renumbering {
  pages: Postings;
}

/** The order of words in an index: by their bytes in UTF-8. */
export function compareWords(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * Joins what several indexes have of one word; undefined when no page is left that has it.
 * @throws {Error} when lists are not of the form that is known here.
 */
export function joinWord(
  words: readonly { indexed: IndexedWord; renumbering: Renumbering }[],
): IndexedWord | undefined {
  const pages = joinPages(words.map(({ indexed: [, own], renumbering }) => ({ ...renumbering, pages: own })));
  const lists = words.flatMap(({ indexed: [, , forms], renumbering }) =>
    forms.map(([form, own]) => ({ form, ...renumbering, pages: own })),
  );
  const forms = [...Map.groupBy(lists, ({ form }) => form)]
    .map(([form, own]): [string, Postings] => [form, joinPages(own)])
    .filter(([, own]) => own.length > 0)
    .sort(([a], [b]) => compareWords(a, b));
  const [first] = words;
  return first === undefined || pages.length + forms.length === 0 ? undefined : [first.indexed[0], pages, forms];
}

function joinPages(lists: readonly PageList[]): Postings {
  const found = lists.flatMap(renumberPages).sort((a, b) => a[0] - b[0]);
  return found.map(([number, places, metaPlaces], index) => [
    number - (found[index - 1]?.[0] ?? 0),
    places,
    metaPlaces,
  ]);
}

/** The pages that are kept, each with its number in the joined index in place of its step. */
function renumberPages({ pages, numbers, fields }: PageList): Postings {
  let place = 0;
  return pages.flatMap(([step, places, metaPlaces]): Postings => {
    place += step;
    const number = numbers[place];
    if (number === undefined) throw makeFormError();
    return number < 0 ? [] : [[number, places, fields === undefined ? metaPlaces : renameFields(metaPlaces, fields)]];
  });
}

function renameFields(metaPlaces: readonly number[], fields: readonly number[]): number[] {
  return metaPlaces.map((place) => {
    if (place >= 0) return place;
    const field = fields[-1 - place];
    if (field === undefined) throw makeFormError();
    return -1 - field;
  });
}
