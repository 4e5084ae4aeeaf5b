/** Damaged copies of texts, the same for the same seed: as disks, networks and people damage them. */
import type { Random } from "../../bench/random.ts";

/** Values that a field of an answer may have one day instead of its own. */
const STRANGERS: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  " ",
  "\u0000",
  "\ud800",
  "<script>alert(1)</script>",
  "2026-02-30",
  "9".repeat(400),
  [],
  {},
  [[[]]],
  { toString: null, length: -1 },
  { __proto__: null, constructor: "x" },
];

/** Makes a damaged copy: of JSON often one that is JSON still, with values of other types in it. */
export function mutateText(text: string, random: Random): string {
  const value = random.chance(0.5) ? parseJson(text) : undefined;
  if (value !== undefined) return JSON.stringify(mutateValue(value, random));
  let bytes: Buffer = Buffer.from(text);
  for (let times = random.integer(1, 3); times > 0; times -= 1) bytes = random.pick(WAYS)(bytes, random);
  // A tool that is given bytes which are no UTF-8 reads them as Windows-1252; see import/source-files.ts.
  return random.chance(0.5) ? bytes.toString("utf8") : bytes.toString("latin1");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const WAYS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let times = random.integer(1, 8); times > 0 && copy.length > 0; times -= 1) {
      copy[random.integer(0, copy.length - 1)] = random.integer(0, 255);
    }
    return copy;
  },
  function cut(bytes, random) {
    return bytes.subarray(0, random.integer(0, bytes.length));
  },
  function remove(bytes, random) {
    const [start, end] = pickRange(bytes, random);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  function double(bytes, random) {
    const [start, end] = pickRange(bytes, random);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  function swap(bytes, random) {
    const [start, end] = pickRange(bytes, random);
    const middle = random.integer(start, end);
    return Buffer.concat([
      bytes.subarray(0, start),
      bytes.subarray(middle, end),
      bytes.subarray(start, middle),
      bytes.subarray(end),
    ]);
  },
  function blank(bytes, random) {
    const [start, end] = pickRange(bytes, random);
    return Buffer.from(bytes).fill(0, start, end);
  },
];

/** A stretch of the bytes, mostly a short one. */
function pickRange(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = random.integer(0, bytes.length);
  return [start, Math.min(bytes.length, start + random.heavyTail(8, 0.8))];
}

/** The value with one to four of its parts, at any depth, replaced, taken out or doubled. */
function mutateValue(value: unknown, random: Random): unknown {
  let mutated = value;
  for (let times = random.integer(1, 4); times > 0; times -= 1) mutated = mutatePart(mutated, random);
  return mutated;
}

function mutatePart(value: unknown, random: Random): unknown {
  if (random.chance(0.1) || typeof value !== "object" || value === null) return mutateLeaf(value, random);
  const keys = Object.keys(value);
  if (keys.length === 0) return mutateLeaf(value, random);
  const key = random.pick(keys);
  const copy: { [key: string]: unknown } | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  const chance = random.next();
  if (chance < 0.1) Reflect.deleteProperty(copy, key);
  else if (chance < 0.2 && Array.isArray(copy)) copy.push(copy[Number(key)]);
  else Reflect.set(copy, key, mutatePart(Reflect.get(copy, key), random));
  return copy;
}

function mutateLeaf(value: unknown, random: Random): unknown {
  if (typeof value === "string" && random.chance(0.4)) return mutateText(value, random);
  return random.pick(STRANGERS);
}
