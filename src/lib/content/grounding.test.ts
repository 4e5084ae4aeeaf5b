import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_ABSTRACT } from "#scenes/content-samples.ts";
import { isGrounded, makeNumberSource } from "./grounding.ts";
import { findNumbers, flattenMath } from "./numbers.ts";

/** The numbers of a text that a source does not have. */
function listMissing(text: string, source: string): string[] {
  const numberSource = makeNumberSource(source);
  return findNumbers(flattenMath(text))
    .filter((number) => !isGrounded(number, numberSource))
    .map(({ name, text: written }) => name ?? written);
}

/** Claims that the source, written behind each, bears out. */
const GROUNDED: [claim: string, source: string][] = [
  ["three", "3"],
  ["3", "three"],
  ["5,000", "5K"],
  ["5K", "five thousand"],
  ["5000", "5,000"],
  ["7 billion", "7B"],
  ["7B", "Qwen2.5-7B"],
  ["Qwen2.5", "Qwen2.5-7B"],
  ["Qwen2.5-7B", "Qwen2.5-7B-Instruct"],
  ["LLaMA3 8B", "LLaMA3-8B"],
  ["LLaMA 3", "LLaMA3-8B"],
  ["Llama-7B", "Llama in sizes of 7B and 13B"],
  ["AIME 2024", "AIME2024"],
  ["AIME25", "AIME24/25"],
  ["GPT-4's", "GPT-4"],
  ["77.7%", "77.7 per cent"],
  ["77.7", "77.7%"],
  ["ten per cent", "10%"],
  ["10%", "10 to 20%"],
  ["40%", "40 and 50%"],
  ["4x", "4 times"],
  ["four times", "~$4\\times$"],
  ["4-fold", "a factor of 4"],
  ["twice", "2x"],
  ["twice", "doubles"],
  ["double", "twofold"],
  ["half", "50%"],
  ["50%", "half"],
  ["0.5", "half"],
  ["half", "0.5"],
  ["two thirds", "two-thirds"],
  ["0/128", "0/128"],
  ["24", "24/25"],
  ["10", "<=10"],
  ["over 1000", "1000+"],
  ["1", "one"],
  ["one", "nothing"],
  ["the first of zero-shot kind", "nothing"],
  ["dozens of thousands", "thousands, dozens"],
  ["twenty-five", "25"],
  ["a dozen", "12"],
  ["a change of −3.5", "a change of -3.5"],
  ["falls by 3.5", "a change of $-3.5$"],
  ["between 10 and 20", "10 -20"],
  ["15 ports", "⑮ ports"],
  ["15 ports", "１５ ports"],
  ["15 ports", "١٥ ports"],
  ["15 ports", "১৫ ports"],
  ["10² ports", "$10^2$ ports"],
  ["7½ days", "7 1/2 days"],
  ["H2O", "H₂O"],
];

test("A number that the source has in any spelling is grounded.", () => {
  for (const [claim, source] of GROUNDED) assert.deepEqual(listMissing(claim, source), [], `${claim} from ${source}`);
});

/** Claims that the source, written behind each, does not bear out. */
const NOT_GROUNDED: [claim: string, source: string][] = [
  ["10%", "10"],
  ["10%", "10 percentage points"],
  ["4x", "4 games"],
  ["twice", "2 games"],
  ["four", "4x"],
  ["half", "20%"],
  ["two thirds", "2 of 3"],
  ["5", "5K"],
  ["8", "an 8B model"],
  ["four", "GPT-4"],
  ["2.5", "Qwen2.5"],
  ["8,000", "GSM8K"],
  ["GPT-4", "4 games"],
  ["GPT-4", "GPT-4o"],
  ["GPT-3", "GPT-3.5"],
  ["Qwen-7B", "Qwen2.5-7B"],
  ["LLaMA3-9B", "LLaMA3-8B and GLM-4-9B"],
  ["AIME 2025", "AIME2024"],
  ["3D", "3 days"],
  ["thousands", "1,000"],
  ["a million", "millions"],
  ["77.8%", "77.7%"],
  ["1,000", "10,000"],
  ["to 10", "up to 10,000"],
  ["6.9", "77.7% from 70.8%"],
  ["three", "1) this, 2) that, and 3) the other"],
  ["2", "It works: 1. Look. 2. Leap."],
  ["−7.5", "7.5"],
  ["(-7.5%)", "7.5%"],
  ["15", "⑭"],
  ["⑮", "14"],
  ["١٥", "14"],
  ["14²", "14"],
  ["7½", "7"],
  ["5B", "2.5B-Base"],
];

test("A number that the source has not, or not counting the same, is not grounded.", () => {
  for (const [claim, source] of NOT_GROUNDED)
    assert.equal(listMissing(claim, source).length > 0, true, `${claim} from ${source}`);
});

/** Claims about the sample abstract, each with one number that is wrong in its own way. */
const PLANTED: [text: string, ...missing: string[]][] = [
  ["across 19 harbours", "19"],
  ["1,520 ships passed", "1,520"],
  ["some 1.25 ships", "1.25"],
  ["over four seasons", "four"],
  ["it releases 50K logs", "50K"],
  ["it releases 5 logs", "5"],
  ["it releases five hundred logs", "five hundred"],
  ["Harbour2.5-70B", "Harbour2.5-70B"],
  ["Harbour3-7B", "Harbour3", "Harbour3-7B"],
  ["77.8% accuracy", "77.8%"],
  ["777% accuracy", "777%"],
  ["a gain of 6.9 points", "6.9"],
  ["PORT2025", "PORT2025"],
  ["a 5x lower cost", "5x"],
  ["4% lower cost", "4%"],
  ["cheaper than GPT-3.5", "GPT-3.5"],
  ["it needs 7% of the demonstrations", "7%"],
  ["it needs eleven demonstrations", "eleven"],
  ["it triples the tonnage", "triples"],
  ["it wins 25/26 duels", "26"],
  ["pilots of v7", "v7"],
  ["delays fall by 10 to 30%", "30%"],
  ["delays fall by 18%", "18%"],
  ["a quarter of the crews agree", "a quarter"],
  ["millions of messages", "millions"],
  ["forty-two harbours", "forty-two"],
  ["thirty-eight times over", "thirty-eight times"],
];

test("Wrong numbers of many kinds are found among right ones.", () => {
  const right =
    "In 18 harbours, at 77.7% against 70.8%, for 4x less than GPT-4, it takes ≤10 demonstrations over three seasons.";
  assert.deepEqual(listMissing(right, SAMPLE_ABSTRACT), []);
  for (const [text, ...missing] of PLANTED) {
    assert.deepEqual(listMissing(`${right} And ${text}. ${right}`, SAMPLE_ABSTRACT), missing, text);
  }
});

test("A name with many parts is looked up in a time that its length bounds, and is no pattern.", () => {
  const name = "a1".repeat(4000);
  const source = makeNumberSource(`${name} b1 b1`, "x.*1");
  assert.equal(source.hasName("b1"), true);
  assert.equal(source.hasName("a1"), false);
  assert.equal(source.hasName(name), true);
  assert.equal(source.hasName(`${name}a1`), false);
  assert.equal(listMissing(name.slice(2), name).length > 0, true);
});
