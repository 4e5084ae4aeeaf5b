/** Writes what search knows beside Pagefind's index; lib/search/tables.ts reads it and says what it is. */
import { gunzipSync } from "node:zlib";
import { compareText } from "../lib/errors.ts";
import { stemWord } from "../lib/papers/words.ts";
import { findAcronyms } from "../lib/search/acronyms.ts";
import { decodeNeighbours, INDEX_META } from "../lib/search/index-format.ts";
import {
  encodeNeighbourKeys,
  type Neighbour,
  nameNeighbours,
  nameWords,
  START_TABLE,
  type TablesStart,
  type WordTable,
} from "../lib/search/tables.ts";
import { foldWord, splitParts } from "../lib/search/words.ts";

/** A file to be written. */
export interface TableFile {
  /** Its name in the folder of tables. */
  name: string;
  /** What stands in it. */
  content: string;
}

/** An indexed page, as Pagefind's fragment of it says. */
export interface IndexedPage {
  /** Its key in the index, `en_1a2b3c4`. */
  key: string;
  /** Its text. */
  content: string;
  /** Its meta fields. */
  meta: Record<string, string>;
}

/** Papers whose neighbours share a file: about 2 kB compressed; a question reads five at most. */
const PAPERS_A_SHARD = 16;
/** Neighbours that are kept of a paper. */
const NEIGHBOUR_COUNT = 20;
/** Words that are kept for "did you mean"; at 12,000 they mend nearly all typing errors. */
const WORD_COUNT = 12_000;
/** From this many papers on, a word or acronym of one paper only is rather a slip or a name of its own. */
const MANY_PAPERS = 1000;
/** Long forms that are kept of an acronym. */
const LONG_FORMS = 2;
/** Papers that have a word from which on a search for it takes so long that this is planned for. */
const COMMON_FROM = 500;
/** Most such words, those of most papers first, and papers that write one in just this form. */
const COMMON_COUNT = 1000;
const COMMON_FORM_FROM = 10;

/** Reads a fragment as Pagefind writes it; undefined when the file is none. */
export function readFragment(path: string, bytes: Uint8Array): IndexedPage | undefined {
  const [, key] = /(?:^|\/)fragment\/(.+)\.pf_fragment$/.exec(path) ?? [];
  if (key === undefined) return undefined;
  const text = gunzipSync(bytes).toString("utf8");
  const { content, meta } = JSON.parse(text.replace(/^pagefind_dcd/, "")) as Omit<IndexedPage, "key">;
  return { key, content, meta };
}

/**
 * All files of the tables.
 * @param related By id of a paper, what its page says of its neighbours, as `encodeNeighbours` writes it.
 */
export function makeTables(pages: readonly IndexedPage[], related: ReadonlyMap<string, string>): TableFile[] {
  const sorted = [...pages].sort((a, b) => compareText(a.key, b.key));
  const shards = Math.max(1, Math.ceil(pages.length / PAPERS_A_SHARD));
  const frequency = countWords(sorted);
  const files = new Map<string, string>();
  const add = <Table>(tables: Map<string, Table>): void => {
    for (const [name, table] of [...tables].sort((a, b) => compareText(a[0], b[0]))) {
      files.set(name, JSON.stringify(table));
    }
  };
  const neighbours = joinNeighbours(sorted, related);
  const version = fingerprint(`${JSON.stringify([...neighbours])}${JSON.stringify([...frequency])}`);
  add(groupNeighbours(neighbours, shards, version));
  add(groupWords(sorted, frequency, version));
  const start: TablesStart = {
    version,
    neighbourShards: shards,
    common: Object.fromEntries(findCommon(sorted, frequency)),
  };
  files.set(START_TABLE, JSON.stringify(start));
  return [...files].map(([name, content]) => ({ name, content }));
}

/**
 * A page names only papers no newer than its own; a search wants the newer ones as well, so each relation holds both
 * ways here, and the most alike are kept.
 */
