import assert from "node:assert/strict";
import { test } from "node:test";
import { makeFakeEngine } from "#scenes/search-samples.ts";
import { answerQuestion, makeVocabulary } from "./planner.ts";
import { EMPTY_QUESTION } from "./question.ts";
import { findRow, listWritings } from "./rows.ts";

test("words in a row are looked for in all ways in which hyphens can join them", () => {
  assert.deepEqual(listWritings(["agents"]), ["agents"]);
  assert.deepEqual(listWritings(["fine", "tuning"]), ["fine tuning", "finetuning"]);
  assert.deepEqual(listWritings(["on", "policy", "play"]), [
    "on policy play",
    "on policyplay",
    "onpolicy play",
    "onpolicyplay",
  ]);
  assert.deepEqual(listWritings(["not", "fully"]), ["not fully"]);
  const five = listWritings(["a", "b", "c", "d", "e"]);
  assert.ok(five.includes("a bc d e") && five.includes("abcde") && five.includes("a b c d e"));
});

test("of a row that is written as one word there is no doubt", async () => {
  const engine = makeFakeEngine([
    { id: "one", text: "by self-play alone" },
    { id: "two", text: "by self play alone" },
  ]);
  const { hits, sure } = await findRow(engine, ["self play"]);
  assert.deepEqual([[...hits.keys()].sort(), [...sure]], [["one", "two"], ["one"]]);
});

test("a quotation with a hyphen is found beside another word and beside one that is not wanted", async () => {
  const engine = makeFakeEngine([
    { id: "both", text: "supervised fine-tuning of agents" },
    { id: "one", text: "supervised fine-tuning" },
    { id: "apart", text: "fine agents, supervised" },
  ]);
  const ask = async (text: string): Promise<string> => {
    const { results, exactCount } = await answerQuestion(engine, { ...EMPTY_QUESTION, text }, makeVocabulary([]));
    return results
      .slice(0, exactCount)
      .map(({ hit }) => hit.key)
      .join(" ");
  };
  assert.equal(await ask('"supervised fine-tuning" agents'), "both");
  assert.equal(await ask('"supervised fine-tuning" -agents'), "one");
  assert.equal(await ask('supervised -"fine tuning"'), "apart");
});
