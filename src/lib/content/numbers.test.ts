import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findNumbers, flattenMath } from "./numbers.ts";

/** What was found as short text: `written = value unit, value unit (name) free`. */
function show(text: string): string[] {
  return findNumbers(flattenMath(text)).map(({ text: written, readings, name, isFree }) => {
    const meanings = readings.map(({ value, unit }) => `${value} ${unit}`).join(", ");
    return `${written} = ${meanings}${name === undefined ? "" : `(${name})`}${isFree ? " free" : ""}`;
  });
}

const CASES: { [title: string]: { [text: string]: string[] } } = {
  "Digits are read with separators, decimals and scales.": {
    "18 tasks, 1,250 ships": ["18 = 18 plain", "1,250 = 1250 plain"],
    "25,000 and 14.44M+ and 5K, 5k": [
      "25,000 = 25000 plain",
      "14.44M = 14440000 plain",
      "5K = 5000 plain",
      "5k = 5000 plain",
    ],
    "1.3 million, 2 dozen, 3 hundred thousand": [
      "1.3 million = 1300000 plain",
      "2 dozen = 24 plain",
      "3 hundred thousand = 300000 plain",
    ],
    "1 250 and 12\u202F500": ["1 = 1 plain", "250 = 250 plain", "12\u202F500 = 12500 plain"],
    "15T tokens, 2bn clicks": ["15T = 15000000000000 plain", "2bn = 2000000000 plain"],
    "A cut of .5 points. 7.": [".5 = 0.5 plain", "7 = 7 plain"],
  },
  "A sign of approximation, a bound or a plus is no part of a number.": {
    "~4, ≤10, <=10, +10.4, 1000+, over 90": [
      "4 = 4 plain",
      "10 = 10 plain",
      "10 = 10 plain",
      "10.4 = 10.4 plain",
      "1000 = 1000 plain",
      "90 = 90 plain",
    ],
  },
  "Percentages are read in all their spellings; percentage points are plain.": {
    "77.7%, 77.7 percent, 5 per cent, ten percent": [
      "77.7% = 77.7 percent",
      "77.7 percent = 77.7 percent",
      "5 per cent = 5 percent",
      "ten percent = 10 percent",
    ],
    "5 percentage points": ["5 = 5 plain"],
  },
  "Factors are read in all their spellings.": {
    "4x, ~4×, 4 times, ×4, a factor of 4, 4-fold": [
      "4x = 4 times",
      "4× = 4 times",
      "4 times = 4 times",
      "4 = 4 times",
      "4 = 4 times",
      "4-fold = 4 times",
    ],
    "four times, fourfold, ten-fold": ["four times = 4 times", "fourfold = 4 times", "ten-fold = 10 times"],
    "twice, doubled, doubles, tripled, thrice, quadruple": [
      "twice = 2 multiple",
      "doubled = 2 multiple",
      "doubles = 2 multiple",
      "tripled = 3 multiple",
      "thrice = 3 multiple",
      "quadruple = 4 multiple",
    ],
    "a grid of 4 × 5, 4x5": ["4 = 4 plain", "5 = 5 plain", "4 = (4x5)", "5 = (4x5)"],
  },
  "Number words are read up to trillions.": {
    "two, Nineteen, forty-two, ninety nine": [
      "two = 2 plain",
      "Nineteen = 19 plain",
      "forty-two = 42 plain",
      "ninety nine = 99 plain",
    ],
    "two hundred and fifty, three thousand four hundred": [
      "two hundred and fifty = 250 plain",
      "three thousand four hundred = 3400 plain",
    ],
    "five million two hundred thousand and six": ["five million two hundred thousand and six = 5200006 plain"],
    "a hundred, one thousand, two dozen": ["hundred = 100 plain", "one thousand = 1000 plain", "two dozen = 24 plain"],
    "two three-legged robots, twenty-five ten": [
      "two = 2 plain",
      "three = 3 plain",
      "twenty-five = 25 plain",
      "ten = 10 plain",
    ],
    "two and a half, half a million, half a dozen": [
      "two and a half = 2.5 plain",
      "half a million = 500000 plain",
      "half a dozen = 6 plain",
    ],
    "twenty 5 three": ["twenty = 20 plain", "5 = 5 plain", "three = 3 plain"],
    "5 thousand, two 5 three": ["5 thousand = 5000 plain", "two = 2 plain", "5 = 5 plain", "three = 3 plain"],
  },
  "Fractions and indefinite plurals have kinds of their own.": {
    "half, halved, a third of it, three quarters": [
      "half = 0.5 fraction",
      "halved = 0.5 fraction",
      "a third = 0.3333333333333333 fraction",
      "three quarters = 0.75 fraction",
    ],
    "dozens, tens of thousands, billions": [
      "dozens = 12 many",
      "tens = 10 many",
      "thousands = 1000 many",
      "billions = 1000000000 many",
    ],
  },
  "One and zero are free as words only, and ordinals are not numbers.": {
    "one, zero-shot, first, a third model, 1": ["one = 1 plain free", "zero = 0 plain free", "1 = 1 plain"],
    "someone often anyone's tenth fourteenth weight": [],
  },
  "Digits in names belong to the name; a size behind a hyphen counts too.": {
    "GPT-4, LLaMA3-8B, AIME2024": [
      "4 = (GPT-4)",
      "3 = (LLaMA3)",
      "8B = 8000000000 plain(LLaMA3-8B)",
      "2024 = (AIME2024)",
    ],
    "Qwen2.5-7B and gemma-2-9b-it": [
      "2.5 = (Qwen2.5)",
      "7B = 7000000000 plain(Qwen2.5-7B)",
      "2 = (gemma-2)",
      "9b = 9000000000 plain(gemma-2-9b)",
    ],
    "v5/v6, 3D, GSM8K, 2510.18821v2": [
      "5 = (v5)",
      "6 = (v6)",
      "3 = (3D)",
      "8K = (GSM8K)",
      "2510.18821 = (2510.18821v2)",
      "2 = (2510.18821v2)",
    ],
    "top-10 and best-of-16, an 18-task set": ["10 = 10 plain", "16 = 16 plain", "18 = 18 plain"],
  },
  "The members of a range or a list share the sign behind the last.": {
    "10 to 20%, 10–20%": ["10 = 10 percent", "20% = 20 percent", "10 = 10 percent", "20% = 20 percent"],
    "0/128 pulls": ["0 = 0 plain", "128 = 128 plain"],
    "24/25%": ["24 = 24 plain, 24 percent", "25% = 25 percent"],
    "7 and 13B, 2, 4 and 8x": [
      "7 = 7 plain, 7000000000 plain",
      "13B = 13000000000 plain",
      "2 = 2 plain, 2 times",
      "4 = 4 plain, 4 times",
      "8x = 8 times",
    ],
    "2 to 10, 12 to 20%": [
      "2 = 2 plain, 2 percent",
      "10 = 10 plain, 10 percent",
      "12 = 12 percent",
      "20% = 20 percent",
    ],
    "2 to 10; ten to twenty percent": [
      "2 = 2 plain",
      "10 = 10 plain",
      "ten = 10 percent",
      "twenty percent = 20 percent",
    ],
  },
  "TeX maths is read as what it shows.": {
    "$77.7\\%$, $4\\times$, $1{,}250$, $\\leq 10$, $\\sim$4": [
      "77.7% = 77.7 percent",
      "4× = 4 times",
      "1,250 = 1250 plain",
      "10 = 10 plain",
      "4 = 4 plain",
    ],
  },
};