function joinNeighbours(pages: readonly IndexedPage[], related: ReadonlyMap<string, string>): Map<string, Neighbour[]> {
  const keys = new Map(pages.map(({ key, meta }) => [meta[INDEX_META.id] ?? "", key]));
  const all = new Map<string, Map<string, number>>();
  const relate = (key: string, other: string, likeness: number): void => {
    const own = all.get(key) ?? new Map<string, number>();
    all.set(key, own.set(other, Math.max(likeness, own.get(other) ?? 0)));
  };
  for (const { key, meta } of pages) {
    for (const { id, likeness } of decodeNeighbours(related.get(meta[INDEX_META.id] ?? "") ?? "")) {
      const other = keys.get(id);
      if (other === undefined) continue;
      relate(key, other, likeness);
      relate(other, key, likeness);
    }
  }
  const sort = (own: Map<string, number>): Neighbour[] =>
    [...own]
      .map(([key, likeness]) => ({ key, likeness }))
      .sort((a, b) => b.likeness - a.likeness || compareText(a.key, b.key))
      .slice(0, NEIGHBOUR_COUNT);
  return new Map(pages.flatMap(({ key }): [string, Neighbour[]][] => [[key, sort(all.get(key) ?? new Map())]]));
}

/** A file for each shard, also for one that no paper falls into: a browser that asks is not to be told 404. */
function groupNeighbours(neighbours: ReadonlyMap<string, Neighbour[]>, shards: number, version: string) {
  const groups = new Map<string, Record<string, string>>();
  for (let shard = 0; shard < shards; shard += 1) groups.set(nameNeighbours(shard.toString(16), shards, version), {});
  for (const [key, own] of neighbours) {
    if (own.length === 0) continue;
    const name = nameNeighbours(key, shards, version);
    groups.set(name, { ...groups.get(name), [key]: encodeNeighbourKeys(own) });
  }
  return groups;
}

/**
 * In how many papers each folded word stands.
 * @param toForm What words count as.
 */
function countWords(pages: readonly IndexedPage[], toForm = (word: string) => word): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { content, meta } of pages) {
    const aside = [INDEX_META.title, INDEX_META.topics, INDEX_META.words, INDEX_META.authors].map((name) => meta[name]);
    const words = splitParts(`${content} ${aside.join(" ")}`).map(foldWord);
    for (const word of new Set(words.map(toForm))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return frequency;
}

/** Words that very many papers have, each with how many have it in any form, since a search finds all of them. */
function findCommon(pages: readonly IndexedPage[], frequency: ReadonlyMap<string, number>): [string, number][] {
  if (pages.length < COMMON_FROM) return [];
  const stems = countWords(pages, stemWord);
  return [...frequency]
    .filter(([, count]) => count >= COMMON_FORM_FROM)
    .map(([word]): [string, number] => [word, stems.get(stemWord(word)) ?? 0])
    .filter(([, count]) => count >= COMMON_FROM)
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, COMMON_COUNT);
}

/** A file for each letter, and one for all other beginnings, also where no word begins so. */
function groupWords(pages: readonly IndexedPage[], frequency: ReadonlyMap<string, number>, version: string) {
  const least = pages.length >= MANY_PAPERS ? 2 : 1;
  const groups = new Map<string, WordTable>();
  const groupOf = (word: string): WordTable => {
    const name = nameWords(word, version);
    const group = groups.get(name) ?? { words: [], acronyms: {} };
    groups.set(name, group);
    return group;
  };
  for (const beginning of "abcdefghijklmnopqrstuvwxyz0") groupOf(beginning);
  const words = [...frequency]
    .filter(([word, count]) => count >= least && /^\p{L}{4,20}$/u.test(word))
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  for (const [word] of words.slice(0, WORD_COUNT)) groupOf(word).words.push(word);
  for (const [short, longs] of countAcronyms(pages)) {
    const kept = [...longs]
      .filter(([, count]) => count >= least)
      .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
      .slice(0, LONG_FORMS)
      .map(([long]) => long);
    if (kept.length > 0) groupOf(short).acronyms[short] = kept;
  }
  return groups;
}

/** By acronym, in how many papers each long form stands. */
function countAcronyms(pages: readonly IndexedPage[]): [string, Map<string, number>][] {
  const all = new Map<string, Map<string, number>>();
  for (const { content } of pages) {
    for (const { short, long } of findAcronyms(content)) {
      const longs = all.get(short) ?? new Map<string, number>();
      all.set(short, longs.set(long, (longs.get(long) ?? 0) + 1));
    }
  }
  return [...all].sort((a, b) => compareText(a[0], b[0]));
}

/** FNV-1a over code units, 32 bits as eight hex digits, http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
