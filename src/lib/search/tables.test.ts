import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryView } from "../papers/entry.ts";
import type { IndexStart } from "./bundles.ts";
import { nameWords, openTables, ordersOf } from "./tables.ts";

const start: IndexStart = {
  core: "",
  bundles: [
    { folder: "papers-0", papers: 4 },
    { folder: "papers-1", papers: 1 },
  ],
  words: "words-1",
  common: { model: 700 },
};

const forms = { acronyms: { moe: ["mixture of experts"] }, compounds: { selfplay: "self play" } };

function makeFiles(read: string[] = []) {
  const files: Record<string, string> = {
    "words-1/m.json": JSON.stringify(["model"]),
    "words-1/forms.json": JSON.stringify(forms),
    "papers-0/newest.json": JSON.stringify([20250101, 20250102, 0, 20250101]),
    "papers-1/newest.json": JSON.stringify([20260101]),
    "papers-0/comments.json": JSON.stringify([0, -1, 3, -1]),
  };
  return async (name: string) => {
    read.push(name);
    return files[name];
  };
}

test("acronyms and compounds come from one file, once", async () => {
  const read: string[] = [];
  const tables = openTables(start, makeFiles(read));
  const { acronyms, compounds } = await tables.readForms();
  assert.deepEqual([...acronyms], [["moe", ["mixture of experts"]]]);
  assert.deepEqual([...compounds], [["selfplay", "self play"]]);
  await tables.readForms();
  assert.deepEqual(read, ["words-1/forms.json"]);
});

test("words are found by their first letter; what is not there is empty", async () => {
  const tables = openTables(start, makeFiles());
  assert.deepEqual(await tables.readWords("mixture"), ["model"]);
  assert.deepEqual(await tables.readWords("xylophone"), []);
  assert.deepEqual([...tables.common], [["model", 700]]);
  assert.equal(nameWords("学习"), nameWords("4o"));
});

test("an order gives each paper of all bundles its value, and is none where a file is missing", async () => {
  const tables = openTables(start, makeFiles());
  assert.deepEqual(Object.fromEntries(await tables.readOrder("newest")), {
    "0_0": 20250101,
    "0_1": 20250102,
    "0_2": 0,
    "0_3": 20250101,
    "1_0": 20260101,
  });
  await assert.rejects(tables.readOrder("comments"), /is not there/);
  const one = openTables({ ...start, bundles: start.bundles.slice(0, 1) }, makeFiles());
  assert.deepEqual(Object.fromEntries(await one.readOrder("comments")), {
    "0_0": 0,
    "0_1": -1,
    "0_2": 3,
    "0_3": -1,
  });
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
  assert.deepEqual(await tables.readWords("model"), ["model"]);
});

const bare: EntryView = {
  id: "2510.00001",
  href: "/papers/2510.00001/",
  title: "A title",
  byline: "authors unknown",
  topics: [],
  isTopicsAssigned: false,
  isWithdrawn: false,
};

test("every paper has every sort key; a paper without a date has the month of its id", () => {
  assert.deepEqual(ordersOf({ ...bare, published: "2025-10-21", comments: { count: 0 } }), {
    newest: 20251021,
    comments: 0,
  });
  assert.deepEqual(ordersOf(bare), { newest: 20251001, comments: -1 });
  assert.deepEqual(ordersOf({ ...bare, id: "doi:10.1000/x" }), { newest: 0, comments: -1 });
});