for (const [title, cases] of Object.entries(CASES)) {
  test(title, () => {
    for (const [text, expected] of Object.entries(cases)) assert.deepEqual(show(text), expected, text);
  });
}

test("Every number says where it stands.", () => {
  const text = "In 18 harbours, ten per cent of Harbour-7B's crew.";
  for (const { text: written, index } of findNumbers(text)) {
    assert.equal(text.slice(index, index + written.length), written);
  }
  assert.equal(findNumbers(text).length, 3);
});

test("Whole numbers are found again however they are written.", () => {
  fc.assert(
    fc.property(fc.nat(1e12), (value) => {
      for (const written of [String(value), value.toLocaleString("en-GB")]) {
        assert.deepEqual(findNumbers(`about ${written} ships`)[0]?.readings, [{ value, unit: "plain" }]);
      }
    }),
  );
});

test("Number words from two to nine hundred and ninety-nine thousand are what they say.", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999 }), (value) => {
      assert.deepEqual(
        findNumbers(`all ${spell(value)} ships`).map(({ readings }) => readings),
        [[{ value, unit: "plain" }]],
      );
    }),
  );
});

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number below a million in English words. */
function spell(value: number): string {
  if (value < 20) return SMALL[value] ?? "";
  if (value < 100) return `${TENS[Math.floor(value / 10) - 2]}${value % 10 === 0 ? "" : `-${spell(value % 10)}`}`;
  const [name, size] = value < 1000 ? ["hundred", 100] : ["thousand", 1000];
  const rest = value % size;
  const joint = rest < 100 ? " and " : " ";
  return `${spell(Math.floor(value / size))} ${name}${rest === 0 ? "" : `${joint}${spell(rest)}`}`;
}
