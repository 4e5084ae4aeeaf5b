/**
 * What is read of a bundle before anything is searched in it. Pagefind's own meta file names each page and each chunk by
 * a hash, which is most of its bytes; here pages have the numbers of their papers and chunks their places, and the file
 * that Pagefind's core wants is put together from that: CBOR, RFC 8949.
 */

/** Name of that file, in the folder of its bundle. */
export const META_FILE = "papers.pf_meta";

/** Name of the file with what is kept of a paper, by its number. */
export function nameFragment(own: string | number): string {
  return `fragment/${own}.pf_fragment`;
}

/** Name of the file of a chunk, by its place. */
export function nameChunk(place: string | number): string {
  return `index/${place}.pf_index`;
}

/** What stands in the file. */
export interface BundleMeta {
  /** Version of Pagefind that made the index. */
  version: string;
  /** How many words each paper's page has, in the order of the papers' numbers. */
  words: number[];
  /** The first and the last word of each chunk, one space apart. A chunk is named by its place here. */
  chunks: string[];
  /** Names of its meta fields, in the order by which places in them are told apart. */
  fields: string[];
}

/** The meta file as the core reads it: pages are named by the numbers of their papers, chunks by their places. */
export function encodeCoreMeta({ version, words, chunks, fields }: BundleMeta): Uint8Array {
  const pages = words.map((count, number) => [String(number), count]);
  const spans = chunks.map((span, place) => [...span.split(" "), String(place)]);
  // Papers are narrowed down and ordered by tables of our own, so that Pagefind knows of no filter and no order.
  return Uint8Array.from(encodeCbor([version, pages, spans, [], [], fields]));
}

/** What CBOR is made from here. */
type CborValue = number | string | readonly CborValue[];

/**
 * Writes whole numbers from 0 on of at most four bytes, texts and lists. By hand, since
 * a package for it would add a quarter to the search page's scripts.
 */
function encodeCbor(value: CborValue): number[] {
  if (typeof value === "number") return encodeHead(0, value);
  if (typeof value !== "string") return [...encodeHead(4, value.length), ...value.flatMap(encodeCbor)];
  const text = new TextEncoder().encode(value);
  return [...encodeHead(3, text.length), ...text];
}

/** Head of an item: its kind and its number (a value, bytes of text, items of a list). */
function encodeHead(kind: number, count: number): number[] {
  if (count < 24) return [(kind << 5) | count];
  return [(kind << 5) | 26, count >>> 24, (count >>> 16) & 255, (count >>> 8) & 255, count & 255];
}
