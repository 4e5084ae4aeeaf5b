/**
 * The chunks of an index: lists of words with the places where they stand. A search loads the chunks in which its words
 * are, from each bundle; Pagefind makes them about 27 kB large, which cannot be set, so they are cut anew.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { encode } from "cborg";
import { z } from "zod";
import { nameChunk } from "../lib/search/bundle-meta.ts";
import { decodeForm, makeFormError } from "./cbor.ts";
import type { PackedWriter } from "./packed.ts";
import { compareWords, type IndexedWord, IndexedWordSchema } from "./postings.ts";

/** Bytes of a chunk before it is packed, which makes about 4 kB of them; a word with more places has a chunk of its own. */
const CHUNK_BYTES = 10_000;

/** What stands in a chunk. */
const ChunkSchema = z.tuple([z.array(IndexedWordSchema)]);

/**
 * Reads the words of an index in their order.
 * @param names Names of its chunks, in their order.
 * @param read Reads a file of the index, unpacked.
 * @throws {Error} when the files are not of the form that is known here: that of another version of Pagefind.
 */
export function* readIndexedWords(
  names: Iterable<string | number>,
  read: (name: string) => Buffer,
): Generator<IndexedWord> {
  let last = "";
  for (const name of names) {
    const [words] = decodeForm(read(nameChunk(name)), ChunkSchema);
    for (const word of words) {
      if (compareWords(word[0], last) < 0) throw makeFormError();
      last = word[0];
      yield word;
    }
  }
}

/**
 * Writes words as chunks.
 * @param words The words in their order.
 * @param files Writes the files.
 * @returns The first and the last word of each chunk, one space apart.
 */
export async function writeChunks(
  folder: string,
  words: Iterable<IndexedWord>,
  files: PackedWriter,
): Promise<string[]> {
  mkdirSync(dirname(join(folder, nameChunk(0))));
  const spans: string[] = [];
  for (const chunk of cutChunks(words)) {
    const path = join(folder, nameChunk(spans.length));
    spans.push(`${chunk[0]?.word} ${chunk.at(-1)?.word}`);
    // The head of a list is what stands before its items, whatever these are: here they are written already.
    const head = encode([chunk.map(() => 0)]).subarray(0, -chunk.length);
    await files.write(path, Buffer.concat([head, ...chunk.map(({ bytes }) => bytes)]));
  }
  return spans;
}

/** Words as they are written, as many together as make a chunk. */
function* cutChunks(words: Iterable<IndexedWord>): Generator<{ word: string; bytes: Uint8Array }[]> {
  let [chunk, size]: [{ word: string; bytes: Uint8Array }[], number] = [[], 0];
  for (const indexed of words) {
    const bytes = encode(indexed);
    if (chunk.length > 0 && size + bytes.length > CHUNK_BYTES) {
      yield chunk;
      [chunk, size] = [[], 0];
    }
    chunk.push({ word: indexed[0], bytes });
    size += bytes.length;
  }
  if (chunk.length > 0) yield chunk;
}
