import assert from "node:assert/strict";
import { test } from "node:test";
import type { IndexStart } from "./bundles.ts";
import { encodeNeighbourKeys, nameNeighbours, nameWords, openTables } from "./tables.ts";

const neighbours = [
  { key: "1_5d6e7f8", likeness: 1 },
  { key: "0_0000001", likeness: 0.25 },
];

const place = { meta: "", papers: 40, nearFiles: 3 };
const start: IndexStart = {
  core: "",
  bundles: [
    { ...place, folder: "papers-0", near: "near-0" },
    { ...place, folder: "papers-1", near: "near-1" },
  ],
  words: "words-1",
  common: { model: 700 },
};

function makeFiles(read: string[] = []) {
  const files: Record<string, string> = {
    [`near-1/${nameNeighbours("1a2b3c4", 3)}`]: JSON.stringify({ "1a2b3c4": encodeNeighbourKeys(neighbours, 1) }),
    "words-1/m.json": JSON.stringify({ words: ["model"], acronyms: { moe: ["mixture of experts"] }, compounds: {} }),
    "papers-0/newest.json": JSON.stringify({
      runs: [
        [20250102, 1],
        [20250101, 2],
      ],
      keys: "b a c",
    }),
    "papers-1/newest.json": JSON.stringify({ runs: [[20260101, 1]], keys: "a" }),
    "papers-1/comments.json": JSON.stringify({ runs: [], keys: "" }),
  };
  return async (name: string) => {
    read.push(name);
    return files[name];
  };
}

test("neighbours are read as they were written, from the one file that has them", async () => {
  const read: string[] = [];
  const tables = openTables(start, makeFiles(read));
  const found = await tables.findNeighbours("1_1a2b3c4");
  assert.deepEqual(
    found.map(({ key }) => key),
    ["1_5d6e7f8", "0_0000001"],
  );
  for (const [index, { likeness }] of found.entries()) {
    assert.ok(Math.abs(likeness - (neighbours[index]?.likeness ?? 0)) < 0.001);
  }
  await tables.findNeighbours("1_1a2b3c4");
  assert.equal(read.length, 1);
});

test("words and acronyms are found by their first letter; what is not there is empty", async () => {
  const tables = openTables(start, makeFiles());
  assert.deepEqual((await tables.readWords("mixture")).acronyms, { moe: ["mixture of experts"] });
  assert.deepEqual(await tables.readWords("xylophone"), { words: [], acronyms: {}, compounds: {} });
  assert.deepEqual(await tables.findNeighbours("1_0000000"), []);
  assert.deepEqual(await tables.findNeighbours("7_0000000"), []);
  assert.deepEqual([...tables.common], [["model", 700]]);
  assert.equal(nameWords("学习"), nameWords("4o"));
});

test("an order gives each paper of all bundles its value, and is none where a file is missing", async () => {
  const tables = openTables(start, makeFiles());
  assert.deepEqual(Object.fromEntries(await tables.readOrder("newest")), {
    "0_b": 20250102,
    "0_a": 20250101,
    "0_c": 20250101,
    "1_a": 20260101,
  });
  await assert.rejects(tables.readOrder("comments"), /is not there/);
});

test("a file that could not be read is asked for again", async () => {
  const files = makeFiles();
  let isBroken = true;
  const tables = openTables(start, async (name) => {
    if (name.startsWith("words") && isBroken) throw new Error("offline");
    return files(name);
  });
  await assert.rejects(tables.readWords("model"));
  isBroken = false;
  assert.deepEqual((await tables.readWords("model")).words, ["model"]);
});
