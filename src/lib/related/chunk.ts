/** A run of papers with all that a later build needs of them, as bytes in which it is looked up where it lies. */
import type { TermRow } from "../papers/terms.ts";
import { type Fingerprint, type Fingerprinter, fingerprintParts, readFingerprint } from "./fingerprint.ts";
import { packSections, type Sections } from "./sections.ts";

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
  /** Stems that the papers of this chunk are the first to have, in the order of their numbers; decoded at each call. */
  readStems(): string[];
  /** One of its papers, counted from 0. */
  readPaper(index: number): FiledPaper;
  /** The terms of one paper. */
  readRow(index: number): TermRow;
  /** Fingerprint of one paper's input. */
  readInput(index: number): Fingerprint;
  /** Fingerprint of one paper's list. */
  readList(index: number): Fingerprint;
  /** Positions of one paper's related papers. */
  readPositions(index: number): Int32Array;
  /** Takes the words that explain one of them into a fingerprint. Costs far less than to read them. */
  addWords(index: number, rank: number, fingerprinter: Fingerprinter): void;
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
    Int32Array.from(papers.flatMap(({ input }) => input)),
    Int32Array.from(papers.flatMap(({ list }) => list)),
    addUp(papers.map(({ row }) => row.stems.length)),
    joinLists(papers.map(({ row }) => row.stems)),
    Uint8Array.from(joinLists(papers.map(({ row }) => row.counts))),
    addUp(papers.map(({ positions }) => positions.length)),
    joinLists(papers.map(({ positions }) => positions)),
    joinLists(papers.map(({ scores }) => scores)),
    addUp(papers.map((paper) => paper.words.length)),
    Int32Array.from(reasons),
    encodeNames(stems),
    encodeNames([...words.keys()]),
  ];
  return showChunk(packSections(sections, previous));
}

/** A chunk as it was packed. */
export function showChunk(sections: Sections): Chunk {
  const [count = 0, firstEnd = 0] = sections.numbers(FACTS);
  const [inputs, lists] = [sections.numbers(INPUTS), sections.numbers(LISTS)];
  const [rowEnds, stems, counts] = [sections.numbers(ROW_ENDS), sections.numbers(STEMS), sections.octets(COUNTS)];
  const [listEnds, positions, scores] = [LIST_ENDS, POSITIONS, SCORES].map((section) => sections.numbers(section)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const [reasonEnds, reasons] = [sections.numbers(REASON_ENDS), sections.numbers(WORDS)];
  let words: string[] | undefined;
  let prints: Int32Array | undefined;
  const readNames = (): string[] => {
    words ??= decodeNames(sections.octets(WORD_TEXT));
    return words;
  };
  const readWords = (index: number): string[][] => {
    const [start, end] = findRange(reasonEnds, index);
    const names = readNames();
    return Array.from({ length: end - start }, (_, reason) => {
      const first = (start + reason) * WORDS_EACH;
      return Array.from(reasons.subarray(first, first + WORDS_EACH)).flatMap((word) => names[word] ?? []);
    });
  };
  const readRow = (index: number): TermRow => {
    const range = findRange(rowEnds, index);
    return { stems: stems.subarray(...range), counts: counts.subarray(...range), surfaces: NO_SURFACES };
  };
  return {
    sections,
    count,
    firstEnd,
    readRow,
    readStems: () => decodeNames(sections.octets(STEM_TEXT)),
    readInput: (index) => readFingerprint(inputs, 2 * index),
    readList: (index) => readFingerprint(lists, 2 * index),
    readPositions: (index) => positions.subarray(...findRange(listEnds, index)),
    addWords: (index, rank, fingerprinter) => {
      prints ??= printNames(readNames());
      const [start, end] = findRange(reasonEnds, index);
      if (start + rank >= end) return;
      const first = (start + rank) * WORDS_EACH;
      for (let place = first; place < first + WORDS_EACH; place += 1) {
        const word = reasons[place] as number;
        fingerprinter.addNumber(word === EMPTY ? EMPTY : (prints[word] as number));
      }
    },
    readPaper: (index) => {
      const list = findRange(listEnds, index);
      return {
        input: readFingerprint(inputs, 2 * index),
        row: readRow(index),
        positions: positions.subarray(...list),
        scores: scores.subarray(...list),
        words: readWords(index),
        list: readFingerprint(lists, 2 * index),
      };
    },
  };
}

/** The ends of lists of the given lengths that stand one behind the other. */
function addUp(lengths: readonly number[]): Int32Array {
  const ends = Int32Array.from(lengths);
  for (let index = 1; index < ends.length; index += 1) {
    ends[index] = (ends[index] as number) + (ends[index - 1] as number);
  }
  return ends;
}

function findRange(ends: Int32Array, index: number): [start: number, end: number] {
  return [index === 0 ? 0 : (ends[index - 1] as number), ends[index] as number];
}

function joinLists(lists: readonly ArrayLike<number>[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const list of lists) {
    joined.set(list, end);
    end += list.length;
  }
  return joined;
}

/** Names as text, a line each: no stem and no form of a word has a line break. */
function encodeNames(names: readonly string[]): Uint8Array {
  return new TextEncoder().encode(names.join("\n"));
}

function decodeNames(bytes: Uint8Array): string[] {
  return bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split("\n");
}

/** 32 bits of each name's fingerprint. */
function printNames(names: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => fingerprintParts([name])[1]);
}
