import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeNeighbourKeys, NO_TABLES, nameNeighbours, nameWords, openTables } from "./tables.ts";

const neighbours = [
  { key: "en_5d6e7f8", likeness: 1 },
  { key: "en_0000001", likeness: 0.25 },
];

function makeFiles(read: string[] = []) {
  const files: Record<string, string> = {
    "start.json": JSON.stringify({ version: "abc", neighbourShards: 3, common: { model: 700 } }),
    [nameNeighbours("en_1a2b3c4", 3, "abc")]: JSON.stringify({ en_1a2b3c4: encodeNeighbourKeys(neighbours) }),
    "words-m.abc.json": JSON.stringify({ words: ["model"], acronyms: { moe: ["mixture of experts"] } }),
  };
  return async (name: string) => {
    read.push(name);
    return files[name];
  };
}

test("neighbours are read as they were written, from the one file that has them", async () => {
  const read: string[] = [];
  const tables = await openTables(makeFiles(read));
  const found = await tables.findNeighbours("en_1a2b3c4");
  assert.deepEqual(
    found.map(({ key }) => key),
    ["en_5d6e7f8", "en_0000001"],
  );
  for (const [index, { likeness }] of found.entries()) {
    assert.ok(Math.abs(likeness - (neighbours[index]?.likeness ?? 0)) < 0.001);
  }
  await tables.findNeighbours("en_1a2b3c4");
  assert.equal(read.length, 2);
});

test("words and acronyms are found by their first letter; what is not there is empty", async () => {
  const tables = await openTables(makeFiles());
  assert.deepEqual((await tables.readWords("mixture")).acronyms, { moe: ["mixture of experts"] });
  assert.deepEqual(await tables.readWords("xylophone"), { words: [], acronyms: {} });
  assert.deepEqual(await tables.findNeighbours("en_0000000"), []);
  assert.deepEqual([...tables.common], [["model", 700]]);
  assert.equal(nameWords("学习", "v"), nameWords("4o", "v"));
});

test("without tables search goes on without", async () => {
  assert.equal(await openTables(async () => undefined), NO_TABLES);
});

test("a file that could not be read is asked for again", async () => {
  const files = makeFiles();
  let isBroken = true;
  const tables = await openTables(async (name) => {
    if (name.startsWith("words") && isBroken) throw new Error("offline");
    return files(name);
  });
  await assert.rejects(tables.readWords("model"));
  isBroken = false;
  assert.deepEqual((await tables.readWords("model")).words, ["model"]);
});
