/**
 * Pagefind's search core, a WebAssembly module, without the script that Pagefind gives with it. That script can merge
 * several indexes, but sets weights for the first of them only, does not say which index a hit is from, fetches one
 * index after another and loads all of an index to list its pages. The functions below are those that it calls itself;
 * the version of Pagefind is fixed in package.json, and searchers' tests ask the real module.
 */
import { stripMarks } from "./marks-on-letters.ts";

/** Weights of a search, as the core names them; all are set with each search, since the core keeps what it was told last. */
export interface CoreRanking {
  /** How much less a word counts than the one asked when it is longer. */
  term_similarity: number;
  /** How much long texts are held back, 0 to 1. */
  page_length: number;
  /** How soon a word that is said again counts no more, 0 to 2. */
  term_saturation: number;
  /** By meta field, how much a word in it counts. */
  meta_weights: Record<string, number>;
}

/** A page that a search found. */
export interface CoreHit {
  /** Its key: the name of its fragment; among several bundles as `makeKey` makes it. */
  key: string;
  /** How well it matches. */
  score: number;
  /** Places of the words that matched, counted in words of its text from 0. */
  positions: number[];
}

/** An index in the core. */
export interface CoreIndex {
  /** Names of the chunks in which a term's words would stand; of all chunks when the term is empty. */
  listChunks(term: string): string[];
  /** Adds a chunk. */
  addChunk(bytes: Uint8Array): void;
  /** Searches the chunks that were added: pages, best first; those of equal score in the index's own order. */
  search(term: CoreTerm, ranking: CoreRanking): CoreHit[];
}

/** A term as the core wants it. */
export interface CoreTerm {
  /** Its words in small letters without punctuation and accents. */
  plain: string;
  /** The same with accents. */
  accented: string;
  /** Whether the words must stand in a row. */
  isExact: boolean;
}

/** What the module exports, as far as it is used. A string is passed as where it lies and how long it is. */
interface CoreExports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_malloc(bytes: number, align: number): number;
  __wbindgen_free(pointer: number, bytes: number, align: number): void;
  __wbindgen_start(): void;
  init_pagefind(...meta: Passed): number;
  load_index_chunk(index: number, ...chunk: Passed): number;
  request_indexes(index: number, ...term: Passed): Passed;
  set_ranking_weights(index: number, ...weights: Passed): number;
  // Term, term with accents, filters and sort; then whether words stand in a row, and whether accents must agree.
  search(index: number, ...texts: [...Passed, ...Passed, ...Passed, ...Passed, boolean, boolean]): Passed;
}

type Passed = [pointer: number, bytes: number];

/** Starts the core, with memory of its own; gives what opens an index by its meta file, unpacked. */
export async function startCore(module: Uint8Array<ArrayBuffer>): Promise<(meta: Uint8Array) => CoreIndex> {
  let core: CoreExports | undefined;
  const { instance } = await WebAssembly.instantiate(module, {
    "./pagefind_web_bg.js": {
      // wasm-bindgen keeps the values that JavaScript knows and Rust does not in a table, these first.
      __wbindgen_init_externref_table() {
        const table = core?.__wbindgen_externrefs;
        const start = table?.grow(4) ?? 0;
        table?.set(0, undefined);
        for (const [index, value] of [undefined, null, true, false].entries()) table?.set(start + index, value);
      },
    },
  });
  core = instance.exports as unknown as CoreExports;
  core.__wbindgen_start();
  return openIndex.bind(undefined, core);
}

function openIndex(core: CoreExports, meta: Uint8Array): CoreIndex {
  const pass = (bytes: Uint8Array): Passed => {
    const pointer = core.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(core.memory.buffer).set(bytes, pointer);
    return [pointer, bytes.length];
  };
  const passText = (text: string): Passed => pass(new TextEncoder().encode(text));
  const take = <Value>([pointer, bytes]: Passed): Value => {
    const text = new TextDecoder().decode(new Uint8Array(core.memory.buffer, pointer >>> 0, bytes));
    core.__wbindgen_free(pointer, bytes, 1);
    return JSON.parse(text) as Value;
  };
  const check = (pointer: number): number => {
    if (pointer === 0) throw new Error("Pagefind cannot read its own index.");
    return pointer >>> 0;
  };
  let index = check(core.init_pagefind(...pass(meta)));
  return {
    listChunks: (term) => take(core.request_indexes(index, ...passText(term))),
    addChunk(bytes) {
      index = check(core.load_index_chunk(index, ...pass(bytes)));
    },
    search({ plain, accented, isExact }, ranking) {
      index = check(core.set_ranking_weights(index, ...passText(JSON.stringify(ranking))));
      const texts = [plain, accented, "{}", ""].map(passText);
      const [a, b, c, d] = texts as [Passed, Passed, Passed, Passed];
      // By page its fragment, score and the places of words.
      const { results } = take<{ results: { p: string; s: number; l: { l: number }[] }[] }>(
        core.search(index, ...a, ...b, ...c, ...d, isExact, false),
      );
      return results.map(({ p, s, l }) => ({ key: p, score: s, positions: l.map((place) => place.l) }));
    },
  };
}

/** Punctuation, which the index drops within words; `_` and its like stay. */
const PUNCTUATION = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu;

/** A term as the core wants it; quotation marks around all of it mean that its words must stand in a row. */
export function makeTerm(text: string): CoreTerm {
  const words = text
    .replace(PUNCTUATION, "")
    .toLowerCase()
    .replace(/\s{2,}/g, " ")
    .trim()
    .split(" ")
    .map((accented) => ({ accented, plain: stripMarks(accented) }))
    .filter(({ plain }) => plain !== "");
  return {
    accented: words.map(({ accented }) => accented).join(" "),
    plain: words.map(({ plain }) => plain).join(" "),
    isExact: /^\s*".+"\s*$/.test(text),
  };
}

/** What Pagefind's files begin with once they are unpacked. */
const SIGNATURE = "pagefind_dcd";

/** Unpacks a file of Pagefind's; some hosts have unpacked it already. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const isPlain = (found: Uint8Array): boolean =>
    new TextDecoder().decode(found.subarray(0, SIGNATURE.length)) === SIGNATURE;
  const plain = isPlain(bytes)
    ? bytes
    : new Uint8Array(
        await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer(),
      );
  if (!isPlain(plain)) throw new Error("This is no file of Pagefind's.");
  return plain.subarray(SIGNATURE.length);
}
