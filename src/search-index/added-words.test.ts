import assert from "node:assert/strict";
import { test } from "node:test";
import { makeAddedWords } from "./added-words.ts";
import { addPlaces, type IndexedWord, readPlaces, writePlaces } from "./postings.ts";

const FIELDS = ["authors", "id", "title"];

/** Weights are times 24 and 1 more, below zero; places are steps from the one before. */
const words: IndexedWord[] = [
  ["gui", [[0, [-25, 4, -73, 1], [-3, 1]]], []],
  ["guir1", [[0, [-25, 4, -73, 1], [-3, 1]]], []],
  ["on", [[0, [-25, 3, -73, 0], [-3, 0]]], []],
];
const pages = [
  { content: "On GUI-R1. Then on GUI-R1", meta: { title: "On GUI-R1", authors: "Łukasz Sample", id: "2601.1-x" } },
  { content: "Nothing", meta: {} },
  { content: "R1-like", meta: {} },
];

test("words get the places and weights of their tokens, and what is there already is not added", async () => {
  const added = await makeAddedWords({ pages, fields: FIELDS, words }, async (names) => names);
  const byWord = new Map(added.map(([word, own]) => [word, own]));
  assert.deepEqual([...byWord.keys()], ["like", "lukasz", "r1", "r1like"]);
  assert.deepEqual(byWord.get("r1"), [
    [0, [-25, 4, -73, 1], [-3, 1]],
    [2, [-25, 0], []],
  ]);
  assert.deepEqual(byWord.get("lukasz"), [[0, [], [-1, 0]]]);
});

test("words of one stem are one", async () => {
  const added = await makeAddedWords({ pages, fields: FIELDS, words: [] }, async (names) => names.map(() => "stem"));
  assert.deepEqual(added, [
    [
      "stem",
      [
        [0, [-25, 1, 3], [-1, 0, -3, 1]],
        [2, [-25, 0], []],
      ],
      [],
    ],
  ]);
});

test("places are read as they are written", () => {
  const list = [-13, 9, 8, -25, 10];
  assert.deepEqual(
    [...readPlaces(list)],
    [
      [-13, [9, 17]],
      [-25, [10]],
    ],
  );
  assert.deepEqual(writePlaces(readPlaces(list)), list);
});

test("a word of two lists has the pages and places of both", () => {
  const one: IndexedWord = [
    "r1",
    [
      [1, [-25, 3], []],
      [2, [-25, 1], []],
    ],
    [["ŕ1", [[1, [-25, 9], []]]]],
  ];
  const other: IndexedWord = [
    "r1",
    [
      [0, [-25, 7], []],
      [3, [-25, 4, -73, 0], [-3, 0]],
    ],
    [],
  ];
  assert.deepEqual(addPlaces(one, other), [
    "r1",
    [
      [0, [-25, 7], []],
      [1, [-25, 3], []],
      [2, [-25, 1, 3, -73, 0], [-3, 0]],
    ],
    [["ŕ1", [[1, [-25, 9], []]]]],
  ]);
});
