/**
 * Whether a source has the numbers of a text. Nothing is computed: 5K, 5,000 and "five thousand" are one number,
 * but a difference of two numbers of the source is none of its own.
 */
import type { NumberUnit, Reading } from "./number-words.ts";
import { type FoundNumber, findNumbers, flattenMath } from "./numbers.ts";

/** What a source has, ready to be asked with `isGrounded`. */
export interface NumberSource {
  /** `unit value` of every number. */
  readings: ReadonlySet<string>;
  /** The same of numbers that are part of no name. */
  bareReadings: ReadonlySet<string>;
  /** The text in lower case, in which names must stand. */
  names: string;
  /** Every number, or name with one, as the source writes it; each once, in order. */
  written: string[];
}

/** The figures of a list within a sentence, "(1) … (2) …" or "stages: 1. …", which count nothing. */
const ENUMERATOR = /(?<=^|[\s:;,])\(?\d{1,2}\)(?=\s)|(?<=[:;.]\s)\d\.(?=\s)/gm;

/** Makes a source of its texts: a title and an abstract, say. */
export function makeNumberSource(...texts: string[]): NumberSource {
  const flat = texts.map(flattenMath).join("\n").replace(ENUMERATOR, " ");
  const numbers = findNumbers(flat);
  const listReadings = (of: FoundNumber[]) => new Set(of.flatMap((number) => number.readings.map(keyReading)));
  const written = numbers.filter(({ isFree }) => !isFree).map(({ name, text }) => name ?? text);
  // "AIME24/25" names AIME25 as well.
  const expanded = flat.replace(/(?<![\p{L}-])(-*)(\p{L}[\p{L}-]*\s?)(\d[\d.]*\p{L}?)\/(?=\d)/gu, "$1$2$3 $2");
  return {
    readings: listReadings(numbers),
    bareReadings: listReadings(numbers.filter(({ name }) => name === undefined)),
    names: `${flat}\n${expanded}`.toLowerCase(),
    written: [...new Set(written)],
  };
}

/** Whether a source has a number of a text: the same value counting the same kind of thing, or the same name. */
export function isGrounded(number: FoundNumber, source: NumberSource): boolean {
  if (number.isFree) return true;
  const isIn = (readings: ReadonlySet<string>) =>
    number.readings.some((reading) => listEqualReadings(reading).some((key) => readings.has(key)));
  if (number.name === undefined) {
    return (number.phrase !== undefined && hasName(source, number.phrase)) || isIn(source.readings);
  }
  if (hasName(source, number.name)) return true;
  // "Llama in sizes of 7B and 13B" has Llama-7B, but not when the 7B is another model's.
  const [, family] = /^(.+?)-\d[\d.]*[KkMBbT]$/.exec(number.name) ?? [];
  return family !== undefined && hasName(source, family) && isIn(source.bareReadings);
}

/** Whether a name stands in the source, spaces and hyphens between its letters and digits put aside. */
function hasName({ names }: NumberSource, name: string): boolean {
  const parts = name.toLowerCase().match(/\p{L}+|\d+(?:\.\d+)*/gu) ?? [];
  const pattern = parts.map((part) => part.replaceAll(".", "\\.")).join("[\\s-]*");
  // Qwen2.5 stands in Qwen2.5-7B, but GPT does not in GPT-4, nor GPT-4 in GPT-4o.
  const end = /\d$/.test(name) ? "(?![\\p{L}\\p{N}]|[.,]\\d)" : "(?![\\p{L}\\p{N}]|-?\\d)";
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}${end}`, "u").test(names);
}

function keyReading({ unit, value }: Reading): string {
  return `${unit} ${Number(value.toPrecision(12))}`;
}

/**
 * The readings of a source that a claim may rest on. A claim may leave a sign away (77.7 for 77.7%), never add one:
 * "10%" and "4x" say more than 10 and 4.
 */
function listEqualReadings({ unit, value }: Reading): string[] {
  const equal: { [Unit in NumberUnit]: Reading[] } = {
    plain: [
      { unit: "percent", value },
      { unit: "fraction", value },
    ],
    percent: [{ unit: "fraction", value: value / 100 }],
    times: [{ unit: "multiple", value }],
    multiple: [{ unit: "times", value }],
    fraction: [
      { unit: "plain", value },
      { unit: "percent", value: value * 100 },
    ],
    many: [],
  };
  return [{ unit, value }, ...equal[unit]].map(keyReading);
}
