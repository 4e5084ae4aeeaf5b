/**
 * Lists of numbers as bytes that can be stored: a header, then one section after another, each at a multiple of four,
 * so that what is read back is seen where it lies and nothing is copied. The order of bytes is the machine's; what
 * another machine or another version wrote does not open and is made anew.
 */
import { createFingerprinter, type Fingerprint, isSameFingerprint, readFingerprint } from "./fingerprint.ts";

const MAGIC = 0x4f664672;
/** Raise it when the sections of a file or what stands in them changes, or when the lists come out otherwise for the same papers. */
const FORMAT = 2;
/** Places in the header, in numbers of 32 bits; the lengths of the sections in bytes follow. */
const [PREVIOUS, OWN, COUNT, LENGTHS] = [2, 4, 6, 7];

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
}

/**
 * Puts sections into one piece.
 * @param previous fingerprint of what this continues, so that pieces of two builds are never taken for one
 */
export function packSections(sections: readonly ArrayBufferView[], previous: Fingerprint): Sections {
  const lengths = sections.map(({ byteLength }) => byteLength);
  const header = LENGTHS + lengths.length;
  const total = lengths.reduce((sum, length) => sum + roundUp(length), 4 * header);
  const words = new Int32Array(total / 4);
  const bytes = new Uint8Array(words.buffer);
  words.set([MAGIC, FORMAT, ...previous, 0, 0, lengths.length, ...lengths]);
  let start = 4 * header;
  for (const { buffer, byteOffset, byteLength } of sections) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start);
    start += roundUp(byteLength);
  }
  words.set(fingerprintWords(words), OWN);
  return showSections(words, bytes);
}

/** Opens what `packSections` made; undefined when it is damaged or of another version or machine. */
export function openSections(stored: Uint8Array): Sections | undefined {
  if (stored.byteLength % 4 !== 0 || stored.byteLength < 4 * LENGTHS) return undefined;
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  if (words[0] !== MAGIC || words[1] !== FORMAT) return undefined;
  if (!isSameFingerprint(readFingerprint(words, OWN), fingerprintWords(words))) return undefined;
  return showSections(words, bytes);
}

function showSections(words: Int32Array, bytes: Uint8Array): Sections {
  const starts: number[] = [];
  const count = words[COUNT] as number;
  let start = 4 * (LENGTHS + count);
  for (let section = 0; section < count; section += 1) {
    starts.push(start);
    start += roundUp(words[LENGTHS + section] as number);
  }
  const lengthOf = (section: number): number => words[LENGTHS + section] ?? 0;
  const startOf = (section: number): number => starts[section] ?? bytes.byteLength;
  return {
    bytes,
    own: readFingerprint(words, OWN),
    previous: readFingerprint(words, PREVIOUS),
    numbers: (section) => words.subarray(startOf(section) / 4, (startOf(section) + lengthOf(section)) / 4),
    octets: (section) => bytes.subarray(startOf(section), startOf(section) + lengthOf(section)),
  };
}

/** The fingerprint of all but the fingerprint itself. */
function fingerprintWords(words: Int32Array): Fingerprint {
  const fingerprinter = createFingerprinter();
  for (let place = 0; place < words.length; place += 1) {
    if (place < OWN || place >= COUNT) fingerprinter.addNumber(words[place] as number);
  }
  return fingerprinter.finish();
}

function roundUp(length: number): number {
  return Math.ceil(length / 4) * 4;
}
