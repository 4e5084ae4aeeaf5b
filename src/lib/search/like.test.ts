import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine, type SamplePaper } from "#scenes/search-samples.ts";
import { answerLike } from "./like.ts";
import { EMPTY_QUESTION, type Question } from "./question.ts";
import type { SearchAnswer } from "./search-answer.ts";

const games = [{ id: "games", label: "Games", href: "/" }];
const library: SamplePaper[] = [
  {
    id: "2510.00001",
    text: "Poker for agents",
    entry: { topics: games },
    near: [
      { key: "2510.00003", likeness: 0.9 },
      { key: "2510.00005", likeness: 0.8 },
      { key: "2510.00004", likeness: 0.7 },
      { key: "2510.00002", likeness: 0.6 },
    ],
  },
  { id: "2510.00002", text: "agents in markets", entry: { published: "2024-05-01", comments: { count: 2 } } },
  { id: "2510.00003", text: "poker by hand", entry: { published: "2025-05-01", topics: games } },
  { id: "2510.00004", text: "games of old", entry: { published: "2023-05-01", comments: { count: 9 } } },
  { id: "2510.00005", text: "volcanoes" },
];
function ask(question: Partial<Question>, asked: string[] = []): Promise<SearchAnswer> {
  return answerLike(makeFakeEngine(library, asked), { ...EMPTY_QUESTION, like: "2510.00001", ...question });
}

function list({ results }: SearchAnswer): string {
  return results.map(({ hit }) => hit.key.slice(-1)).join(" ");
}

test("papers like one come the most alike first, whatever words they have, and only the paper itself is searched for", async () => {
  const asked: string[] = [];
  const answer = await ask({}, asked);
  assert.equal(list(answer), "3 5 4 2");
  assert.equal(answer.exactCount, 4);
  assert.equal(answer.like?.title, "Poker for agents");
  assert.deepEqual(asked, ["2510.00001"]);
});

test("filters, months and orders hold among them, and they are counted", async () => {
  assert.equal(list(await ask({ tags: ["games"] })), "3");
  assert.equal(list(await ask({ from: "2023-06", to: "2024-12" })), "2");
  assert.equal(list(await ask({ sort: "newest" })), "5 3 2 4");
  assert.equal(list(await ask({ sort: "comments" })), "4 2 3 5");
  const { facets } = await ask({ years: ["2025"] });
  assert.deepEqual(facets?.years, [
    { value: "2025", count: 1 },
    { value: "2024", count: 1 },
    { value: "2023", count: 1 },
    { value: "unknown", count: 1 },
  ]);
  assert.deepEqual(facets?.tags, [{ value: "games", count: 1 }]);
});

test("a paper that is not here, or that none is like, has no results", async () => {
  const missing = await ask({ like: "2510.99999" });
  assert.deepEqual([missing.results, missing.like], [[], undefined]);
  const lonely = await ask({ like: "2510.00005" });
  assert.deepEqual([lonely.results, lonely.like?.title], [[], "volcanoes"]);
});

test("a question that is no longer wanted is not answered to the end", async () => {
  const reason = new Error("another question");
  const question = { ...EMPTY_QUESTION, like: "2510.00001" };
  await assert.rejects(answerLike(makeFakeEngine(library), question, AbortSignal.abort(reason)), reason);
});
