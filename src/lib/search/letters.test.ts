import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nameSigns, spellOut } from "./letters.ts";
import { foldWord, splitParts } from "./words.ts";

test("letters fold to those that people type for them", () => {
  const folded = {
    łódź: "lodz",
    Weiß: "weiss",
    Yıldız: "yildiz",
    Şahin: "sahin",
    Đorđević: "dordevic",
    Ægir: "aegir",
    Þórsson: "thorsson",
    Sigurðardóttir: "sigurdardottir",
    Søren: "soren",
    Åland: "aland",
    "ﬁne-tuning": "finetuning",
    "CO₂": "co2",
    "S³": "s3",
    ＦＵＬＬ: "full",
    "ℓ₁": "l1",
    学習: "学習",
    がく: "がく",
    학습: "학습",
    мой: "мои",
  };
  for (const [word, expected] of Object.entries(folded)) assert.equal(foldWord(word), expected, word);
});

test("signs have the names that people type for them", () => {
  const named = {
    "τ-bench": "tau-bench",
    "β-VAE": "beta-VAE",
    ΔNet: "delta-Net",
    "2π": "2-pi",
    π0: "pi-0",
    π_0: "pi-0",
    "π₀": "pi-0",
    "αβ-CROWN": "alpha-beta-CROWN",
    "∞-Bench": "infinity-Bench",
    "№5": "No-5",
    "№ 5": "No-5",
    "(C++),": "C-plus-plus",
    "C#": "C-sharp",
    "F#.": "F-sharp",
    "A*": "A-star",
    "A∗": "A-star",
    "A^*": "A-star",
    ".NET": "dot-NET",
    ℓ_1: "l1",
    "4×": "4x",
  };
  for (const [text, expected] of Object.entries(named)) assert.equal(splitParts(text).join("-"), expected, text);
});

test("what is no sign by itself stays", () => {
  for (const text of ["Ελλάδα", "#42", "a+b", "5*3", "Ann*", "**bold**", "GPT_4", "ASP.NET", "3.5", "C"]) {
    assert.equal(nameSigns(text), text.normalize("NFKC"), text);
  }
});

test("marks are spelled out where some do", () => {
  assert.equal(spellOut("Schölkopf"), "Schoelkopf");
  assert.equal(spellOut("Ågård and SÖREN Ünal"), "aagaard and SoeREN uenal");
  assert.equal(spellOut("Sørensen"), "Soerensen");
  assert.equal(spellOut("Zoë Núñez"), "Zoë Núñez");
});

test("folding twice changes nothing more", () => {
  const letters = fc.constantFrom(..."aAzZöøßτΔς∞№+#*×.^_-−2₂ℓﬁ博がé\u0301 net".split(""));
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(letters).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(foldWord(foldWord(text)), foldWord(text));
    }),
    { numRuns: 1000 },
  );
});
