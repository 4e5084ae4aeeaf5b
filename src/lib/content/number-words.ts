/** Numbers that are written as words: "two hundred and fifty", "twice", "half a million", "three quarters", "thousands". */

/**
 * What a number counts.
 * - `plain`: things, points, years: 18, "three", 8B.
 * - `percent`: 77.7%, "ten per cent".
 * - `times`: a factor with its figure: 4x, "four times", "tenfold".
 * - `multiple`: a factor as one word: "twice", "doubled".
 * - `fraction`: a share as words, valued between 0 and 1: "half", "two thirds".
 * - `many`: an indefinite plural: "thousands" has the value 1,000.
 */
export type NumberUnit = "plain" | "percent" | "times" | "multiple" | "fraction" | "many";

/** One meaning that a number can have. */
export interface Reading {
  /** Its value; a percentage as the figure before the sign. */
  value: number;
  /** What it counts. */
  unit: NumberUnit;
}

/** A number as words in a text. */
export interface WordNumber extends Reading {
  /** Where it begins, counted in UTF-16 units from 0. */
  index: number;
  /** The words. */
  text: string;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** Words that multiply what stands before them, "dozen" among them. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
]);

/** By their first three letters. */
const MULTIPLES = new Map(Object.entries({ twi: 2, dou: 2, thr: 3, tri: 3, tre: 3, qua: 4 }));
const PARTS = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

const cardinal = [...UNITS, ...TENS, ...SCALE_WORDS.keys()].join("|");
const scale = [...SCALE_WORDS.keys()].join("|");
/** Cardinals in a row; "and" joins only after a scale word, as in "two hundred and fifty". */
const CARDINALS = new RegExp(
  `\\b(?:${cardinal})(?:(?:[\\s-]+|(?<=hundred|thousand|million|billion)\\s+and\\s+)(?:${cardinal}))*(?=\\b|fold\\b)`,
  "gi",
);
const CARDINAL = new RegExp(`\\b(?:${cardinal})(?=\\b|fold\\b)`, "gi");
const AND_A_HALF = /^\s+and\s+a\s+half\b/i;
const INDEFINITE = new RegExp(`\\b(tens|${scale.replaceAll("|", "s|")}s)\\b`, "gi");
const MULTIPLE = /\b(twice|thrice|(?:doubl|tripl|trebl|quadrupl)(?:e|es|ed|ing))\b/gi;
/** "half", "halved", and "half a million" with its scale. */
const HALF = new RegExp(`\\b(?:half|halves|halved?|halving)\\b(?:\\s+an?\\s+(${scale})\\b)?`, "gi");
/** Fractions that cannot be ordinals: "two thirds", "a quarter of", "three-quarters". */
const FRACTION = new RegExp(
  `\\b(?:(?:an?|one)[\\s-](${PARTS.slice(1).join("|")})(?=\\s+of\\b)|(${UNITS.slice(2, 10).join("|")})[\\s-](${PARTS.slice(1).join("s|")}s))\\b`,
  "gi",
);

/**
 * Every number in words, in order and without overlaps. "one" and "zero" are among them, because they
 * stand for 1 and 0 in a source; ordinals ("first", "a third model") are not numbers.
 */
export function findWordNumbers(text: string): WordNumber[] {
  const found = [
    ...match(text, FRACTION, ({ 1: single, 2: count, 3: plural = "" }) => {
      const part = PARTS.indexOf((single ?? plural.replace(/s$/i, "")).toLowerCase()) + 2;
      return { value: (count === undefined ? 1 : UNITS.indexOf(count.toLowerCase())) / part, unit: "fraction" };
    }),
    ...match(text, HALF, ({ 1: scale = "", index }) => {
      if (/\w\s+and\s+an?\s+$/i.test(text.slice(Math.max(0, index - 40), index))) return undefined;
      const whole = SCALE_WORDS.get(scale.toLowerCase());
      return whole === undefined ? { value: 0.5, unit: "fraction" } : { value: whole / 2, unit: "plain" };
    }),
    ...match(text, INDEFINITE, ([word]) => {
      const singular = word.toLowerCase().slice(0, -1);
      return { value: singular === "ten" ? 10 : (SCALE_WORDS.get(singular) ?? 0), unit: "many" };
    }),
    ...match(text, MULTIPLE, ([word]) => {
      return { value: MULTIPLES.get(word.slice(0, 3).toLowerCase()) ?? 0, unit: "multiple" };
    }),
    ...findCardinals(text),
  ];
  const taken = new Uint8Array(text.length);
  const kept = found.filter(({ index, text: { length } }) => {
    const isApart = !taken.subarray(index, index + length).includes(1);
    if (isApart) taken.fill(1, index, index + length);
    return isApart;
  });
  return kept.sort((a, b) => a.index - b.index);
}

/** What a pattern finds, as numbers; a hit that is none reads as undefined. */
function match(text: string, pattern: RegExp, read: (hit: RegExpExecArray) => Reading | undefined): WordNumber[] {
  return [...text.matchAll(pattern)].flatMap((hit) => {
    const reading = read(hit);
    return reading === undefined ? [] : [{ ...reading, index: hit.index, text: hit[0] }];
  });
}

/** Cardinals; a row that is not one number ("two three") is cut where a new number begins. */
function findCardinals(text: string): WordNumber[] {
  return [...text.matchAll(CARDINALS)].flatMap((row) =>
    readRow(row[0]).map(({ value, start, end }): WordNumber => {
      const index = row.index + start;
      const [tail = ""] = (value < 100 && AND_A_HALF.exec(text.slice(row.index + end))) || [];
      return {
        value: tail === "" ? value : value + 0.5,
        unit: "plain",
        index,
        text: text.slice(index, row.index + end + tail.length),
      };
    }),
  );
}

/** The numbers in a row of cardinals, with their places in it. */
function readRow(row: string): { value: number; start: number; end: number }[] {
  const numbers: { value: number; start: number; end: number }[] = [];
  /** Sum of the parts that a thousand or more has closed. */
  let total = 0;
  /** The part below the next thousand. */
  let group = 0;
  /** What the next word must be smaller than to belong to the same number. */
  let room = 0;
  for (const hit of row.matchAll(CARDINAL)) {
    const word = hit[0].toLowerCase();
    const factor = SCALE_WORDS.get(word);
    const value = UNITS.includes(word) ? UNITS.indexOf(word) : (TENS.indexOf(word) + 2) * 10;
    let number = numbers.at(-1);
    if (number === undefined || (factor === undefined && value >= room)) {
      number = { value: 0, start: hit.index, end: 0 };
      numbers.push(number);
      total = 0;
      group = 0;
    }
    if (factor === undefined) {
      group += value;
      room = value >= 20 ? 10 : 0;
    } else {
      group = Math.max(group, 1) * factor;
      room = factor;
    }
    number.value = total + group;
    if (factor !== undefined && factor > 100) [total, group] = [total + group, 0];
    number.end = hit.index + hit[0].length;
  }
  return numbers;
}
