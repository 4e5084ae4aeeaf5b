import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { escapeLatex, escapeTitle } from "./latex.ts";

test("characters with a meaning in LaTeX are escaped, letters outside ASCII are not", () => {
  assert.equal(escapeLatex("100% of R&D, #1 at $5_000"), "100\\% of R\\&D, \\#1 at \\$5\\_000");
  assert.equal(escapeLatex("~ ^ \\"), "\\textasciitilde{} \\textasciicircum{} \\textbackslash{}");
  assert.equal(escapeLatex("{a} }"), "\\textbraceleft{}a\\textbraceright{} \\textbraceright{}");
  assert.equal(escapeLatex("Poincaré, 陈"), "Poincaré, 陈");
});

test("white space is collapsed and control characters are left out", () => {
  assert.equal(escapeLatex(" a\n\tb\u0000c "), "a bc");
});

test("mathematics stays as it is", () => {
  assert.equal(escapeLatex("An $O(n^{2})$ bound & $\\alpha_1$"), "An $O(n^{2})$ bound \\& $\\alpha_1$");
});

test("money is not mathematics", () => {
  assert.equal(escapeLatex("$5 and $10_a"), "\\$5 and \\$10\\_a");
  assert.equal(escapeLatex("a $5-$10 range"), "a \\$5-\\$10 range");
});

test("a dollar sign that the record escapes is escaped once, and a digit may follow a command", () => {
  assert.equal(escapeLatex("\\$5 for $x$"), "\\$5 for $x$");
  assert.equal(escapeTitle("$\\sim$80 GPUs at \\$5"), "$\\sim$80 {GPUs} at \\$5");
});

test("mathematics is mended where BibTeX would lose count of braces or LaTeX would read a comment", () => {
  assert.equal(escapeLatex("$\\{x$"), "$\\lbrace{}x$");
  assert.equal(escapeLatex("$5%x$"), "$5\\%x$");
  assert.equal(escapeLatex("$a}{b$"), "\\$a\\textbraceright{}\\textbraceleft{}b\\$");
});

test("words whose capitals are their own are protected in titles", () => {
  assert.equal(escapeTitle("SPIRAL: Self-Play for LLMs"), "{SPIRAL}: Self-Play for {LLMs}");
  assert.equal(escapeTitle("A ReST-MCTS* with R1 and vitamin C"), "A {ReST}-{MCTS}* with {R1} and vitamin {C}");
  assert.equal(escapeTitle("From 14M+ requests: Qwen2"), "From {14M}+ requests: {Qwen2}");
  assert.equal(escapeTitle("AN OLD TITLE"), "AN OLD TITLE");
  assert.equal(escapeTitle("On $NP$ and NP"), "On $NP$ and {NP}");
});

test("whatever the text, braces stay balanced as BibTeX counts them", () => {
  const text = fc.string({ unit: fc.constantFrom("{", "}", "\\", "$", "a", "B", "%", " ", "2", "_") });
  fc.assert(
    fc.property(text, (title) => {
      for (const field of [escapeTitle(title), escapeLatex(title)]) {
        let depth = 0;
        for (const character of field) {
          depth += character === "{" ? 1 : character === "}" ? -1 : 0;
          assert.ok(depth >= 0);
        }
        assert.equal(depth, 0);
      }
    }),
    { numRuns: 3000 },
  );
});
