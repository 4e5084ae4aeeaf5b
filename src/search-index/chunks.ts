/**
 * Cuts the chunks of Pagefind's index smaller. A search loads the chunks in which its words stand, from each bundle, and
 * Pagefind makes them about 27 kB large, which cannot be set. A chunk is a list of words with their places, and the meta
 * file lists from which word to which each goes, so both can be written anew without a look at the places: CBOR, RFC 8949.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

/** Bytes of a chunk before it is packed, which makes about 8 kB of them; a word with more places has a chunk of its own. */
const CHUNK_BYTES = 20_000;

/** What Pagefind's files begin with once they are unpacked. */
const SIGNATURE = Buffer.from("pagefind_dcd");

/** Place of the list of chunks in the meta file's list. */
const CHUNKS_PLACE = 2;

/**
 * Cuts all chunks of an index and names them in its meta file.
 * @param folder Folder of the index.
 * @param meta Name of its meta file.
 * @throws {Error} when the files are not of the form that is known here: that of another version of Pagefind.
 */
export function cutChunks(folder: string, meta: string): void {
  const index = join(folder, "index");
  const entries = readdirSync(index)
    .flatMap((name) => cutChunk(index, name))
    .sort((a, b) => Buffer.compare(a.from, b.from));
  const bytes = readPacked(join(folder, meta));
  const items = splitList(bytes, 0);
  items[CHUNKS_PLACE] = makeList(entries.map(({ from, to, hash }) => makeList([makeText(from), makeText(to), hash])));
  writePacked(join(folder, meta), makeList(items));
}

/** A chunk as the meta file names it. */
interface ChunkEntry {
  /** Its first word, as UTF-8, by which chunks are in order. */
  from: Buffer;
  /** Its last word. */
  to: Buffer;
  /** Its name, as CBOR. */
  hash: Buffer;
}

/** Writes a chunk as several and takes it away. */
function cutChunk(folder: string, name: string): ChunkEntry[] {
  const [list = Buffer.alloc(0), ...rest] = splitList(readPacked(join(folder, name)), 0);
  if (rest.length > 0) throw new Error("Pagefind's index has another form than the one that is known.");
  const language = name.slice(0, name.indexOf("_"));
  rmSync(join(folder, name));
  return groupWords(splitList(list, 0)).map((words) => {
    const bytes = makeList([makeList(words)]);
    const own = `${language}_${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}`;
    writePacked(join(folder, `${own}.pf_index`), bytes);
    const textOf = (word: Buffer | undefined): Buffer => readText(splitList(word ?? Buffer.alloc(0), 0)[0]);
    return { from: textOf(words[0]), to: textOf(words.at(-1)), hash: makeText(Buffer.from(own)) };
  });
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

/** Kinds of CBOR's items, as their first three bits say. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/** Head of an item: its kind, its number (a value, bytes of text, items of a list) and where what it says begins. */
function readHead(bytes: Buffer, at: number): { kind: number; count: number; start: number } {
  const first = bytes[at] ?? 0xff;
  const size = first & 31;
  const kind = first >> 5;
  if (size < 24) return { kind, count: size, start: at + 1 };
  const length = 2 ** (size - 24);
  if (length > 4) throw new Error("Pagefind's index has another form than the one that is known.");
  return { kind, count: bytes.readUIntBE(at + 1, length), start: at + 1 + length };
}

/** Where the item ends that begins at a place. */
function findEnd(bytes: Buffer, at: number): number {
  const { kind, count, start } = readHead(bytes, at);
  if (kind === UNSIGNED || kind === NEGATIVE) return start;
  if (kind === TEXT) return start + count;
  if (kind !== LIST) throw new Error("Pagefind's index has another form than the one that is known.");
  let end = start;
  for (let item = 0; item < count; item += 1) end = findEnd(bytes, end);
  return end;
}

/** The items of a list, each as it stands. */
function splitList(bytes: Buffer, at: number): Buffer[] {
  const { kind, count, start } = readHead(bytes, at);
  if (kind !== LIST) throw new Error("Pagefind's index has another form than the one that is known.");
  let place = start;
  return Array.from({ length: count }, () => {
    const end = findEnd(bytes, place);
    const item = bytes.subarray(place, end);
    place = end;
    return item;
  });
}

function readText(item: Buffer | undefined): Buffer {
  const { kind, count, start } = readHead(item ?? Buffer.alloc(0), 0);
  if (item === undefined || kind !== TEXT)
    throw new Error("Pagefind's index has another form than the one that is known.");
  return item.subarray(start, start + count);
}

function makeHead(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  const head = Buffer.alloc(5);
  head[0] = (kind << 5) | 26;
  head.writeUInt32BE(count, 1);
  return head;
}

function makeList(items: readonly Buffer[]): Buffer {
  return Buffer.concat([makeHead(LIST, items.length), ...items]);
}

function makeText(text: Buffer): Buffer {
  return Buffer.concat([makeHead(TEXT, text.length), text]);
}

function readPacked(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path));
  return bytes.subarray(SIGNATURE.length);
}

function writePacked(path: string, bytes: Buffer): void {
  writeFileSync(path, gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: 9 }));
}
