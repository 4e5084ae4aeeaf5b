import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { makeTerm, unpack } from "./pagefind-core.ts";

test("a term is in small letters, without punctuation, with and without accents", () => {
  assert.deepEqual(makeTerm("  Caf\u00e9s,  self-play (GPT_4)! "), {
    accented: "caf\u00e9s selfplay gpt_4",
    plain: "cafes selfplay gpt_4",
    isExact: false,
  });
});

test("quotation marks around all of a term mean that its words stand in a row", () => {
  assert.deepEqual(makeTerm('"self play"'), { accented: "self play", plain: "self play", isExact: true });
  assert.equal(makeTerm('a "self play"').isExact, false);
  assert.equal(makeTerm('""').isExact, false);
});

test("a file is unpacked, also one that the host has unpacked; another file is refused", async () => {
  const plain = Buffer.from("pagefind_dcdData");
  for (const bytes of [plain, gzipSync(plain)]) {
    assert.equal(new TextDecoder().decode(await unpack(new Uint8Array(bytes))), "Data");
  }
  await assert.rejects(unpack(new Uint8Array(gzipSync("something else"))), /no file of Pagefind's/);
});
