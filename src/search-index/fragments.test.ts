import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { entryOf } from "#scenes/index-samples.ts";
import { makeFragmentFolder, readFragment, readText, shareFragment, writeFragment } from "./fragments.ts";
import { PackedWriter } from "./packed.ts";

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

test("what is kept of a paper is written by its number, read again, and shared with another bundle", async () => {
  const [old, fresh] = [join(root, "old"), join(root, "fresh")];
  for (const folder of [old, fresh]) {
    mkdirSync(folder);
    makeFragmentFolder(folder);
  }
  const files = new PackedWriter();
  await writeFragment(files, old, 3, { near: "0 a", ...text });
  await files.finish();
  assert.deepEqual(readFragment(old, 3), { ...text, near: "0 a" });
  shareFragment(old, 3, fresh, 7);
  assert.deepEqual(readFragment(fresh, 7), readFragment(old, 3));
  const times = [join(old, "fragment", "3.pf_fragment"), join(fresh, "fragment", "7.pf_fragment")];
  assert.equal(statSync(times[0] ?? "").ino, statSync(times[1] ?? "").ino);
});
