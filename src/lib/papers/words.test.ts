import assert from "node:assert/strict";
import { test } from "node:test";
import { isSentenceStart, isStopStem, stemWord, stripPlural, visitWords } from "./words.ts";

function listWords(text: string): { surface: string; isInitial: boolean }[] {
  const words: { surface: string; isInitial: boolean }[] = [];
  visitWords(text, (surface, plain, position) => {
    words.push({ surface, isInitial: isSentenceStart(plain, position) });
  });
  return words;
}

test("words keep their hyphens and lose possessives and mathematics", () => {
  const surfaces = listWords("The model’s self-play on GPT-4.1 costs $x_1$ (vs. “two”).").map((word) => word.surface);
  assert.deepEqual(surfaces, ["The", "model", "self-play", "on", "GPT-4.1", "costs", "vs", "two"]);
});

test("a word at the head of a sentence or a line is told from the others", () => {
  const initials = listWords("One two. (Three) four\nFive six: seven").filter((word) => word.isInitial);
  assert.deepEqual(
    initials.map((word) => word.surface),
    ["One", "Three", "Five", "seven"],
  );
});

test("regular plurals lose their ending and words that only look like one do not", () => {
  const singulars: [plural: string, singular: string][] = [
    ["agents", "agent"],
    ["policies", "policy"],
    ["searches", "search"],
    ["biases", "biase"],
    ["loss", "loss"],
    ["corpus", "corpus"],
    ["analysis", "analysis"],
    ["its", "its"],
  ];
  for (const [plural, singular] of singulars) assert.equal(stripPlural(plural), singular, plural);
});

test("the forms of a word share a stem", () => {
  for (const forms of [
    ["train", "trains", "trained", "training"],
    ["improve", "improves", "improved", "improving"],
    ["plan", "plans", "planned", "planning"],
    ["policy", "policies"],
    ["label", "labels", "labeled"],
    ["tune", "tunes", "tuned", "tuning"],
  ]) {
    assert.equal(new Set(forms.map(stemWord)).size, 1, forms.join(", "));
  }
});

test("words that only end alike keep different stems", () => {
  assert.notEqual(stemWord("string"), stemWord("strs"));
  assert.notEqual(stemWord("speed"), stemWord("spe"));
  assert.equal(stemWord("king"), "king");
  assert.equal(stemWord("need"), "need");
});

test("words of no subject are stopped in all their forms, words of a subject are not", () => {
  for (const word of ["the", "show", "shows", "shown", "using", "results"]) assert.ok(isStopStem(stemWord(word)), word);
  for (const word of ["agent", "search", "robot", "reward", "proof"]) assert.ok(!isStopStem(stemWord(word)), word);
});
