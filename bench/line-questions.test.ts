import assert from "node:assert/strict";
import { test } from "node:test";
import type { PaperRecord } from "#lib/content/record.ts";
import { drawQuestions, QUESTION_COUNT, QUESTION_KINDS } from "./line-questions.ts";

const PAPER = {
  id: "2601.00001",
  title: "Board Games Teach the Patience of Machines",
  abstract:
    "We let machines play. They wait, and learn to wait longer; what they learn holds (mostly) for other games as well.",
  authors: ["Ada Example", "Grace Sample"],
} as unknown as PaperRecord;

function draw(seed: string) {
  return drawQuestions([PAPER, { ...PAPER, authors: [] }, { ...PAPER, abstract: undefined }] as PaperRecord[], seed);
}

test("Questions are of every kind, and the same ones for the same seed.", () => {
  const questions = draw("a");
  assert.equal(questions.length, QUESTION_COUNT);
  assert.deepEqual(new Set(questions.map(({ kind }) => kind)), new Set(QUESTION_KINDS));
  assert.deepEqual(draw("a"), questions);
  assert.notDeepEqual(draw("b"), questions);
});

test("Each is drawn from a paper: words in the order of its title, words in a row, an author, a word with two letters exchanged.", () => {
  const title = ["board", "games", "teach", "patience", "machines"];
  const abstract = (PAPER.abstract ?? "").toLowerCase().replace(/[^a-z ]/g, "");
  const counts = { "one word": 1, "two words": 2, "three words": 3 };
  for (const { kind, text } of ["a", "b", "c", "d"].flatMap(draw)) {
    if (kind === "author") assert.ok(PAPER.authors.includes(text), text);
    else if (kind === "sentence") {
      const words = text.split(" ");
      assert.ok(words.length >= 6 && words.length <= 12, text);
      assert.ok(abstract.includes(text), text);
    } else if (kind === "mistyped") {
      assert.ok(!title.includes(text), text);
      assert.ok(
        title.some((word) => [...word].sort().join("") === [...text].sort().join("")),
        text,
      );
    } else {
      assert.equal(text.split(" ").length, counts[kind]);
      assert.ok(title.join(" ").includes(text), text);
    }
  }
});

test("Without a paper that has text and authors there is nothing to ask.", () => {
  assert.throws(() => drawQuestions([], "a"), RangeError);
});
