/**
 * Cuts the chunks of Pagefind's index smaller. A search loads the chunks in which its words stand, from each bundle, and
 * Pagefind makes them about 27 kB large, which cannot be set. A chunk is a list of words with their places, and the meta
 * file lists from which word to which each goes, so both can be written anew without a look at the places.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BundleMeta, CBOR, encodeHead, META_FILE, nameChunk } from "../lib/search/bundle-meta.ts";
import { type CborItem, decodeCbor, makeFormError, splitList } from "./cbor.ts";
import { readPacked, writePacked } from "./packed.ts";

/** Bytes of a chunk before it is packed, which makes about 4 kB of them; a word with more places has a chunk of its own. */
const CHUNK_BYTES = 10_000;

/**
 * Cuts all chunks of an index, and writes the file that is read of a bundle first in place of Pagefind's own.
 * @param folder Folder of the index.
 * @param meta Name of Pagefind's meta file.
 * @param numberOf Number of a page's paper, by Pagefind's name for the page.
 * @throws {Error} when the files are not of the form that is known here: that of another version of Pagefind.
 */
export function cutChunks(folder: string, meta: string, numberOf: (page: string) => number): void {
  const [version, pages, , ...rest] = decodeCbor(readPacked(join(folder, meta))) as CborItem[];
  if (typeof version !== "string" || !Array.isArray(pages)) throw makeFormError();
  const counts = pages as [page: string, words: number][];
  const index = join(folder, "index");
  const chunks = readdirSync(index)
    .flatMap((name) => cutChunk(join(index, name)))
    .sort((a, b) => Buffer.compare(a.from, b.from));
  for (const [place, { bytes }] of chunks.entries()) writePacked(join(folder, nameChunk(place)), bytes);
  rmSync(join(folder, meta));
  const made: BundleMeta = {
    version,
    words: counts.map(([, words]) => words),
    shifts: counts.map(([page], place) => numberOf(page) - place),
    chunks: chunks.map(({ from, to }) => `${from} ${to}`),
    rest,
  };
  writePacked(join(folder, META_FILE), Buffer.from(JSON.stringify(made)));
}

/** A chunk to be written. */
interface Chunk {
  /** Its first word, as UTF-8, by which chunks are in order. */
  from: Buffer;
  /** Its last word. */
  to: Buffer;
  /** What stands in it. */
  bytes: Buffer;
}

/** Parts a chunk of Pagefind's and takes it away. */
function cutChunk(path: string): Chunk[] {
  const [list = Buffer.alloc(0), ...rest] = splitList(readPacked(path));
  if (rest.length > 0) throw makeFormError();
  rmSync(path);
  return groupWords(splitList(list)).map((words) => ({
    from: readWord(words[0]),
    to: readWord(words.at(-1)),
    bytes: Buffer.concat([
      Buffer.from([...encodeHead(CBOR.list, 1), ...encodeHead(CBOR.list, words.length)]),
      ...words,
    ]),
  }));
}

/** The word of a list of its places. */
function readWord(item: Buffer | undefined): Buffer {
  const [text] = item === undefined ? [] : splitList(item);
  const word = text === undefined ? undefined : decodeCbor(text);
  if (typeof word !== "string") throw makeFormError();
  return Buffer.from(word);
}

function groupWords(words: readonly Buffer[]): Buffer[][] {
  const groups: Buffer[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const word of words) {
    bytes += word.length;
    if (bytes > CHUNK_BYTES) {
      groups.push([]);
      bytes = word.length;
    }
    groups.at(-1)?.push(word);
  }
  return groups;
}
