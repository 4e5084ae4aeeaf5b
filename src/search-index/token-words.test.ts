import assert from "node:assert/strict";
import { test } from "node:test";
import { listAddedWords } from "./token-words.ts";

test("nothing is added for words that are Pagefind's own", () => {
  assert.deepEqual(listAddedWords(["Agents", "(agents),", "DeepSeek", "model's", "42.", "“"]), [
    [],
    [],
    [],
    [],
    [],
    [],
  ]);
});

test("a name may be written without its space, and a sign between two words parts no row", () => {
  assert.ok(listAddedWords(["李", "明,"])[0]?.includes("李明"));
  assert.ok(!listAddedWords(["明,", "王"])[0]?.includes("明王"));
  assert.deepEqual(listAddedWords(["train", "&", "test"])[1], ["test"]);
  assert.deepEqual(listAddedWords(["train", ".", "test"])[1], []);
});
