/**
 * Lists of numbers as bytes that can be stored: a header, then one section after another, each at a multiple of four,
 * so that what is read back is seen where it lies and nothing is copied. The order of bytes is the machine's; what
 * another machine or another version wrote does not open and is made anew.
 */
import { type Fingerprint, fingerprintData } from "../content/data-fingerprint.ts";

const MAGIC = 0x4f664672;
/** Raise it when the sections of a file or what stands in them changes, or when the lists come out otherwise for the same papers. */
const FORMAT = 3;
/** Bytes of a fingerprint as it is stored: first that of all that follows, then in the header that of what is continued. */
const PRINT = 20;
/** Places in the header, in numbers of 32 bits; the lengths of the sections in bytes follow. */
const [FIRST, PREVIOUS, COUNT, LENGTHS] = [5, 7, 12, 13];

/** Sections that were opened. */
export interface Sections {
  /** All bytes, as they are stored. */
  bytes: Uint8Array;
  /** Fingerprint of the bytes. */
  own: Fingerprint;
  /** Fingerprint of what they continue. */
  previous: Fingerprint;
  /** Each section as numbers of 32 bits. */
  numbers(section: number): Int32Array;
  /** Each section as bytes. */
  octets(section: number): Uint8Array;
  /** Each section as the names that `packNames` packed; decoded once. */
  names(section: number): string[];
}

/** Names as text, a line each: no stem, no form of a word and no fingerprint has a line break. */
export function packNames(names: readonly string[]): Uint8Array {
  return new TextEncoder().encode(names.join("\n"));
}

/**
 * Puts sections into one piece.
 * @param previous fingerprint of what this continues, so that pieces of two builds are never taken for one
 */
export function packSections(sections: readonly ArrayBufferView[], previous: Fingerprint): Sections {
  const lengths = sections.map(({ byteLength }) => byteLength);
  let start = 4 * (LENGTHS + lengths.length);
  const bytes = Buffer.alloc(lengths.reduce((sum, length) => sum + roundUp(length), start));
  const words = toWords(bytes);
  words.set([MAGIC, FORMAT], FIRST);
  words.set([lengths.length, ...lengths], COUNT);
  bytes.write(previous, 4 * PREVIOUS, "base64url");
  for (const { buffer, byteOffset, byteLength } of sections) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start);
    start += roundUp(byteLength);
  }
  bytes.write(fingerprintData(bytes.subarray(PRINT)), "base64url");
  return showSections(bytes);
}

/** Opens what `packSections` made; undefined when it is damaged or of another version or machine. */
export function openSections(stored: Uint8Array): Sections | undefined {
  if (stored.byteLength % 4 !== 0 || stored.byteLength < 4 * LENGTHS) return undefined;
  const { buffer, byteOffset, byteLength } = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const [magic, format] = toWords(bytes).subarray(FIRST);
  if (magic !== MAGIC || format !== FORMAT || readPrint(bytes, 0) !== fingerprintData(bytes.subarray(PRINT))) {
    return undefined;
  }
  return showSections(bytes);
}

function showSections(bytes: Buffer): Sections {
  const words = toWords(bytes);
  const lengths = words.subarray(LENGTHS, LENGTHS + (words[COUNT] as number));
  let end = 4 * (LENGTHS + lengths.length);
  const views = Array.from(lengths, (length) => {
    const view = bytes.subarray(end, end + length);
    end += roundUp(length);
    return view;
  });
  const decoded: string[][] = [];
  const octets = (section: number): Buffer => views[section] ?? bytes.subarray(end);
  return {
    bytes,
    own: readPrint(bytes, 0),
    previous: readPrint(bytes, 4 * PREVIOUS),
    numbers: (section) => toWords(octets(section)),
    octets,
    names: (section) => {
      decoded[section] ??= octets(section).length === 0 ? [] : octets(section).toString().split("\n");
      return decoded[section];
    },
  };
}

function toWords({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength / 4);
}

function readPrint(bytes: Buffer, start: number): Fingerprint {
  return bytes.toString("base64url", start, start + PRINT);
}

function roundUp(length: number): number {
  return Math.ceil(length / 4) * 4;
}
