/**
 * The chunks of an index: lists of words with the places where they stand. A search loads the chunks in which its words
 * are, from each bundle; Pagefind makes them about 27 kB large, which cannot be set, so they are cut anew.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { CBOR, nameChunk } from "../lib/search/bundle-meta.ts";
import { CborWriter, makeFormError, readHead } from "./cbor.ts";
import type { PackedWriter } from "./packed.ts";
import { type IndexedWord, readWord } from "./postings.ts";

/** Bytes of a chunk before it is packed, which makes about 4 kB of them; a word with more places has a chunk of its own. */
const CHUNK_BYTES = 10_000;

/** A word as a chunk has it. */
export interface ChunkItem {
  /** The word, as UTF-8. */
  word: Buffer;
  /** The word with all that is known of it. */
  item: Buffer;
}

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
  let last: Buffer = Buffer.alloc(0);
  for (const name of names) {
    const bytes = read(nameChunk(name));
    const outer = readHead(bytes, 0);
    const list = readHead(bytes, outer.start);
    if (outer.kind !== CBOR.list || outer.count !== 1 || list.kind !== CBOR.list) throw makeFormError();
    let place = list.start;
    for (let number = 0; number < list.count; number += 1) {
      const indexed = readWord(bytes, place);
      if (Buffer.compare(indexed.word, last) < 0) throw makeFormError();
      last = indexed.word;
      place = indexed.end;
      yield indexed;
    }
  }
}

/**
 * Writes words as chunks.
 * @param items The words in their order.
 * @param files Writes the files.
 * @returns The first and the last word of each chunk, one space apart.
 */
export async function writeChunks(folder: string, items: Iterable<ChunkItem>, files: PackedWriter): Promise<string[]> {
  mkdirSync(dirname(join(folder, nameChunk(0))));
  const spans: string[] = [];
  const writer = new CborWriter();
  let [own, bytes]: [ChunkItem[], number] = [[], 0];
  const end = async (): Promise<void> => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return;
    writer.head(CBOR.list, 1);
    writer.head(CBOR.list, own.length);
    for (const { item } of own) writer.copy(item);
    const path = join(folder, nameChunk(spans.length));
    spans.push(`${first.word.toString()} ${last.word.toString()}`);
    [own, bytes] = [[], 0];
    await files.write(path, writer.take());
  };
  for (const item of items) {
    if (bytes + item.item.length > CHUNK_BYTES) await end();
    own.push(item);
    bytes += item.item.length;
  }
  await end();
  return spans;
}
