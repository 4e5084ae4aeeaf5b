import assert from "node:assert/strict";
import { test } from "node:test";
import { describeAnswer, describeCount, describeReason } from "./phrases.ts";
import { EMPTY_QUESTION } from "./question.ts";
import type { SearchResult } from "./result.ts";
import type { SearchAnswer } from "./search-answer.ts";
import { NO_SUGGESTIONS } from "./suggestions.ts";
import { parseQuestionWords } from "./words.ts";

function result(words: string, rest: Partial<SearchResult> = {}): SearchResult {
  const hit = { key: "a", score: 1, positions: [], load: () => Promise.reject(new Error("not needed here")) };
  return { hit, matched: parseQuestionWords(words).words, places: [], isApart: false, isExact: true, ...rest };
}

function answer(exactCount: number, nearCount: number, rest: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    question: { ...EMPTY_QUESTION, text: "agents" },
    results: Array.from({ length: exactCount + nearCount }, () => result("agents")),
    exactCount,
    sureCount: exactCount,
    words: ["agents"],
    leftOut: [],
    ties: [],
    excluded: [],
    unknown: [],
    isPhrase: false,
    isCountExact: true,
    suggestions: NO_SUGGESTIONS,
    ...rest,
  };
}

test("the number of papers is said with its noun, and what only comes near apart", () => {
  assert.equal(describeCount(answer(1, 0)), "1 paper");
  assert.equal(describeCount(answer(1200, 0)), "1,200 papers");
  assert.equal(describeCount(answer(3, 12)), "3 papers, and 12 that come near");
  assert.equal(describeCount(answer(3, 1)), "3 papers, and 1 that comes near");
  assert.equal(describeCount(answer(0, 1)), "1 paper that comes near");
});

test("a number that may be too small says so", () => {
  assert.equal(describeCount(answer(23, 0, { isCountExact: false })), "At least 23 papers");
});

test("nothing is said with the question, or with the filters where there is none", () => {
  assert.equal(describeCount(answer(0, 0)), "Nothing for “agents”");
  assert.equal(describeCount(answer(0, 0, { question: EMPTY_QUESTION })), "Nothing with these filters");
});

test("a paper's reason names how many words it has and which", () => {
  const words = ["agents", "learn", "search"];
  const some = describeReason(result("agents search", { isExact: false }), answer(0, 1, { words }));
  assert.deepEqual(some, { head: "2 of 3 words", words: "agents, search" });
  const apart = describeReason(
    result("self-play agents", { isApart: true }),
    answer(0, 1, { words: ["self-play", "agents"] }),
  );
  assert.deepEqual(apart, { head: "all words, but apart", words: "self-play, agents" });
});

test("one word needs no reason, unless only its parts are there", () => {
  assert.equal(describeReason(result("agents"), answer(1, 0)), undefined);
  assert.deepEqual(describeReason(result("self-play", { isApart: true }), answer(0, 1, { words: ["self-play"] })), {
    head: "not as one word",
    words: "self-play",
  });
});

test("a phrase that was found is a reason by itself", () => {
  const phrase = answer(1, 1, { words: ["learn", "search"], isPhrase: true });
  assert.deepEqual(describeReason(result("learn search"), phrase), { head: "these very words", words: "" });
  assert.equal(describeReason(result("learn search", { isExact: false }), phrase)?.head, "all words, but not in a row");
});

test("a paper with longer words says so", () => {
  const near = { isExact: false };
  assert.equal(describeReason(result("eva", near), answer(0, 1, { words: ["eva"] }))?.head, "in longer words");
  assert.equal(
    describeReason(result("eva mae", near), answer(0, 1, { words: ["eva", "mae"] }))?.head,
    "all words, some within longer ones",
  );
});

test("papers like one stand under its title, and a screen reader is told how many", () => {
  const question = { ...EMPTY_QUESTION, like: "2510.18821" };
  const like = { title: "Self-play" } as SearchAnswer["like"] & object;
  assert.equal(describeCount(answer(3, 0, { question, like })), "Like “Self-play”");
  assert.equal(describeAnswer(answer(3, 0, { question, like }), 0), "3 papers like “Self-play”.");
  assert.equal(describeCount(answer(0, 0, { question, like })), "Nothing like “Self-play”");
  const filtered = { ...question, hasCode: true };
  assert.equal(
    describeCount(answer(0, 0, { question: filtered, like })),
    "Nothing like “Self-play” with these filters",
  );
  assert.equal(describeCount(answer(0, 0, { question })), "No such paper here");
});

test("a screen reader is told the question, its order and how many filters are on", () => {
  assert.equal(describeAnswer(answer(3, 0), 0), "3 papers for “agents”.");
  const question = { ...EMPTY_QUESTION, text: "agents", sort: "newest" as const };
  assert.equal(describeAnswer(answer(3, 0, { question }), 2), "3 papers for “agents”, newest first, with 2 filters.");
  assert.equal(describeAnswer(answer(0, 0, { question }), 0), "Nothing for “agents”.");
});
