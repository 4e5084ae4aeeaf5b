/**
 * What search knows beside Pagefind's index: papers like each paper, the corpus's own words, acronyms with their long
 * forms. It lies in many small files in `pagefind/tables/`, of which a question reads few; src/search-index/tables.ts
 * writes them. Without them search still answers, only less well.
 */

/** A paper that is like another one. */
export interface Neighbour {
  /** Its key in the index. */
  key: string;
  /** Likeness, above 0 up to 1. */
  likeness: number;
}

/** The file that is read first. */
export interface TablesStart {
  /** Part of all other names, so that no file of another build is taken for one of this. */
  version: string;
  /** In how many files the neighbours lie. */
  neighbourShards: number;
  /** Folded words that so many papers have that looking for them costs much, with how many have them in any form. */
  common: Record<string, number>;
}

/** Words and acronyms that begin with one letter. */
export interface WordTable {
  /** Folded words, those of most papers first. */
  words: string[];
  /** By folded acronym, its long forms, the most usual first; the words of a form are folded and one space apart. */
  acronyms: Record<string, string[]>;
}

/** The tables. */
export interface SearchTables {
  /** Folded words that very many papers have, with how many have them in any form. */
  common: ReadonlyMap<string, number>;
  /** Papers like one, the most alike first. */
  findNeighbours(key: string): Promise<Neighbour[]>;
  /** Words and acronyms that begin with the first letter of a folded word. */
  readWords(word: string): Promise<WordTable>;
}

/** Reads a file of the tables by its name; undefined when there is none. */
export type ReadTable = (name: string) => Promise<string | undefined>;

/** Name of the file that is read first. */
export const START_TABLE = "start.json";

const NO_WORDS: WordTable = { words: [], acronyms: {} };

/** Tables that hold nothing. */
export const NO_TABLES: SearchTables = {
  common: new Map(),
  findNeighbours: async () => [],
  readWords: async () => NO_WORDS,
};

/** Opens the tables; where they are missing, those that hold nothing. Each file is read once. */
export async function openTables(read: ReadTable): Promise<SearchTables> {
  const text = await read(START_TABLE);
  if (text === undefined) return NO_TABLES;
  const { version, neighbourShards, common } = JSON.parse(text) as TablesStart;
  const kept = new Map<string, Promise<unknown>>();
  const readOnce = <Table>(name: string, none: Table): Promise<Table> => {
    const known = kept.get(name) as Promise<Table> | undefined;
    if (known !== undefined) return known;
    const table = read(name).then((json) => (json === undefined ? none : (JSON.parse(json) as Table)));
    kept.set(name, table);
    table.catch(() => kept.delete(name));
    return table;
  };
  return {
    common: new Map(Object.entries(common)),
    async findNeighbours(key) {
      const shard = await readOnce<Record<string, string>>(nameNeighbours(key, neighbourShards, version), {});
      return decodeNeighbourKeys(shard[key] ?? "", key);
    },
    readWords: (word) => readOnce(nameWords(word, version), NO_WORDS),
  };
}

/** Name of the file with the neighbours of a paper. Pagefind's keys end in hex digits, evenly spread. */
export function nameNeighbours(key: string, shards: number, version: string): string {
  const number = Number.parseInt(key.replace(/^.*_/, ""), 16);
  return `neighbours-${Number.isNaN(number) ? 0 : number % shards}.${version}.json`;
}

/** Name of the file with words that begin as a folded word does; all but Latin letters share one. */
export function nameWords(word: string, version: string): string {
  return `words-${/^[a-z]/.test(word) ? word.charAt(0) : "0"}.${version}.json`;
}

/** Steps of likeness, as many as two digits to the base of 36 can tell. */
const STEPS = 36 * 36 - 1;

/** Neighbours as one text: keys without what stands before their hex digits, each with its likeness in steps to the base of 36. */
export function encodeNeighbourKeys(neighbours: readonly Neighbour[]): string {
  return neighbours
    .map(({ key, likeness }) => `${key.slice(key.lastIndexOf("_") + 1)} ${Math.round(likeness * STEPS).toString(36)}`)
    .join(" ");
}

/** @param key Key of the paper whose neighbours these are; theirs begin as it does. */
function decodeNeighbourKeys(text: string, key: string): Neighbour[] {
  const parts = text === "" ? [] : text.split(" ");
  const beginning = key.slice(0, key.lastIndexOf("_") + 1);
  return parts.flatMap((part, index) =>
    index % 2 === 1 ? [] : [{ key: beginning + part, likeness: Number.parseInt(parts[index + 1] ?? "0", 36) / STEPS }],
  );
}
