/**
 * Words that are added to an index of Pagefind's: those of tokens by which readers look for them, and which Pagefind does
 * not make (lib/search/index-words.ts). They get the places and weights of their tokens; pages stay as they are.
 */
import { INDEX_META } from "../lib/search/index-format.ts";
import { compareWords, type IndexedWord, type Places, readPlaces, writePlaces } from "./postings.ts";
import { listAddedWords } from "./token-words.ts";

/** A page as an index has it, in which places are looked for. */
export interface PageText {
  /** Its text. */
  content: string;
  /** By the names of meta fields, what stands in them. */
  meta: Readonly<Record<string, string>>;
}

/** An index to which words are added. */
export interface WordIndex {
  /** Its pages in their order. */
  pages: readonly PageText[];
  /** Names of its meta fields, in the order by which places in them are told apart. */
  fields: readonly string[];
  /** Its words. */
  words: Iterable<IndexedWord>;
}

/** Where a word is added: by page the places in its text, and those in meta fields by the number of the field. */
interface Added {
  places: Set<number>;
  meta: Map<number, Set<number>>;
}

/** By page, where a word is added. */
type AddedPages = Map<number, Added>;

/** What a place of no known weight has: Pagefind writes a weight times 24, and 1 more, below zero. */
const PLAIN_WEIGHT = -25;

/**
 * The words to be added, in the order of an index, with nothing that it has already.
 * @param stem Gives the words of an index for folded words, in their order.
 */
export async function makeAddedWords(
  index: WordIndex,
  stem: (words: readonly string[]) => Promise<readonly string[]>,
): Promise<IndexedWord[]> {
  const wanted = collectWords(index);
  const names = [...wanted.keys()];
  const stems = await stem(names);
  const added = new Map<string, AddedPages>();
  for (const [place, name] of names.entries()) joinAdded(added, stems[place] ?? name, wanted.get(name));
  const weights = index.pages.map(() => new Map<number, number>());
  for (const [word, pages, forms] of index.words) {
    const own = added.get(word);
    for (const list of [pages, ...forms.map(([, found]) => found)]) takeKnown(list, own, weights);
  }
  return [...added]
    .map(([word, pages]): IndexedWord => [word, writePages(pages, weights), []])
    .filter(([, pages]) => pages.length > 0)
    .sort(([a], [b]) => compareWords(a, b));
}

function collectWords({ pages, fields }: WordIndex): Map<string, AddedPages> {
  const wanted = new Map<string, AddedPages>();
  const addText = (text: string, add: (word: string, place: number) => void): void => {
    for (const [place, words] of listAddedWords(text.split(" ")).entries()) for (const word of words) add(word, place);
  };
  for (const [page, { content, meta }] of pages.entries()) {
    const at = (word: string) =>
      openAdded(
        wanted.getOrInsertComputed(word, () => new Map()),
        page,
      );
    addText(content, (word, place) => at(word).places.add(place));
    for (const [field, name] of fields.entries()) {
      // An id is no text: it is found as it stands.
      if (name === INDEX_META.id) continue;
      addText(meta[name] ?? "", (word, place) =>
        at(word)
          .meta.getOrInsertComputed(field, () => new Set())
          .add(place),
      );
    }
  }
  return wanted;
}

function openAdded(pages: AddedPages, page: number): Added {
  return pages.getOrInsertComputed(page, () => ({ places: new Set(), meta: new Map() }));
}

/** Several words may have one stem. */
function joinAdded(added: Map<string, AddedPages>, stem: string, pages: AddedPages = new Map()): void {
  const all = added.getOrInsertComputed(stem, () => new Map());
  for (const [page, { places, meta }] of pages) {
    const own = openAdded(all, page);
    for (const place of places) own.places.add(place);
    for (const [field, found] of meta) {
      own.meta.set(field, new Set([...(own.meta.get(field) ?? []), ...found]));
    }
  }
}

/** Takes away what an index has of a word already, and notes what it says of weights. */
function takeKnown(list: IndexedWord[1], own: AddedPages | undefined, weights: readonly Map<number, number>[]): void {
  let page = 0;
  for (const [step, places, metaPlaces] of list) {
    page += step;
    const known = own?.get(page);
    const noted = weights[page];
    for (const [weight, found] of readPlaces(places)) {
      for (const place of found) {
        noted?.set(place, Math.min(weight, noted.get(place) ?? 0));
        known?.places.delete(place);
      }
    }
    if (known === undefined) continue;
    for (const [field, found] of readPlaces(metaPlaces))
      for (const place of found) known.meta.get(-1 - field)?.delete(place);
  }
}

function writePages(pages: AddedPages, weights: readonly Map<number, number>[]): IndexedWord[1] {
  let before = 0;
  return [...pages]
    .sort(([a], [b]) => a - b)
    .flatMap(([page, { places, meta }]): IndexedWord[1] => {
      const inText: Places = new Map();
      for (const place of places) {
        const weight = weights[page]?.get(place) ?? PLAIN_WEIGHT;
        inText.set(weight, [...(inText.get(weight) ?? []), place]);
      }
      const inMeta: Places = new Map([...meta].map(([field, found]) => [-1 - field, [...found]]));
      const lists = [writePlaces(inText), writePlaces(inMeta)] as const;
      if (lists.every((list) => list.length === 0)) return [];
      const step = page - before;
      before = page;
      return [[step, ...lists]];
    });
}
