import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { listIndexWords } from "./index-words.ts";
import { parseQuestionWords } from "./words.ts";

function sorted(token: string): string {
  return listIndexWords(token).sort().join(" ");
}

test("a token is found by its parts, by halves at a change of case, and by all of it", () => {
  assert.deepEqual(listIndexWords("Self-Search,"), ["self", "search", "selfsearch"]);
  assert.deepEqual(listIndexWords("DeepSeek-R1"), ["deepseek", "r1", "deep", "seek", "deepseekr1"]);
  assert.deepEqual(listIndexWords("—"), []);
});

test("short parts are words, and neighbouring parts are also one", () => {
  assert.equal(sorted("GPT-4o"), "4o gpt gpt4o");
  assert.equal(sorted("pre-fine-tuning"), "fine finetuning pre prefine prefinetuning tuning");
  assert.equal(sorted("Q&A"), "a q qa");
  // No word of its own, but an ending.
  assert.equal(sorted("DeepSeek's"), "deep deepseek seek");
  assert.equal(sorted("don’t"), "dont");
  assert.equal(sorted("O’Neil"), "neil o oneil");
});

test("signs are found by their names", () => {
  assert.equal(sorted("C++"), "c cplus cplusplus cpp plus plusplus");
  assert.equal(sorted("F#'s"), "f fsharp sharp");
  assert.equal(sorted(".NET"), "dot dotnet net");
  assert.equal(sorted("π0"), "0 pi pi0");
});

test("of a run every letter and every two in a row are words", () => {
  assert.equal(sorted("自我博弈"), "博 博弈 弈 我 我博 自 自我 自我博弈");
  assert.equal(sorted("학습을"), "습 습을 을 학 학습 학습을");
  assert.equal(sorted("GPT模型"), "gpt gpt模型 型 模 模型");
});

test("a token that is typed as it stands finds it", () => {
  const pieces = [
    "Ł",
    "fine",
    "R1",
    "τ",
    "π",
    "4",
    "ö",
    "博弈模型",
    "学",
    "C++",
    "A*",
    "_0",
    "-",
    "/",
    "'s",
    ".",
    "ไทย",
    "한국어",
    "GPT",
    "∞",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), (parts) => {
      const token = parts.join("");
      // A minus in front means what is not wanted, and what ends so is another's.
      fc.pre(!token.startsWith("-") && !token.includes("'s"));
      const own = listIndexWords(token);
      for (const { text, forms } of parseQuestionWords(token).words) {
        assert.ok(
          forms.some((form) => form.split(" ").every((part) => own.includes(part))),
          `${token}: ${text} is looked for as ${forms.join(", ")} among ${own.join(", ")}`,
        );
      }
    }),
    { numRuns: 1000 },
  );
});

test("every word of a token that is typed is among its words", () => {
  const tokens = [
    "GUI-R1",
    "supervised-fine-tuning-based",
    "CO₂",
    "Schölkopf",
    "(C++),",
    "β-VAE",
    "大语言模型",
    "ℓ₁",
    "v2.0",
  ];
  for (const token of tokens) {
    for (const typed of listIndexWords(token)) {
      const [word] = parseQuestionWords(typed).words;
      const own = listIndexWords(token);
      assert.ok(
        word?.forms.some((form) => form.split(" ").every((part) => own.includes(part))),
        `${token}: ${typed}`,
      );
    }
  }
});
