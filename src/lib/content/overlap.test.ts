import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findSharedRuns, makeSourceWords, OVERLAP_WORDS } from "./overlap.ts";

const SOURCE =
  "The pilot watches the state-of-the-art cranes, and then it plans tomorrow's berths; the crews don't mind.";

test("Eight words in a row are a shared run, seven are none.", () => {
  const eight = "pilot watches the state of the art cranes";
  assert.deepEqual(findSharedRuns(`A ${eight}!`, makeSourceWords(SOURCE)), [{ text: eight, index: 2, words: 8 }]);
  assert.deepEqual(findSharedRuns("A pilot watches the state of the art ship", makeSourceWords(SOURCE)), []);
  assert.equal(OVERLAP_WORDS, 8);
});

test("Case, punctuation, apostrophes, accents and line breaks do not hide a run; hyphens divide words.", () => {
  const [run, ...others] = findSharedRuns(
    "So: “THÉN it plans\ntomorrow’s *berths*; the crews dont mind”",
    makeSourceWords(SOURCE),
  );
  assert.deepEqual(others, []);
  assert.deepEqual(run, { text: "THÉN it plans tomorrow’s *berths*; the crews dont mind", index: 5, words: 9 });
});

test("A long run is named once and whole.", () => {
  const [run, ...others] = findSharedRuns(`Look: ${SOURCE} End.`, makeSourceWords(SOURCE));
  assert.deepEqual(others, []);
  assert.equal(run?.words, 19);
});

test("Of runs that overlap the longest is named, and runs apart are all named in order.", () => {
  const source = "a b c d e f g h i. x d e f g h i j k l m n o. p q r s t u v w";
  const runs = findSharedRuns("p q r s t u v w. a b c d e f g h i j k l m n o", makeSourceWords(source));
  assert.deepEqual(
    runs.map(({ text }) => text),
    ["p q r s t u v w", "d e f g h i j k l m n o"],
  );
});

test("A web address is one word, and a number with its separators too.", () => {
  const source =
    "All code is at https://github.com/quay/one/two/three/four-five-six under a licence of 1,250.75 words or so";
  assert.deepEqual(
    findSharedRuns("See https://github.com/quay/one/two/three/four-five-six for it", makeSourceWords(source)),
    [],
  );
  assert.deepEqual(findSharedRuns("under a licence of 1,250.75 words or", makeSourceWords(source)), []);
});

test("Words taken from anywhere in a source are found with their place and count.", () => {
  const words = fc.array(fc.constantFrom("ship", "crane", "quay", "pilot", "berth", "crew"), {
    minLength: 12,
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, fc.nat(), (source, seed) => {
      const start = seed % (source.length - 8);
      const taken = source.slice(start, start + 8).join(" ");
      const runs = findSharedRuns(`Zebra ${taken} zebra`, makeSourceWords(source.join(" ")));
      assert.deepEqual(runs, [{ text: taken, index: 6, words: 8 }]);
    }),
  );
});
