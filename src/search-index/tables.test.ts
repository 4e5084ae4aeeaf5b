import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { openTables } from "../lib/search/tables.ts";
import { type IndexedPage, makeTables, readFragment } from "./tables.ts";

function page(number: number, content: string): IndexedPage {
  return { key: `en_000000${number}`, content, meta: { title: "", id: `p${number}`, entry: "!$" } };
}

const pages = [
  page(1, "Reinforcement learning with verifiable rewards (RLVR) for volcanoes."),
  page(2, "Volcanoes sleep."),
  page(3, "Glaciers move."),
];

function open(related: Record<string, string>, list = pages) {
  const files = new Map(makeTables(list, new Map(Object.entries(related))).map(({ name, content }) => [name, content]));
  return openTables(async (name) => files.get(name));
}

test("a paper's neighbours are those it names and those that name it, the most alike first", async () => {
  const tables = await open({ p2: "p1 .4000", p3: "p1 .7000, p9 .9" });
  const near = async (number: number) =>
    (await tables.findNeighbours(`en_000000${number}`)).map(({ key }) => key.at(-1));
  assert.deepEqual(await near(1), ["3", "2"]);
  assert.deepEqual(await near(2), ["1"]);
});

test("words stand by their first letter, those of most papers first, and acronyms with their long forms", async () => {
  const tables = await open({});
  assert.deepEqual((await tables.readWords("v")).words, ["volcanoes", "verifiable"]);
  assert.deepEqual((await tables.readWords("rlvr")).acronyms, {
    rlvr: ["reinforcement learning with verifiable rewards"],
  });
});

test("every file that may be asked for is there", async () => {
  const names = makeTables(pages, new Map()).map(({ name }) => name);
  for (const beginning of "abcdefghijklmnopqrstuvwxyz0") {
    assert.ok(
      names.some((name) => name.startsWith(`words-${beginning}.`)),
      beginning,
    );
  }
  const many = Array.from({ length: 100 }, (_, index) => ({ ...page(1, "sand"), key: `en_${index.toString(16)}0` }));
  const shards = makeTables(many, new Map()).filter(({ name }) => name.startsWith("neighbours-"));
  assert.equal(shards.length, Math.ceil(100 / 16));
});

test("among a thousand papers a word of one paper only is left out", async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    ...page(1, index < 2 ? "glaciers" : "sand"),
    key: `en_${index}`,
  }));
  const tables = await open({}, [...many, page(2, "geysers")]);
  assert.deepEqual((await tables.readWords("g")).words, ["glaciers"]);
});

test("words that five hundred papers have are known, with how many have them in any form", async () => {
  const forms = ["model", "models", "sand"];
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...page(1, forms[index % 3] ?? ""), key: `en_${index}` }));
  assert.deepEqual([...(await open({}, many(747))).common], []);
  assert.deepEqual(
    [...(await open({}, many(750))).common],
    [
      ["model", 500],
      ["models", 500],
    ],
  );
});

test("names of files change when their content does, and only then", () => {
  const names = (list: IndexedPage[]) => makeTables(list, new Map()).map(({ name }) => name);
  assert.deepEqual(names(pages), names([...pages].reverse()));
  assert.notDeepEqual(names(pages), names([...pages, page(4, "volcanoes")]));
});

test("a fragment of Pagefind's is read, another file of its is not", () => {
  const bytes = gzipSync(`pagefind_dcd${JSON.stringify({ url: "/", content: "Text", meta: { id: "p1" } })}`);
  assert.deepEqual(readFragment("fragment/en_1a2b3c4.pf_fragment", bytes), {
    key: "en_1a2b3c4",
    content: "Text",
    meta: { id: "p1" },
  });
  assert.equal(readFragment("index/en_1a2b3c4.pf_index", bytes), undefined);
});
