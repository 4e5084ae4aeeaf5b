/**
 * Fingerprints of 64 bits, to see at once whether two things are the same. Made in the manner of MurmurHash (Austin
 * Appleby): fast, the same on every machine, and no protection against somebody who wants two to be alike.
 */

/** A fingerprint: its upper and its lower 32 bits, each a whole number from 0 on. */
export type Fingerprint = readonly [high: number, low: number];

/** Takes texts and numbers in, one after another; the same ones in the same order give the same fingerprint. */
export interface Fingerprinter {
  /** Takes a text in; where it ends makes a difference. */
  addText(text: string): void;
  /** Takes a whole number of 32 bits in. */
  addNumber(value: number): void;
  /** The fingerprint of all that was taken in; begins anew. */
  finish(): Fingerprint;
}

const SEED_HIGH = 0x9e3779b9;
const SEED_LOW = 0x85ebca6b;
/** No code unit is as great: it ends a text. */
const END_OF_TEXT = 0x10000;

/** Makes a fingerprinter. One serves for any number of fingerprints. */
export function createFingerprinter(): Fingerprinter {
  let high = SEED_HIGH;
  let low = SEED_LOW;
  const addNumber = (value: number): void => {
    high = Math.imul(high ^ value, 0xcc9e2d51);
    high = (high << 13) | (high >>> 19);
    low = Math.imul(low ^ value, 0x1b873593);
    low = (low << 15) | (low >>> 17);
  };
  return {
    addNumber,
    addText: (text) => {
      for (let index = 0; index < text.length; index += 1) addNumber(text.charCodeAt(index));
      addNumber(END_OF_TEXT);
    },
    finish: () => {
      const [upper, lower] = [mixBits(high ^ (low >>> 16)), mixBits(low ^ (high >>> 16))];
      high = SEED_HIGH;
      low = SEED_LOW;
      return [mixBits(upper ^ lower), lower];
    },
  };
}

/** One fingerprint of texts and whole numbers of 32 bits, in their order. */
export function fingerprintParts(parts: Iterable<string | number>): Fingerprint {
  const fingerprinter = createFingerprinter();
  for (const part of parts) {
    if (typeof part === "string") fingerprinter.addText(part);
    else fingerprinter.addNumber(part);
  }
  return fingerprinter.finish();
}

/** The fingerprint that stands at a place of a list of numbers. */
export function readFingerprint(numbers: Int32Array, place: number): Fingerprint {
  return [(numbers[place] as number) >>> 0, (numbers[place + 1] as number) >>> 0];
}

/** Whether two fingerprints are the same. */
export function isSameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Spreads each bit over all of them, as MurmurHash 3 ends. */
function mixBits(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
