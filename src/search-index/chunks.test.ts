import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { encode } from "cborg";
import { entryOf, listSamplePapers, makePage, writePages } from "#scenes/index-samples.ts";
import { buildSearchIndex } from "#scenes/indexed-site.ts";
import { openSearchIndex } from "#scenes/opened-index.ts";
import { packFile, readPacked } from "./packed.ts";
import type { IndexedWord } from "./postings.ts";
import { openFresh } from "./source.ts";

// Inside the project: renames fail between file systems.
mkdirSync(".cache", { recursive: true });
const root = mkdtempSync(join(".cache", "search-index-"));
after(() => rmSync(root, { recursive: true, force: true }));

/** A word of seven letters for each number, with accents in some. */
function wordOf(number: number): string {
  const letters = number.toString(4).padStart(7, "0");
  return [...letters].map((digit) => "bk\u00e9z".charAt(Number(digit))).join("");
}

/** Each page has every fiftieth of 5,000 words, and one word that all have. */
function listPages(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 50 }, (_, page) => {
      const words = Array.from({ length: 100 }, (_, index) => wordOf(50 * index + page));
      const id = `2601.${String(10000 + page)}`;
      return [`papers/${id}`, makePage(entryOf(id, `Paper ${page}`), `<p>${words.join(" ")} shared</p>`)];
    }),
  );
}

test("of an index in small chunks every word is found where it stands", async () => {
  const site = writePages(join(root, "site"), listPages());
  await buildSearchIndex(site, listSamplePapers(site));
  const files = readdirSync(join(site, "pagefind"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".pf_index"),
  );
  assert.ok(files.length > 5, String(files.length));
  for (const name of files) {
    assert.ok(readPacked(join(site, "pagefind", name)).length < 15_000, name);
  }
  const engine = await openSearchIndex(site);
  for (let number = 0; number < 5000; number += 37) {
    const hits = await engine.search(`"${wordOf(number)}"`, "fused");
    const titles = await Promise.all(hits.map(async (hit) => (await hit.load()).entry.title));
    assert.deepEqual(titles, [`Paper ${number % 50}`], wordOf(number));
  }
  const hits = await engine.search("shared", "fused");
  assert.equal(hits.length, 50);
});

test("an index of another form is refused", async () => {
  const read = async (meta: string | Uint8Array, chunk: string | Uint8Array): Promise<IndexedWord[]> => {
    const files = new Map([
      ["pagefind.en_a.pf_meta", await packFile(Buffer.from(meta))],
      ["index/en_a.pf_index", await packFile(Buffer.from(chunk))],
    ]);
    return [...openFresh(files, new Map()).listWords()];
  };
  const refuse = async (meta: string | Uint8Array, chunk: string | Uint8Array): Promise<void> => {
    await assert.rejects(read(meta, chunk), /another form than the one that is known/);
  };
  const word = ["word", [], []];
  const meta = encode(["1.6.0", [], [["a", "b", "en_a"]], [], [], []]);
  for (const bytes of ["", "{}", "\u{1}"]) await refuse(meta, bytes);
  for (const item of [7, true, {}, "word"]) await refuse(meta, encode(item));
  await refuse(meta, encode([[], []]));
  await refuse(meta, encode([[[7]]]));
  for (const other of [["word"], ["word", []], [1, [], []], "word", ["word", [], [], []], ["word", "pages", []]]) {
    await refuse(meta, encode([[other]]));
  }
  for (const pages of [[[0, []]], [["a", [], []]], [[0, 1, []]], [[0, [true], []]], [[0, [], [0.5]]], "pages", [7]]) {
    await refuse(meta, encode([[["word", pages, []]]]));
    await refuse(meta, encode([[["word", [], [["wörd", pages]]]]]));
  }
  await refuse(meta, encode([[word, ["ward", [], []]]]));
  await refuse("{}", encode([[word]]));
  await refuse(encode([1, 2, 3]), encode([[word]]));
  await refuse(encode(["1.6.0", [], [["a", "b", "en_b"]], [], [], []]), encode([[word]]));
  await refuse(encode(["1.6.0", [["en_b", 3]], [], [], [], []]), encode([[word]]));
  assert.throws(() => openFresh(new Map(), new Map()), /another form/);
  assert.equal((await read(meta, encode([[word]]))).length, 1);
});
