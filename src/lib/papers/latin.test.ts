import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldLatin } from "./latin.ts";

test("marks leave Latin letters, and letters that Unicode does not split get their usual form", () => {
  assert.equal(foldLatin("Łukasz Müller-Østergård"), "lukasz muller-ostergard");
  assert.equal(
    foldLatin("Straße, Æsir, œuvre, Đặng, Þór, ılgın, İlker"),
    "strasse, aesir, oeuvre, dang, thor, ilgin, ilker",
  );
  assert.equal(foldLatin("ﬁne Ａ２"), "fine a2");
});

test("letters of other scripts keep the marks that belong to them", () => {
  for (const word of ["йод", "がく", "हिन्दी", "한글", "άλφα"]) assert.equal(foldLatin(word), word);
});

test("folding a folded text changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      assert.equal(foldLatin(foldLatin(text)), foldLatin(text));
    }),
  );
});
