import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toPlainText } from "../latex/render.ts";
import { findAccount, findFinding } from "./finding.ts";
import { splitSentences } from "./sentences.ts";

const FIELD = "Harbours have grown for years, and sorting ships remains a challenge of great importance.";
const MADE = "We introduce Crane, a machine that sorts ships by their colour.";
const HOW = "Crane looks at each ship and asks its captain.";
const FOUND = "Experiments on three harbours show that Crane reduces waiting by 9.5% over the strongest baseline.";
const CODE = "Code and drawings are available at https://crane.example.";
const LONG = `${"Ships of every colour and size, ".repeat(11)}which are sorted 3% faster, outperform every baseline.`;

test("The sentence that says what was found stands for an abstract, not the first, nor the last.", () => {
  assert.equal(findFinding([FIELD, MADE, HOW, FOUND, CODE].join(" ")), FOUND);
  assert.equal(findFinding([FOUND, FIELD, MADE, HOW, CODE].join(" ")), FOUND, "wherever it stands");
});

test("A finding in figures goes before one in general words, and a whole one before one that needs another.", () => {
  const general = "Extensive experiments demonstrate the effectiveness of Crane on several harbours.";
  assert.equal(findFinding([FIELD, MADE, FOUND, general].join(" ")), FOUND);
  const anaphoric = "It reduces waiting by 9.5% over the strongest baseline in all three of the harbours.";
  assert.equal(findFinding([FIELD, MADE, FOUND, anaphoric].join(" ")), FOUND);
});

test("What others reached before, what is hoped for and what can be had is no finding.", () => {
  const before = "However, existing cranes improve waiting by only 2% over people, which is often too little.";
  const hope = "We hope that Crane will improve harbours by 50% and more in all the years of the future.";
  assert.equal(findFinding([before, MADE, HOW, hope, CODE].join(" ")), MADE);
  const purpose = "To improve waiting, Crane asks captains to reduce their speed and to match their neighbours.";
  assert.equal(findFinding([FIELD, MADE, purpose].join(" ")), MADE);
});

test("Results of a study and of a proof are findings, too.", () => {
  const study = "We find that captains who are asked in the morning answer more often than those asked at night.";
  const proof = "We prove that no crane sorts $n$ ships in fewer than $n \\log n$ questions.";
  assert.equal(findFinding([FIELD, HOW, study].join(" ")), study);
  assert.equal(findFinding([FIELD, MADE, proof, CODE].join(" ")), proof);
});

test("A very long finding loses to a shorter one, and one that is too long is not shown: nothing is ever cut.", () => {
  const long = LONG.replace("Ships", "Results show that ships").replace(
    "which",
    "which, on all of our many benchmarks,",
  );
  assert.ok(long.length > 320 && long.length <= 480, String(long.length));
  assert.equal(findFinding([FIELD, FOUND, long].join(" ")), FOUND);
  assert.equal(findFinding([FIELD, MADE, long].join(" ")), long);
  assert.equal(findFinding([FIELD, MADE, LONG.repeat(2).replace("baseline. ", "baseline, ")].join(" ")), MADE);
  assert.equal(findFinding("x".repeat(481)), undefined);
});

test("Without a finding it is what was made, and else the first sentence.", () => {
  assert.equal(findFinding([FIELD, HOW, MADE].join(" ")), MADE);
  assert.equal(findFinding("Ships are many. Cranes are few. Gulls are loud."), "Ships are many.");
  assert.equal(findFinding(""), undefined);
});

test("What is shown is always a whole sentence of the abstract that has room in a row.", () => {
  const sentence = fc.constantFrom(FIELD, MADE, HOW, FOUND, CODE, LONG, "$x. Y$ holds.", "Ships", "x".repeat(700));
  fc.assert(
    fc.property(fc.array(sentence), (parts) => {
      const abstract = parts.join(" ");
      const finding = findFinding(abstract);
      if (finding === undefined) assert.ok(splitSentences(abstract).every((text) => toPlainText(text).length > 480));
      else assert.ok(splitSentences(abstract).includes(finding) && toPlainText(finding).length <= 480);
    }),
  );
});

test("What was made is told in its own sentence and those behind it, up to the finding.", () => {
  assert.equal(findAccount([FIELD, MADE, HOW, FOUND, CODE].join(" ")), `${MADE} ${HOW}`);
  assert.equal(findAccount([FIELD, FOUND].join(" ")), undefined);
  assert.equal(findAccount([MADE, HOW].join(" ")), HOW, "the finding stands above it");
  assert.equal(findAccount([FIELD, MADE, LONG, FOUND].join(" ")), MADE);
});
