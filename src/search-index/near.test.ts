import assert from "node:assert/strict";
import { test } from "node:test";
import { openTables } from "../lib/search/tables.ts";
import { countNearFiles, makeNearFiles } from "./near.ts";

/** A bundle of papers whose ids are their keys; `related` says what their pages name. */
function bundle(ids: string[], related: Record<string, string> = {}) {
  return { papers: ids.map((id): [string, string] => [id, id]), related: Object.entries(related) };
}

function open(...bundles: ReturnType<typeof bundle>[]) {
  const contents = new Map<string, string>();
  const places = bundles.map(({ papers }, index) => {
    const files = makeNearFiles(bundles.slice(0, index + 1));
    for (const { name, content } of files) contents.set(`near-${index}/${name}`, content);
    return { folder: "", meta: "", papers: papers.length, near: `near-${index}`, nearFiles: files.length };
  });
  const start = { core: "", bundles: places, words: "", common: {} };
  const tables = openTables(start, async (name) => contents.get(name));
  return async (key: string) => (await tables.findNeighbours(key)).map((near) => near.key);
}

test("in a bundle, a paper's neighbours are those it names and those that name it, the most alike first", async () => {
  const near = open(bundle(["a1", "a2", "a3"], { a2: "a1 .4000", a3: "a1 .7000, a9 .9" }));
  assert.deepEqual(await near("0_a1"), ["0_a3", "0_a2"]);
  assert.deepEqual(await near("0_a2"), ["0_a1"]);
});

test("a paper names papers of older bundles, which do not name it; another with the same key is another", async () => {
  const near = open(bundle(["a1", "a2"], { a2: "a1 .4" }), {
    papers: [
      ["b1", "a1"],
      ["b2", "a2"],
    ],
    related: [["b1", "a1 .3, b2 .2"]],
  });
  assert.deepEqual(await near("0_a1"), ["0_a2"]);
  assert.deepEqual(await near("1_a1"), ["0_a1", "1_a2"]);
  assert.deepEqual(await near("1_a2"), ["1_a1"]);
  assert.deepEqual(await near("2_a1"), []);
});

test("every file that may be asked for is there, also when no paper falls into it", () => {
  const ids = Array.from({ length: 100 }, (_, index) => `${index.toString(16)}0`);
  assert.equal(makeNearFiles([bundle(ids)]).length, countNearFiles(100));
  assert.equal(countNearFiles(100), 7);
});
