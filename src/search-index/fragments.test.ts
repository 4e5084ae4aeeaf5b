import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf } from "#scenes/index-samples.ts";
import { readFragment, readText } from "./fragments.ts";
import { joinIndexes, type KeptNear } from "./join.ts";
import { keysOf } from "./orders.ts";
import type { BundleData, IndexSource } from "./source.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

function makeBytes(id: string): Buffer {
  const meta = { id, title: "Tides", authors: "Ada Example" };
  return Buffer.from(JSON.stringify({ url: "/", content: "Text", meta }));
}

const text = {
  content: "Text",
  entry: entryOf("p1", "Tides"),
  title: "Tides",
  authors: "Ada Example",
  topics: "",
  words: "",
};

test("what Pagefind writes of a page is read, with the entry that the build has of its paper", () => {
  const entries = new Map([["p1", text.entry]]);
  assert.deepEqual(readText(makeBytes("p1"), entries), text);
  assert.equal(readText(makeBytes("p2"), entries), undefined);
});

test("what is kept of a paper is written by its number, read again, and shared with another bundle while it is the same", async () => {
  const [old, fresh] = [join(root, "old"), join(root, "fresh")];
  for (const folder of [old, fresh]) mkdirSync(folder);
  const near: KeptNear[] = ["0 a", "1 b"].map((own) => ({ text: own, key: own }));
  const keys = [keysOf(text.entry), keysOf(text.entry)];
  const source: IndexSource = {
    version: "",
    counts: [1, 1],
    fields: [],
    keys,
    listWords: () => [],
    textOf: () => text,
  };
  await joinIndexes(old, [{ source, numbers: Int32Array.of(0, 1) }], near);
  assert.deepEqual(readFragment(old, 1), { ...text, near: "1 b" });
  const data: BundleData = {
    papers: [],
    pages: [],
    near: ["0 a", "1 b"],
    months: [],
    words: { papers: 0, words: [], stems: [], acronyms: [], compounds: [] },
  };
  const kept = { ...source, kept: { folder: old, data } };
  await joinIndexes(
    fresh,
    [{ source: kept, numbers: Int32Array.of(1, 0) }],
    [{ text: "2 c", key: "2 c" }, ...near.slice(0, 1)],
  );
  assert.deepEqual(readFragment(fresh, 0), { ...text, near: "2 c" });
  assert.deepEqual(readFragment(fresh, 1), readFragment(old, 0));
  const inodeOf = (folder: string, number: number): number =>
    statSync(join(folder, "fragment", `${number}.pf_fragment`)).ino;
  assert.equal(inodeOf(fresh, 1), inodeOf(old, 0));
  assert.notEqual(inodeOf(fresh, 0), inodeOf(old, 1));
});
