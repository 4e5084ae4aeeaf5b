import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { encodeEntry } from "../lib/search/index-format.ts";
import { readFragment, readFragments, writeFragments } from "./fragments.ts";
import { readPacked, writePacked } from "./packed.ts";
import { entryOf } from "./samples.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

function makeBytes(id: string): Buffer {
  const meta = { id, title: "Tides", entry: encodeEntry(entryOf(id, "Tides")), authors: "Ada Example" };
  return Buffer.from(JSON.stringify({ url: "/", content: "Text", meta }));
}

test("a fragment of Pagefind's is read, with its name", () => {
  const { name, id, content, entry } = readFragment("en_1a2b3c4.pf_fragment", makeBytes("p1"));
  assert.deepEqual([name, id, content, entry], ["en_1a2b3c4", "p1", "Text", entryOf("p1", "Tides")]);
});

test("fragments come in the order of their papers, and are written by their numbers", () => {
  mkdirSync(join(root, "fragment"));
  for (const [name, id] of [
    ["en_a", "p2"],
    ["en_b", "p9"],
    ["en_c", "p1"],
  ] as const) {
    writePacked(join(root, "fragment", `${name}.pf_fragment`), makeBytes(id));
  }
  const pages = readFragments(root, ["p1", "p2", "p5", "p9"]);
  assert.deepEqual(
    pages.map(({ id }) => id),
    ["p1", "p2", "p9"],
  );
  writeFragments(root, pages, ["1 a", "", "0 a"]);
  assert.deepEqual(
    readdirSync(join(root, "fragment")).sort(),
    ["0", "1", "2"].map((name) => `${name}.pf_fragment`),
  );
  assert.deepEqual(JSON.parse(readPacked(join(root, "fragment", "2.pf_fragment")).toString("utf8")), {
    content: "Text",
    entry: entryOf("p9", "Tides"),
    title: "Tides",
    authors: "Ada Example",
    topics: "",
    words: "",
    near: "0 a",
  });
});
