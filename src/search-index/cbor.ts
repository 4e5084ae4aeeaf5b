/** Reads and writes CBOR as far as Pagefind's files need it: whole numbers, texts, lists. RFC 8949. */
import { CBOR } from "../lib/search/bundle-meta.ts";

/** What was read. */
export type CborItem = number | string | CborItem[];

/** Tells that a file is not what this version of Pagefind writes. */
export function makeFormError(): Error {
  return new Error("Pagefind's index has another form than the one that is known.");
}

/**
 * Reads the item that the bytes begin with.
 * @throws {Error} when it is of another kind.
 */
export function decodeCbor(bytes: Buffer): CborItem {
  const { kind, count, start } = readHead(bytes, 0);
  if (kind === CBOR.unsigned) return count;
  if (kind === CBOR.negative) return -1 - count;
  if (kind === CBOR.text) return bytes.toString("utf8", start, start + count);
  return splitList(bytes).map(decodeCbor);
}

/**
 * The items of the list that the bytes begin with, each as it stands.
 * @throws {Error} when it is no list.
 */
export function splitList(bytes: Buffer): Buffer[] {
  const { kind, count, start } = readHead(bytes, 0);
  if (kind !== CBOR.list) throw makeFormError();
  let place = start;
  return Array.from({ length: count }, () => {
    const end = findEnd(bytes, place);
    const item = bytes.subarray(place, end);
    place = end;
    return item;
  });
}

/**
 * Head of an item: its kind, its number (a value, bytes of text, items of a list) and where what it says begins.
 * @throws {Error} when its number is larger than any that Pagefind writes.
 */
export function readHead(bytes: Buffer, at: number): { kind: number; count: number; start: number } {
  const first = bytes[at] ?? 0xff;
  const size = first & 31;
  const kind = first >> 5;
  if (size < 24) return { kind, count: size, start: at + 1 };
  const length = 1 << (size - 24);
  if (length > 4 || at + length >= bytes.length) throw makeFormError();
  // By hand: Buffer's own methods take twice as long for all of an index.
  let count = 0;
  for (let place = at + 1; place <= at + length; place += 1) count = count * 256 + (bytes[place] ?? 0);
  return { kind, count, start: at + 1 + length };
}

/**
 * Where the item ends that begins at a place.
 * @throws {Error} when it is of a kind that Pagefind does not write.
 */
export function findEnd(bytes: Buffer, at: number): number {
  let end = at;
  // Items that are not passed yet: a list adds its own. One loop, since an index has tens of millions of them.
  for (let items = 1; items > 0; items -= 1) {
    const { kind, count, start } = readHead(bytes, end);
    end = start;
    if (kind === CBOR.text) end += count;
    else if (kind === CBOR.list) items += count;
    else if (kind !== CBOR.unsigned && kind !== CBOR.negative) throw makeFormError();
  }
  return end;
}

/** Bytes that a writer begins with; they double when they are full. */
const FIRST_BYTES = 4096;

/** Puts items together, each head as short as it can be. */
export class CborWriter {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = 0;

  /** Writes a head: a kind of `CBOR` and its number, a whole one from 0 to 2^32 - 1. What it says comes after it. */
  head(kind: number, count: number): void {
    this.#reserve(5);
    const size = count < 24 ? 0 : count < 0x100 ? 1 : count < 0x1_0000 ? 2 : 4;
    this.#bytes[this.#length] = (kind << 5) | (size === 0 ? count : 24 + (size >> 1));
    if (size > 0) this.#bytes.writeUIntBE(count, this.#length + 1, size);
    this.#length += 1 + size;
  }

  /** Writes whole items as they stand in other bytes. */
  copy(from: Buffer, start = 0, end = from.length): void {
    this.#reserve(end - start);
    from.copy(this.#bytes, this.#length, start, end);
    this.#length += end - start;
  }

  /** Gives what was written, and begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(2 * this.#bytes.length, this.#length + bytes));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
