import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOf } from "#scenes/index-samples.ts";
import { openTables } from "../lib/search/tables.ts";
import type { FragmentText } from "./fragments.ts";
import { joinWordSummaries, WordTally } from "./words.ts";

function page(number: number, content: string): FragmentText {
  return { content, entry: entryOf(`p${number}`, ""), title: "", authors: "", topics: "", words: "" };
}

function summarizeWords(texts: readonly FragmentText[]) {
  const tally = new WordTally();
  for (const text of texts) tally.addText(text);
  return { ...tally.summarize(), compounds: [] };
}

const pages = [
  page(1, "Reinforcement learning with verifiable rewards (RLVR) for volcanoes."),
  page(2, "Volcanoes sleep."),
  page(3, "Glaciers move."),
];

/** Tables over bundles of pages. */
function open(...bundles: FragmentText[][]) {
  const { common, files } = joinWordSummaries(bundles.map(summarizeWords));
  const contents = new Map(files.map(({ name, content }) => [`words/${name}`, content]));
  return openTables({ core: "", bundles: [], words: "words", common }, async (name) => contents.get(name));
}

test("words stand by their first letter, those of most papers first, and acronyms with their long forms", async () => {
  const tables = open(pages);
  assert.deepEqual(await tables.readWords("v"), ["volcanoes", "verifiable"]);
  assert.deepEqual(
    [...(await tables.readForms()).acronyms],
    [["rlvr", ["reinforcement learning with verifiable rewards"]]],
  );
});

test("bundles together have the words that one would have", () => {
  const whole = joinWordSummaries([summarizeWords(pages)]);
  const parted = joinWordSummaries([pages.slice(0, 1), pages.slice(1)].map(summarizeWords));
  assert.deepEqual(parted, whole);
});

test("texts that are taken away again leave nothing", () => {
  const tally = new WordTally();
  tally.addSummary(summarizeWords(pages));
  for (const text of pages.slice(1)) tally.addText(text, -1);
  assert.deepEqual({ ...tally.summarize(), compounds: [] }, summarizeWords(pages.slice(0, 1)));
});

test("every file that may be asked for is there", () => {
  const names = joinWordSummaries([summarizeWords(pages)]).files.map(({ name }) => name);
  assert.deepEqual(
    names,
    [..."0abcdefghijklmnopqrstuvwxyz", "forms"].map((name) => `${name}.json`),
  );
});

test("among a thousand papers a word of one paper only is left out", async () => {
  const many = Array.from({ length: 1000 }, (_, index) => page(1, index < 2 ? "glaciers" : "sand"));
  assert.deepEqual(await open(many, [page(2, "geysers")]).readWords("g"), ["glaciers"]);
});

test("words that five hundred papers have are known, with how many have them in any form", () => {
  const forms = ["model", "models", "sand"];
  const many = (count: number) => Array.from({ length: count }, (_, index) => page(1, forms[index % 3] ?? ""));
  assert.deepEqual([...open(many(747)).common], []);
  assert.deepEqual(
    [...open(many(375), many(375)).common],
    [
      ["model", 500],
      ["models", 500],
    ],
  );
});
