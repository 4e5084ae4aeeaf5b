import assert from "node:assert/strict";
import { test } from "node:test";
import { foldWord, joinQuestionWords, makeCompounds, parseQuestionWords, splitParts } from "./words.ts";

function textsOf(question: string): string[] {
  return parseQuestionWords(question).words.map(({ text }) => text);
}

test("words that nearly every text has are left out, and it is said which", () => {
  const read = parseQuestionWords("How do agents learn to search without supervision?");
  assert.deepEqual(
    read.words.map(({ text }) => text),
    ["agents", "learn", "search", "supervision"],
  );
  assert.deepEqual(read.leftOut, ["how", "do", "to", "without"]);
});

test("What people wrap a question in is left out.", () => {
  const { words } = parseQuestionWords("I am interested in anything about tidal power, please");
  assert.deepEqual(
    words.map(({ text }) => text),
    ["tidal", "power"],
  );
});

test("where there is nothing but such words, they are what is searched", () => {
  assert.deepEqual(textsOf("to be or not to be"), ["to", "be", "or", "not"]);
  assert.deepEqual(parseQuestionWords("the of").leftOut, []);
});

test("nothing that has neither letter nor digit is a word", () => {
  assert.deepEqual(parseQuestionWords("?? — … 😀"), { words: [], leftOut: [] });
  assert.deepEqual(textsOf("  “agents”,   (games);  "), ["agents", "games"]);
});

test("a word is there once, with how often it was said, however it is written", () => {
  const { words } = parseQuestionWords("Agents agents self-play Self-Play agents");
  assert.deepEqual(
    words.map(({ text, count }) => `${text} ${count}`),
    ["agents 3", "self-play 2"],
  );
});

test("a word with parts is searched by its parts and written together", () => {
  assert.deepEqual(parseQuestionWords("Self-Play").words, [
    { text: "self-play", forms: ["self play", "selfplay"], count: 1 },
  ]);
  assert.deepEqual(parseQuestionWords("DeepSeek-R1").words[0]?.forms, ["deepseek r1", "deepseekr1"]);
  assert.deepEqual(parseQuestionWords("agents").words[0]?.forms, ["agents"]);
});

test("what the vocabulary writes with a hyphen is known by its parts when it is written together", () => {
  const compounds = makeCompounds(["Self-play", "Multi-agent systems", "Search agents"]);
  assert.deepEqual(
    [...compounds],
    [
      ["selfplay", "self play"],
      ["multiagent", "multi agent"],
    ],
  );
  assert.deepEqual(parseQuestionWords("selfplay", compounds).words, [
    { text: "selfplay", forms: ["self play", "selfplay"], count: 1 },
  ]);
  assert.deepEqual(
    parseQuestionWords("self-play", compounds).words[0]?.forms,
    parseQuestionWords("selfplay", compounds).words[0]?.forms,
  );
});

test("words between quotation marks are a phrase, also with curled ones", () => {
  assert.equal(parseQuestionWords('"learn to search"').phrase, "learn to search");
  assert.equal(parseQuestionWords("“learn to search”").phrase, "learn to search");
  assert.equal(parseQuestionWords('learn "to search"').phrase, undefined);
  assert.equal(parseQuestionWords('"').phrase, undefined);
});

test("two words become one with the forms that a hyphened word has", () => {
  const [first, second] = parseQuestionWords("self play").words;
  assert.ok(first && second);
  assert.deepEqual(joinQuestionWords(first, second), { text: "self play", forms: ["self play", "selfplay"], count: 1 });
});

test("marks on letters and case make no difference, other scripts stay", () => {
  assert.equal(foldWord("Schrödinger’s"), "schrodingers");
  assert.equal(foldWord("GPT-4o"), "gpt4o");
  assert.equal(foldWord("学习"), "学习");
  assert.deepEqual(splitParts("Self-Search/v2.5"), ["Self", "Search", "v2", "5"]);
});

test("a word behind a minus sign is one that papers must not have; a hyphen or a dash between words is none", () => {
  const read = parseQuestionWords("games -chess self-play - poker −go");
  assert.deepEqual(textsOf("games -chess self-play - poker −go"), ["games", "self-play", "poker"]);
  assert.deepEqual(
    read.excluded?.map(({ text }) => text),
    ["chess", "go"],
  );
  assert.equal(parseQuestionWords("games").excluded, undefined);
});

test("words between quotation marks within a question stay together", () => {
  const { words, phrase } = parseQuestionWords('agents “learn to search” "games"');
  assert.equal(phrase, undefined);
  assert.deepEqual(words, [
    { text: "agents", forms: ["agents"], count: 1 },
    { text: "“learn to search”", forms: ["learn to search"], count: 1, isQuoted: true },
    { text: "games", forms: ["games"], count: 1 },
  ]);
});

test("a possessive is the word itself, and both numbers of a word are one word", () => {
  assert.deepEqual(
    parseQuestionWords("Newton's documents, a document of Newton").words.map(({ text, forms, count }) => [
      text,
      forms,
      count,
    ]),
    [
      ["newton's", ["newton"], 2],
      ["documents", ["documents"], 2],
    ],
  );
  assert.equal(parseQuestionWords("corpus corpu class clas").words.length, 4);
});

test("the marks that make another sign of a kana stay, as the index has them", () => {
  assert.equal(foldWord("\u304c\u304f\u3057\u3085\u3046"), "\u304c\u304f\u3057\u3085\u3046");
  assert.equal(foldWord("\u304b\u3099\u304f\u30cf\u309a"), "\u304c\u304f\u30d1");
  assert.equal(foldWord("Caf\u00e9s"), "cafes");
});
