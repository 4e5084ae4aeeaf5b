import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitSentences } from "./sentences.ts";

test("A text is its sentences, as they stand.", () => {
  assert.deepEqual(splitSentences("One thing.\nThen “another!” And a  third? (A fourth.) Five"), [
    ...["One thing.", "Then “another!”", "And a third?", "(A fourth.)", "Five"],
  ]);
  assert.deepEqual(splitSentences(" "), []);
});

test("Abbreviations, initials, decimals and small letters behind a full stop end no sentence.", () => {
  for (const text of [
    "We follow Ada B. Example et al. in part, e.g. Fig. 3 at 2.5 points, cf. Sec. 4.",
    "It scores 76.9 Avg. F1 and 72.1 Avg. PSS.",
    "In the U.S. Navy, Mr. Quay sails ca. 3 boats, i.e. No. 5 to No. 7.",
    "Ships (e.g. Item-F1 92.8) and vLLM.js are fast.",
  ]) {
    assert.deepEqual(splitSentences(text), [text]);
  }
});

test("A sentence may begin with a number, a formula or a letter without case.", () => {
  assert.deepEqual(splitSentences("They grow. 5 die. arXiv grows. $n$ live. 船很多。 都快。"), [
    ...["They grow.", "5 die.", "arXiv grows.", "$n$ live.", "船很多。 都快。"],
  ]);
});

test("A formula belongs to one sentence, whatever stands in it.", () => {
  const formula = "$a + b \\text{. Or not. }$";
  assert.deepEqual(splitSentences(`Let ${formula} hold. It does.`), [`Let ${formula} hold.`, "It does."]);
});

test("No word is lost or added.", () => {
  const words = fc.array(fc.constantFrom("word", "A.", "end.", "$x. Y$", "$a + b$", "(Is?)", "3.", "al."));
  fc.assert(
    fc.property(words, (parts) => {
      assert.equal(splitSentences(parts.join(" ")).join(" "), parts.join(" "));
    }),
  );
});
