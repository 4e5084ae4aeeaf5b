import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanName, cleanText, cleanTitle } from "./clean.ts";

/** Checks that texts come to this, and to nothing else when they are cleaned again. */
function assertTitles(cases: [source: string, title: string][]): void {
  for (const [source, title] of cases) {
    assert.equal(cleanTitle(source), title, source);
    assert.equal(cleanTitle(title), title, `again: ${title}`);
  }
}

test("Markup of publishers goes, its text stays, and scripts are small characters or mathematics.", () => {
  assertTitles([
    ["Effects of CO<sub>2</sub> on <i>E. coli</i> &amp; <scp>DNA</scp>", "Effects of CO₂ on E. coli & DNA"],
    ["<p>Purpose: <jats:title>Odd</jats:title></p>", "Purpose: Odd"],
    ["10<sup>-3</sup> m<sup>2</sup>, 5<sup>th</sup>, K<sub>ads</sub>", "10⁻³ m², 5th, K$_{\\text{ads}}$"],
    ["<mml:math><mml:mi>x</mml:mi></mml:math> and <span class='a'>b</span>", "x and b"],
    ["One<br/>two &#8211; three &lt;i&gt;four&lt;/i&gt; &amp;amp; &eacute;", "One two – three four & é"],
    ["Science {\\&}amp$\\mathsemicolon$ Technology \\&amp; R", "Science & Technology & R"],
  ]);
  assert.equal(cleanText("<jats:p>One.</jats:p><jats:p>Two.</jats:p>"), "One.\n\nTwo.");
  assert.equal(cleanName("Ann Quay<sup>1</sup>"), "Ann Quay");
});

test("What is no markup stays: tokens, comparisons, a lone tag, what is no entity.", () => {
  assertTitles(
    ["<think> and </think>", "x < y and y > x", "the token <b>", "AT&T; &foo; R&D", "2<d<4, <script>a</script>"].map(
      (text) => [text, text],
    ),
  );
  assertTitles([["{\\textless}think{\\textgreater} $<$eos$>$ and $x<y$", "<think> <eos> and $x<y$"]]);
});

test("TeX that a program damaged is repaired where it is sure.", () => {
  assertTitles([
    ["{sim}11% better, 7{times} faster and 3times smaller", "∼11% better, 7× faster and 3× smaller"],
    ["in 360^{circ} or 90^\\circ, 5.15{\\deg}", "in 360° or 90°, 5.15°"],
    ["DR^{3}-Harbour, the 5^{th}", "DR³-Harbour, the 5th"],
    ["costs \\1 million", "costs \\$1 million"],
    ["at https://a.example/b{this URL}.", "at https://a.example/b."],
    ["at https://a.example/b{https://a.example/b}", "at https://a.example/b"],
    ["at https://a.example/b{Harbour 2}, so", "at Harbour 2 (https://a.example/b), so"],
    [
      "O(n^{k}), {0,1}, x_{max}, sometimes, $x^{2}$ and $3times$",
      "O(n^{k}), {0,1}, x_{max}, sometimes, $x^{2}$ and $3times$",
    ],
  ]);
});

test("Characters by their numbers, scripts, phantoms and what has two forms are read.", () => {
  assertTitles([
    ['{\\mathchar`-}x {\\char"00E9} {\\char233} \\symbol{233} Caf^^e9', "-x é é é Café"],
    ["H\\textsubscript{2}O at 10\\textsuperscript{-3}", "H₂O at 10⁻³"],
    ["\\texorpdfstring{$\\alpha$}{alpha} and \\vphantom{x}gaps", "$\\alpha$ and gaps"],
    ["\\textsc{FRA\\\"ISS\\'E} and {\\ss} with $F_1$ of\\xspace", "FRAÏSSÉ and ß with $F_1$ of"],
  ]);
});
