/** A run of papers with all that a later build needs of them, as bytes in which it is looked up where it lies. */
import type { Fingerprint } from "../content/data-fingerprint.ts";
import type { TermRow } from "../papers/terms.ts";
import { packNames, packSections, type Sections } from "./sections.ts";

/** Words of each reason; fewer leave places empty. */
const WORDS_EACH = 3;
const EMPTY = -1;
const NO_SURFACES = new Int32Array(0);

/** What is kept of one paper. */
export interface FiledPaper {
  /** Fingerprint of all that its list was made from, besides the papers before it. */
  input: Fingerprint;
  /** Its terms; of one that was read from bytes without the forms. */
  row: TermRow;
  /** Positions of its related papers, most alike first. */
  positions: ArrayLike<number>;
  /** Their likeness in millionths. */
  scores: ArrayLike<number>;
  /** The words that explain the first of them. */
  words: readonly (readonly string[])[];
  /** Fingerprint of its list. */
  list: Fingerprint;
}

/** A chunk. */
export interface Chunk {
  /** What is stored. */
  sections: Sections;
  /** Papers in it. */
  count: number;
  /** Position after the stretch of papers that the first model covers, in the whole of which this is a chunk. */
  firstEnd: number;
  /** Stems that the papers of this chunk are the first to have, in the order of their numbers. */
  readStems(): string[];
  /** One of its papers, counted from 0; each fact of it is looked up when it is asked for. */
  readPaper(index: number): FiledPaper;
}

/** The sections in their order. */
const FACTS = 0;
const INPUTS = 1;
const LISTS = 2;
const ROW_ENDS = 3;
const STEMS = 4;
const COUNTS = 5;
const LIST_ENDS = 6;
const POSITIONS = 7;
const SCORES = 8;
const REASON_ENDS = 9;
const WORDS = 10;
const STEM_TEXT = 11;
const WORD_TEXT = 12;

/**
 * Makes a chunk.
 * @param stems those that these papers are the first to have
 * @param previous fingerprint of the chunk before, or of the settings
 */
export function packChunk(
  papers: readonly FiledPaper[],
  stems: readonly string[],
  firstEnd: number,
  previous: Fingerprint,
): Chunk {
  const words = new Map<string, number>();
  const numberWord = (word: string | undefined): number => {
    if (word === undefined) return EMPTY;
    return words.getOrInsert(word, words.size);
  };
  const reasons = papers.flatMap((paper) =>
    paper.words.flatMap((own) => Array.from({ length: WORDS_EACH }, (_, place) => numberWord(own[place]))),
  );
  const sections = [
    Int32Array.of(papers.length, firstEnd),
    packNames(papers.map(({ input }) => input)),
    packNames(papers.map(({ list }) => list)),
    addUp(papers.map(({ row }) => row.stems.length)),
    joinLists(papers.map(({ row }) => row.stems)),
    Uint8Array.from(joinLists(papers.map(({ row }) => row.counts))),
    addUp(papers.map(({ positions }) => positions.length)),
    joinLists(papers.map(({ positions }) => positions)),
    joinLists(papers.map(({ scores }) => scores)),
    addUp(papers.map((paper) => paper.words.length)),
    Int32Array.from(reasons),
    packNames(stems),
    packNames([...words.keys()]),
  ];
  return showChunk(packSections(sections, previous));
}

/** A chunk as it was packed. */
export function showChunk(sections: Sections): Chunk {
  const [count = 0, firstEnd = 0] = sections.numbers(FACTS);
  const [rowEnds, stems, counts] = [sections.numbers(ROW_ENDS), sections.numbers(STEMS), sections.octets(COUNTS)];
  const [listEnds, positions, scores] = [LIST_ENDS, POSITIONS, SCORES].map((section) => sections.numbers(section)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const [reasonEnds, reasons] = [sections.numbers(REASON_ENDS), sections.numbers(WORDS)];
  const readWords = (index: number): string[][] => {
    const names = sections.names(WORD_TEXT);
    const [start, end] = findRange(reasonEnds, index);
    return Array.from({ length: end - start }, (_, reason) => {
      const first = (start + reason) * WORDS_EACH;
      return Array.from(reasons.subarray(first, first + WORDS_EACH), (word) => names[word] ?? "").filter(Boolean);
    });
  };
  return {
    sections,
    count,
    firstEnd,
    readStems: () => sections.names(STEM_TEXT),
    readPaper: (index) => ({
      get input() {
        return sections.names(INPUTS)[index] ?? "";
      },
      get row() {
        const range = findRange(rowEnds, index);
        return { stems: stems.subarray(...range), counts: counts.subarray(...range), surfaces: NO_SURFACES };
      },
      get positions() {
        return positions.subarray(...findRange(listEnds, index));
      },
      get scores() {
        return scores.subarray(...findRange(listEnds, index));
      },
      get words() {
        return readWords(index);
      },
      get list() {
        return sections.names(LISTS)[index] ?? "";
      },
    }),
  };
}

/** The ends of lists of the given lengths that stand one behind the other. */
function addUp(lengths: readonly number[]): Int32Array {
  let end = 0;
  return Int32Array.from(lengths, (length) => {
    end += length;
    return end;
  });
}

function findRange(ends: Int32Array, index: number): [start: number, end: number] {
  return [ends[index - 1] ?? 0, ends[index] as number];
}

function joinLists(lists: readonly ArrayLike<number>[]): Int32Array {
  return Int32Array.from(lists.flatMap((list) => Array.from(list)));
}
