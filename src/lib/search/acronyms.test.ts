import assert from "node:assert/strict";
import { test } from "node:test";
import { findAcronyms } from "./acronyms.ts";

function list(text: string): string[] {
  return findAcronyms(text).map((name) => name.replace(" ", ": "));
}

test("an acronym in brackets is known by the words before it", () => {
  const spelled: [text: string, found: string][] = [
    [
      "We use reinforcement learning with verifiable rewards (RLVR).",
      "rlvr: reinforcement learning with verifiable rewards",
    ],
    ["a Mixture-of-Experts (MoE) model", "moe: mixture of experts"],
    ["Large language models (LLMs) reason.", "llm: large language models"],
    ["by Monte Carlo tree search (MCTS), which", "mcts: monte carlo tree search"],
    ["Then. Search Self-play (SSP) trains", "ssp: search self play"],
  ];
  for (const [text, found] of spelled) assert.deepEqual(list(text), [found], text);
});

test("what is no acronym of the words before it is none", () => {
  for (const text of [
    "as before (see Table 2)",
    "in 2024 (ICML)",
    "models (RLVR)",
    "the MoE (MoE) model",
    "an idea (but not ours)",
    "a controller area network (CAN)",
    "a use score (US), and weighted efficiency (WE)",
  ]) {
    assert.deepEqual(list(text), [], text);
  }
});

test("a sentence before does not belong to the long form", () => {
  assert.deepEqual(list("Rewards matter. Learning methods (RLM) help."), []);
});
