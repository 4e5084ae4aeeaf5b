import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine, NO_TABLES, type SamplePaper } from "#scenes/search-samples.ts";
import { answerQuestion, makeVocabulary } from "./planner.ts";
import { EMPTY_QUESTION } from "./question.ts";
import type { SearchAnswer } from "./search-answer.ts";
import type { SearchTables } from "./tables.ts";

const vocabulary = makeVocabulary([]);

function ask(papers: SamplePaper[], text: string, tables: Partial<SearchTables> = {}): Promise<SearchAnswer> {
  const engine = makeFakeEngine(papers, [], { ...NO_TABLES, ...tables });
  return answerQuestion(engine, { ...EMPTY_QUESTION, text }, vocabulary);
}

/** Keys in order, those that only come near after a bar. */
function list({ results, exactCount }: SearchAnswer): string {
  const keys = results.map(({ hit }) => hit.key);
  return [keys.slice(0, exactCount).join(" "), keys.slice(exactCount).join(" ")].join(" | ").trim();
}

const papers: SamplePaper[] = [
  { id: "a", text: "agents learn search without supervision" },
  { id: "b", text: "agents search search" },
  { id: "c", text: "supervision" },
  { id: "d", text: "volcanoes" },
];

test("words that very many papers have are passed over where two others tell more", async () => {
  const tables = { common: new Map([["agents", 4000]]) };
  const answer = await ask(papers, "agents learn supervision", tables);
  assert.deepEqual(answer.leftOut, ["agents"]);
  assert.deepEqual(answer.words, ["learn", "supervision"]);
  assert.deepEqual((await ask(papers, "agents learn", tables)).leftOut, []);
});

test("of papers that are as good, those with the words that were passed over come first", async () => {
  const library = [
    { id: "a", text: "learn supervision" },
    { id: "b", text: "learn supervision agents" },
  ];
  const tables = { common: new Map([["agents", 4000]]) };
  const engine = { ...makeFakeEngine(library, [], { ...NO_TABLES, ...tables }), paperCount: 10_000 };
  const answer = (text: string) => answerQuestion(engine, { ...EMPTY_QUESTION, text }, vocabulary);
  assert.equal(list(await answer("learn supervision")), "a b |");
  assert.equal(list(await answer("agents learn supervision")), "b a |");
});

test("words that stand near each other count more than words far apart", async () => {
  const far = `volcanoes ${"and so on ".repeat(8)}glaciers`;
  const library = [
    { id: "far", text: far },
    { id: "near", text: `${"and so on ".repeat(8)}volcanoes glaciers` },
    { id: "other", text: "geysers" },
  ];
  assert.equal(list(await ask(library, "volcanoes glaciers")), "near far |");
});

test("a paper whose neighbours fit as well comes before one that stands alone", async () => {
  const library = [
    { id: "alone", text: "search volcanoes" },
    { id: "among", text: "search volcanoes" },
    { id: "neighbour", text: "search" },
  ];
  assert.equal(list(await ask(library, "search volcanoes")), "alone among | neighbour");
  const near = [{ key: "neighbour", likeness: 0.5 }];
  const related = library.map((paper) => (paper.id === "among" ? { ...paper, near } : paper));
  assert.equal(list(await ask(related, "search volcanoes")), "among alone | neighbour");
});

test("what only seems to hold two words in a row comes near", async () => {
  const library = [
    { id: "row", text: "they learn by self-play" },
    { id: "seems", text: "self-supervised play" },
  ];
  const engine = makeFakeEngine(library);
  const search: typeof engine.search = (term, options) =>
    engine.search(term === '"self play"' ? "self play" : term, options);
  const answer = await answerQuestion({ ...engine, search }, { ...EMPTY_QUESTION, text: "self-play" }, vocabulary);
  assert.equal(list(answer), "row | seems");
  assert.equal(answer.results[1]?.isApart, true);
});

test("a letter alone is not taken for the beginning of words", async () => {
  const asked: string[] = [];
  const engine = makeFakeEngine(
    [
      { id: "a", text: "vitamin c" },
      { id: "b", text: "vitamin cure" },
    ],
    asked,
  );
  const answer = await answerQuestion(engine, { ...EMPTY_QUESTION, text: "vitamin c" }, vocabulary);
  assert.equal(list(answer), "a | b");
  assert.ok(!asked.includes("c"));
});

test("papers like the best come before others that fit as well; those without any of the words stay out", async () => {
  const library = [
    { id: "a", text: "agents learn search" },
    { id: "b", text: "search volcanoes" },
    { id: "c", text: "search glaciers" },
    { id: "d", text: "geysers" },
  ];
  const like = [
    { key: "c", likeness: 0.5 },
    { key: "d", likeness: 0.9 },
  ];
  assert.equal(list(await ask(library, "agents learn search")), "a | b c");
  const related = library.map((paper) => (paper.id === "a" ? { ...paper, near: like } : paper));
  assert.equal(list(await ask(related, "agents learn search")), "a | c b");
});

test("beyond ten papers only good ones fill up", async () => {
  const good = Array.from({ length: 12 }, (_, index) => ({
    id: `g${index}`,
    text: `${"alpha ".repeat(20)}beta ${index}`,
  }));
  const weak = Array.from({ length: 12 }, (_, index) => ({ id: `w${index}`, text: `gamma ${index}` }));
  const answer = await ask([...good, ...weak], "alpha beta gamma");
  assert.equal(answer.results.length, 12);
});

test("where an exact paper is far better than all others, these only fill up to ten", async () => {
  const best = { id: "best", text: "alpha beta ".repeat(20).trim() };
  const others = Array.from({ length: 20 }, (_, index) => ({ id: `o${index}`, text: `alpha ${index}` }));
  assert.equal((await ask([best, ...others], "alpha beta")).results.length, 10);
});

test("a letter at the end, which may begin any word, brings no paper before those with the words before it", async () => {
  const library = [
    { id: "letter", text: "schedules t in time" },
    ...["a", "b", "c", "d"].map((id) => ({ id, text: "diffusion of heat" })),
    { id: "both", text: "diffusion with temperature t" },
    { id: "none", text: "volcanoes" },
  ];
  assert.equal(list(await ask(library, "diffusion t")), "both | a b c d letter");
});
