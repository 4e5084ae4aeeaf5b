import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findMeant } from "./spelling.ts";

const WORDS = ["learning", "reinforcement", "transformer", "search", "policy", "games", "transformers"];

test("a letter too much, too few, another, or two exchanged are mended; two mistakes in long words", () => {
  const meant = { lerning: "learning", reinforcment: "reinforcement", transfromre: "transformer", serach: "search" };
  for (const [typed, word] of Object.entries({ ...meant, pollicy: "policy", polici: "policy" })) {
    assert.equal(findMeant(typed, WORDS), word, typed);
  }
});

test("a known word, an inflected one, a beginning and a short one are left as they are", () => {
  for (const typed of ["policy", "searching", "transform", "gaming", "gme", "sourdough"]) {
    assert.equal(findMeant(typed, WORDS), undefined, typed);
  }
});

test("the nearest wins, and of equally near ones the first", () => {
  assert.equal(findMeant("graadients", ["gradientts", "gradients"]), "gradients");
  assert.equal(findMeant("bords", ["birds", "words", "boards"]), "birds");
});

test("two letters of a long word exchanged are always mended", () => {
  const word = "generalisation";
  fc.assert(
    fc.property(fc.integer({ min: 1, max: word.length - 4 }), (place) => {
      const typed = word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2);
      return typed === word || findMeant(typed, ["organisation", word]) === word;
    }),
  );
});
