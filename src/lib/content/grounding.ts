/**
 * Whether a source has the numbers of a text. Nothing is computed: 5K, 5,000 and "five thousand" are one number,
 * but a difference of two numbers of the source is none of its own.
 */
import type { NumberUnit, Reading } from "./number-words.ts";
import { type FoundNumber, findNumbers, flattenMath } from "./numbers.ts";

/** What a source has, ready to be asked with `isGrounded`. */
export type NumberSource = ReturnType<typeof makeNumberSource>;

/** The figures of a list within a sentence, "(1) … (2) …" or "stages: 1. …", which count nothing. */
const ENUMERATOR = /(?<=^|[\s:;,])\(?\d{1,2}\)(?=\s)|(?<=[:;.]\s)\d\.(?=\s)/gm;

/** Makes a source of its texts: a title and an abstract, say. */
export function makeNumberSource(...texts: string[]) {
  const flat = texts.map(flattenMath).join("\n").replace(ENUMERATOR, " ");
  const numbers = findNumbers(flat);
  const listReadings = (of: FoundNumber[]) =>
    new Set(of.flatMap((number) => number.readings.map(({ unit, value }) => nameReading(unit, value))));
  const written = numbers.filter(({ isFree }) => !isFree).map(({ name, text }) => name ?? text);
  // "AIME24/25" names AIME25 as well.
  const expanded = flat.replace(/(?<![\p{L}-])(-*)(\p{L}[\p{L}-]*\s?)(\d[\d.]*\p{L}?)\/(?=\d)/gu, "$1$2$3 $2");
  return {
    /** `unit value` of every number. */
    readings: listReadings(numbers),
    /** The same of numbers that are part of no name. */
    bareReadings: listReadings(numbers.filter(({ name }) => name === undefined)),
    /** Whether a name stands in the text. */
    hasName: indexNames((expanded === flat ? flat : `${flat}\n${expanded}`).toLowerCase()),
    /** Every number, or name with one, as the source writes it; each once, in order. */
    written: [...new Set(written)],
  };
}

/** Whether a source has a number of a text: the same value counting the same kind of thing, or the same name. */
export function isGrounded(number: FoundNumber, source: NumberSource): boolean {
  if (number.isFree) return true;
  const isIn = (readings: ReadonlySet<string>) =>
    number.readings.some((reading) => listEqualReadings(reading).some((key) => readings.has(key)));
  if (number.name === undefined) {
    return (number.phrase !== undefined && source.hasName(number.phrase)) || isIn(source.readings);
  }
  if (source.hasName(number.name)) return true;
  // "Llama in sizes of 7B and 13B" has Llama-7B, but not when the 7B is another model's.
  const [, family] = /^(.+?)-\d[\d.]*[KkMBbT]$/.exec(number.name) ?? [];
  return family !== undefined && source.hasName(family) && isIn(source.bareReadings);
}

/** The parts of a name: letters, or a number. */
const NAME_PART = /\p{L}+|\d+(?:\.\d+)*/gu;
/** What may follow a name: Qwen2.5 stands in Qwen2.5-7B, but GPT does not in GPT-4, nor GPT-4 in GPT-4o. */
const [AFTER_DIGIT, AFTER_LETTER] = [/^(?![\p{L}\p{N}]|[.,]\d)/u, /^(?![\p{L}\p{N}]|-?\d)/u];

/** Tells whether a name stands in a text, spaces and hyphens between its parts put aside. */
function indexNames(text: string): (name: string) => boolean {
  const parts = [...text.matchAll(NAME_PART)].map(({ 0: part, index }) => ({ part, index, end: index + part.length }));
  const starts = parts.keys().filter((at) => !/[\p{L}\p{N}]$/u.test(text.slice(0, parts[at]?.index).slice(-2)));
  const byFirst = Map.groupBy(starts, (at) => parts[at]?.part);
  const known = new Map<string, boolean>();
  const find = (name: string): boolean => {
    const wanted = name.match(NAME_PART) ?? [];
    const after = /\d$/.test(name) ? AFTER_DIGIT : AFTER_LETTER;
    const isAt = (start: number): boolean => {
      const found = parts.slice(start, start + wanted.length);
      const isJoined = found.every(
        ({ index }, at) => at === 0 || /^[\s-]*$/.test(text.slice(found[at - 1]?.end, index)),
      );
      return (
        isJoined && wanted.every((part, at) => part === found[at]?.part) && after.test(text.slice(found.at(-1)?.end))
      );
    };
    return byFirst.get(wanted[0])?.some(isAt) ?? false;
  };
  return (name) => known.getOrInsertComputed(name.toLowerCase(), find);
}

function nameReading(unit: string, value: number): string {
  return `${unit} ${Number(value.toPrecision(12))}`;
}

/**
 * What else a source may have for a claim of a unit, and by how much its value is another there. A claim may leave a sign
 * away (77.7 for 77.7%), never add one: "10%" and "4x" say more than 10 and 4.
 */
const EQUAL_UNITS: { [Unit in NumberUnit]: { [Other in NumberUnit]?: number } } = {
  plain: { percent: 1, fraction: 1 },
  percent: { fraction: 0.01 },
  times: { multiple: 1 },
  multiple: { times: 1 },
  fraction: { plain: 1, percent: 100 },
  many: {},
};

/** The readings of a source that a claim may rest on; 3 may be said of -3, but not the other way round. */
function listEqualReadings({ unit, value }: Reading): string[] {
  const values = value > 0 ? [value, -value] : [value];
  const factors = Object.entries({ [unit]: 1, ...EQUAL_UNITS[unit] });
  return factors.flatMap(([other, factor]) => values.map((own) => nameReading(other, own * factor)));
}
