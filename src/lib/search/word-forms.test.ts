/** Compounds and acronyms, as a whole answer shows them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine, NO_TABLES, type SamplePaper } from "#scenes/search-samples.ts";
import { answerQuestion, makeVocabulary } from "./planner.ts";
import { EMPTY_QUESTION } from "./question.ts";
import type { SearchAnswer } from "./search-answer.ts";
import type { WordFormsFile } from "./tables.ts";

const vocabulary = makeVocabulary([]);

function ask(
  papers: SamplePaper[],
  text: string,
  { acronyms, compounds }: WordFormsFile = { acronyms: {}, compounds: {} },
): Promise<SearchAnswer> {
  const forms = { acronyms: new Map(Object.entries(acronyms)), compounds: new Map(Object.entries(compounds)) };
  const engine = makeFakeEngine(papers, [], { ...NO_TABLES, readForms: async () => forms });
  return answerQuestion(engine, { ...EMPTY_QUESTION, text }, vocabulary);
}

/** Keys in order, those that only come near after a bar. */
function list({ results, exactCount }: SearchAnswer): string {
  const keys = results.map(({ hit }) => hit.key);
  return [keys.slice(0, exactCount).join(" "), keys.slice(exactCount).join(" ")].join(" | ").trim();
}

test("self-play, self play and selfplay find the same papers, the word itself before its parts", async () => {
  const plays = [
    { id: "whole", text: "self-play in games" },
    { id: "row", text: "by self play alone" },
    { id: "apart", text: "self search and fair play" },
    { id: "other", text: "chess" },
  ];
  for (const question of ["self-play", "self play", "selfplay"]) {
    const answer = await ask(plays, question, { acronyms: {}, compounds: { selfplay: "self play" } });
    assert.equal(list(answer), "whole row | apart", question);
    assert.equal(answer.results[2]?.isApart, true, question);
  }
});

test("an acronym finds its long form and the long form its acronym, behind what has it as it was typed", async () => {
  const library = [
    { id: "short", text: "MoE at scale" },
    { id: "long", text: "a mixture of experts" },
    { id: "apart", text: "experts say a mixture" },
  ];
  const tied = { acronyms: { moe: ["mixture of experts"] }, compounds: {} };
  const short = await ask(library, "moe", tied);
  assert.equal(list(short), "short | long");
  assert.deepEqual(short.ties, [{ text: "moe", also: ["mixture of experts"] }]);
  const long = await ask(library, "mixture of experts", tied);
  assert.equal(list(long), "long | short");
  assert.deepEqual(long.ties, [{ text: "mixture of experts", also: ["moe"] }]);
  assert.equal(list(await ask(library, '"mixture of experts"', tied)), "long | apart");
});

test("two words stay two where the corpus does not write them as one", async () => {
  const library = [
    { id: "hyphen", text: "deep-learning" },
    ...Array.from({ length: 5 }, (_, index) => ({ id: `p${index}`, text: "deep thoughts on learning" })),
  ];
  const answer = await ask(library, "deep learning");
  assert.deepEqual(answer.words, ["deep", "learning"]);
  assert.equal(answer.exactCount, 6);
});

test("a word that every object knows is a word like any other", async () => {
  for (const word of ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"]) {
    const library = [
      { id: "own", text: `a ${word} for planning` },
      { id: "other", text: "planning for volcanoes" },
    ];
    assert.equal(list(await ask(library, word)), "own |", word);
    assert.equal(list(await ask(library, `a ${word} for planning`)), "own | other", word);
    assert.equal((await ask(library, `volcanoes ${word}`)).words.length, 2, word);
  }
});
