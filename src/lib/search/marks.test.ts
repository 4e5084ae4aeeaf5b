import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FoundPaper, Hit } from "./engine.ts";
import { findSurfaces, markText, type Piece } from "./marks.ts";
import { parseQuestionWords } from "./words.ts";

/** Marked words between brackets. */
function show(pieces: Piece[]): string {
  return pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");
}

function mark(text: string, ...surfaces: string[]): string {
  return show(markText(text, new Set(surfaces)));
}

const paper = (content: string, aside = ""): FoundPaper => ({
  content,
  aside,
  authors: [],
  near: [],
  entry: {} as FoundPaper["entry"],
});
const hit = (...positions: number[]): Hit => ({
  key: "a",
  score: 1,
  positions,
  load: () => Promise.reject(new Error("not needed here")),
});

test("words are marked where they were found, and signs around them are not", () => {
  assert.equal(mark("SSRL: Self-Search (Searching).", "search", "searching"), "SSRL: Self-[Search] ([Searching]).");
  assert.equal(mark("Research is no search", "search"), "Research is no [search]");
});

test("a hyphened word is marked whole when it was found as one", () => {
  assert.equal(mark("“Self-Play”, self-made play", "selfplay"), "“[Self-Play]”, self-made play");
  assert.equal(mark("Self-Play, self-made play", "self", "play"), "[Self]-[Play], [self]-made [play]");
});

test("of a word that changes case only the half that was found is marked", () => {
  assert.equal(mark("ConvSearch-R1", "search"), "Conv[Search]-R1");
  assert.equal(mark("DeepSeek-R1", "deepseekr1"), "[DeepSeek-R1]");
});

test("marks on letters do not keep a word from being marked", () => {
  assert.equal(mark("Erdős naïve", "erdos", "naive"), "[Erdős] [naïve]");
});

test("marking changes nothing in a text, whatever it holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (text, surfaces) => {
      const pieces = markText(text, new Set(surfaces));
      assert.equal(pieces.map((piece) => piece.text).join(""), text);
    }),
  );
});

test("a paper's words are those at the places that matched, and the parts only where the word is not whole", () => {
  const { words } = parseQuestionWords("self-play agents");
  const found = paper("Self-play and self-search for agentic play");
  assert.deepEqual(findSurfaces(hit(0, 2, 4, 5), words, found), new Set(["selfplay", "agentic"]));
  assert.deepEqual(findSurfaces(hit(2, 4, 5), words, found), new Set(["self", "play", "agentic"]));
});

test("what matched beside the text is found there", () => {
  const { words } = parseQuestionWords("kumar");
  assert.deepEqual(findSurfaces(hit(), words, paper("No such name.", "A title Aviral Kumar, Bo")), new Set(["kumar"]));
});

test("what is found by another spelling, by a name of a sign or inside a run is marked", () => {
  const markFor = (question: string, text: string): string => {
    const { words } = parseQuestionWords(question);
    const places = text.split(" ").keys();
    return show(markText(text, findSurfaces(hit(...places), words, paper(text))));
  };
  const marked: [question: string, text: string, expected: string][] = [
    ["c++", "On C++, C and C", "On [C++], C and C"],
    ["co2", "With CO₂.", "With [CO₂]."],
    ["tau-bench", "A τ-bench", "A [τ-bench]"],
    ["pi 0", "A π0", "A [π0]"],
    ["自我博弈", "大语言模型的自我博弈训练", "大语言模型的[自我博弈]训练"],
    ["学習", "GPTの学習を", "GPTの[学習]を"],
    ["การเรียนรู้", "การเรียนรู้ของ", "[การเรียนรู้]ของ"],
    ["schoelkopf", "Schölkopf", "[Schölkopf]"],
    ["lukasz", "Łukasz", "[Łukasz]"],
    [".net", "In .NET", "In [.NET]"],
    ["finetuning", "supervised-fine-tuning-based", "supervised-[fine-tuning]-based"],
    ["infinity bench", "∞-Bench", "[∞]-[Bench]"],
  ];
  for (const [question, text, expected] of marked) assert.equal(markFor(question, text), expected, question);
});
