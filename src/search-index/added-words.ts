/**
 * Words that are added to an index of Pagefind's: those of tokens by which readers look for them, and which Pagefind does
 * not make (lib/search/index-words.ts). They get the places and weights of their tokens; pages stay as they are.
 */
import { INDEX_META } from "../lib/search/index-format.ts";
import { compareWords, type IndexedWord, type Places, visitPlaces, writePlaces } from "./postings.ts";
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

/**
 * Where a word is added, as numbers: its place in the text of a page or, `FIELD` times one more than the number of the
 * field further, in a meta field; `PAGE` times the page's number further. As objects they would cost most of the time.
 */
type Spots = Set<number>;

const FIELD = 2 ** 24;
const PAGE = 2 ** 32;

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
  const stems = await stem([...wanted.keys()]);
  const added = new Map<string, Spots>();
  for (const [place, [name, spots]] of [...wanted].entries()) {
    // Several words may have one stem.
    const all = added.getOrInsertComputed(stems[place] ?? name, () => new Set());
    for (const spot of spots) all.add(spot);
  }
  // By page and place the heaviest weight, which is the least number; 0 where none is known.
  const weights = index.pages.map(({ content }) => new Int32Array(content.split(" ").length));
  for (const [word, pages, forms] of index.words) {
    const own = added.get(word);
    for (const list of [pages, ...forms.map(([, found]) => found)]) takeKnown(list, own, weights);
  }
  return [...added]
    .map(([word, spots]): IndexedWord => [word, writePages(spots, weights), []])
    .filter(([, pages]) => pages.length > 0)
    .sort(([a], [b]) => compareWords(a, b));
}

function collectWords({ pages, fields }: WordIndex): Map<string, number[]> {
  const wanted = new Map<string, number[]>();
  const known = new Map<string, readonly string[]>();
  const addText = (text: string, start: number): void => {
    for (const [place, words] of listAddedWords(text.split(" "), known).entries()) {
      for (const word of words) wanted.getOrInsertComputed(word, () => []).push(start + place);
    }
  };
  for (const [page, { content, meta }] of pages.entries()) {
    addText(content, page * PAGE);
    for (const [field, name] of fields.entries()) {
      // An id is no text: it is found as it stands.
      if (name !== INDEX_META.id) addText(meta[name] ?? "", page * PAGE + (field + 1) * FIELD);
    }
  }
  return wanted;
}

/** Takes away what an index has of a word already, and notes what it says of weights. */
function takeKnown(list: IndexedWord[1], own: Spots | undefined, weights: readonly Int32Array[]): void {
  let page = 0;
  for (const [step, places, metaPlaces] of list) {
    page += step;
    const start = page * PAGE;
    const noted = weights[page];
    visitPlaces(places, (place, weight) => {
      if (noted !== undefined && weight < (noted[place] ?? 0)) noted[place] = weight;
      own?.delete(start + place);
    });
    if (own !== undefined) visitPlaces(metaPlaces, (place, field) => own.delete(start - field * FIELD + place));
  }
}

function writePages(spots: Spots, weights: readonly Int32Array[]): IndexedWord[1] {
  let before = 0;
  return [...Map.groupBy(spots, (spot) => Math.floor(spot / PAGE))]
    .sort(([a], [b]) => a - b)
    .map(([page, own]) => {
      const inText: Places = new Map();
      const inMeta: Places = new Map();
      for (const spot of own) {
        const place = spot % FIELD;
        const field = Math.floor((spot % PAGE) / FIELD);
        const list = field === 0 ? inText : inMeta;
        const head = field === 0 ? weights[page]?.[place] || PLAIN_WEIGHT : -field;
        list.getOrInsertComputed(head, () => []).push(place);
      }
      const step = page - before;
      before = page;
      return [step, writePlaces(inText), writePlaces(inMeta)];
    });
}
