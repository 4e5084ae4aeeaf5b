import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { renderPassage, renderText, toPlainText } from "./render.ts";

test("Text is text, and a dollar sign that a backslash precedes is one.", () => {
  assert.equal(
    renderText(`<script>alert("1")</script> & 'x' for \\$5, 2<d<4`),
    "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; for $5, 2&lt;d&lt;4",
  );
  assert.equal(toPlainText("\\$5 & <b>"), "$5 & <b>");
});

test("Formulas become MathML.", () => {
  const cases = [
    ["$\\frac{a}{b}$", "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"],
    ["$x_i^2$", "<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>"],
    ["$\\mathbb{R}^n$", "<math><msup><mi>ℝ</mi><mi>n</mi></msup></math>"],
    ["$\\mathbbm{1}$", "<math><mn>𝟙</mn></math>"],
    ["$\\text{if } \\mbox{a}$", "<math><mrow><mtext>if\u00a0</mtext><mtext>a</mtext></mrow></math>"],
    ["$a<b$", "<math><mrow><mi>a</mi><mo>&lt;</mo></mrow><mrow><mi>b</mi></mrow></math>"],
    [
      "$\\begin{matrix}a&b\\end{matrix}$",
      '<span class="maths"><math><mtable><mtr><mtd class="tml-pl0"><mi>a</mi></mtd><mtd class="tml-pr0"><mi>b</mi></mtd></mtr></mtable></math></span>',
    ],
    ["$$x$$", '<span class="maths own-line"><math display="block"><mi>x</mi></math></span>'],
    ["$\\color{red}x$", "<math><mrow><mi>x</mi></mrow></math>"],
    [
      "$\\prescript{14}{}{C}$",
      "<math><mmultiscripts><mi>C</mi><mprescripts></mprescripts><mrow></mrow><mn>14</mn></mmultiscripts></math>",
    ],
    ["$\\overline{x}$", '<math><mrow class="tml-overline"><mi>x</mi></mrow></math>'],
  ] as const;
  for (const [text, expected] of cases) assert.equal(renderText(text), expected, text);
});

test("A formula that cannot be read, or would change its meaning, is shown as its source.", () => {
  const sources = [
    "\\unheardof{x}",
    "\\frac{a}",
    "\\cancel{x}",
    "\\href{javascript:alert(1)}{x}",
    "\\includegraphics{https://a.example/x.png}",
    "\\class{a}{b}",
    "\\style{color:red}{x}",
    "\\def\\a{\\a\\a}\\a",
    "x".repeat(2001),
  ];
  for (const source of sources) assert.equal(renderText(`$${source}$`), `$${source}$`, source);
  assert.equal(toPlainText("a $\\unheardof{x}$ b"), "a \\unheardof{x} b");
});

test("In plain characters a formula is written in Unicode where that can be read.", () => {
  const cases = [
    ["$\\alpha$-GAN, $10\\times$", "α-GAN, 10×"],
    ["$x^2$, $W_1$, $x_{i,j}$, $L_2^n$, $x^{-1}$", "x², W₁, x_(i,j), L₂ⁿ, x⁻¹"],
    ["$\\mathcal{O}(n\\log n)$ of $\\mathbb{R}^n$", "O(n log n) of ℝⁿ"],
    ["$\\frac{a+1}{b}$, $\\sqrt{2}$, $\\hat{x}$", "(a+1)/b, √2, x̂"],
    ["$\\sim$80\\$, $90^\\circ$", "∼80$, 90°"],
    ["$\\prescript{14}{6}{C}$, $\\sideset{_a}{_i^2}\\sum$", "₆¹⁴C, ₐ∑ᵢ²"],
    ["$\\phantom{x}y\\mathstrut$", "y"],
    ["$\\begin{matrix}a\\end{matrix}$", "\\begin{matrix}a\\end{matrix}"],
  ] as const;
  for (const [text, expected] of cases) assert.equal(toPlainText(text), expected, text);
});

/** Tags in HTML, each as it is written. */
function listTags(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

/** What a text of a record may put on a page: elements of MathML with harmless attributes, and one span of ours. */
const HARMLESS =
  /^<\/?(?:span|math|m(?:frac|i|multiscripts|n|o|over|padded|phantom|prescripts|root|row|space|sqrt|style|sub|subsup|sup|table|td|text|tr|under|underover))(?: (?:class|display|displaystyle|fence|form|stretchy|separator|symmetric|[lr]space|width|height|depth|voffset|linethickness|movablelimits|largeop|minsize|maxsize|scriptlevel|accent|accentunder|mathvariant)="[\w .+%-]*")*>$/;

test("Whatever a text holds, nothing but harmless elements comes of it.", () => {
  const pieces =
    "$|$$|\\$|<script>|</script>|<img src=x onerror=alert(1)>|\"|'|&|&lt;|javascript:alert(1)|\\href{|\\url{|\\style{color:red}|" +
    "\\class{x}|\\id{x}|\\data{x=1}|\\includegraphics{x}|\\text{|\\frac{a}{|\\sqrt{|\\color{red}|\\colorbox{red}{|\\rule{9em}{9em}|" +
    "\\hspace{9em}|\\raisebox{3em}{|\\boxed{|\\tag{|\\char`<|\\unicode{60}|\\def\\x{|\\x|{|}|x|^|_|\\begin{array}{c|c}|&b\\\\\\hline |\\end{array}|\\hat{|\\%";
  const text = fc.array(fc.constantFrom(...pieces.split("|")), { maxLength: 14 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((source) => `$${source}$`),
        fc.string({ unit: "binary" }),
      ),
      (source) => {
        for (const tag of listTags(renderText(source))) assert.match(tag, HARMLESS);
      },
    ),
    { numRuns: 4000 },
  );
});

test("Every class that formulas bear is known to the style sheet.", () => {
  const css = readFileSync(new URL("../../styles/math.css", import.meta.url), "utf8");
  const html = renderText(
    "$\\hat{x}\\vec{v}\\boxed{a}\\overline{a}\\underline{b}\\frac{\\frac ab}c$ $$\\begin{array}{l|r}\\hline a&b\\\\\\hline c&d\\end{array}\\begin{cases}a&b\\end{cases}\\substack{a\\\\b}\\begin{smallmatrix}a&b\\end{smallmatrix}\\begin{aligned}a&=b\\end{aligned}$$",
  );
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" ")));
  assert.ok(classes.size > 10, [...classes].join(" "));
  for (const name of classes) assert.ok(new RegExp(`\\.${name}\\b`).test(css), name);
});

test("Where a text is read and leads nowhere, a formula on a line of its own can have the focus.", () => {
  assert.match(
    renderPassage("So $$x$$ and $y$."),
    /^So <span class="maths own-line" tabindex="0" role="group" aria-label="Formula"><math/,
  );
  assert.doesNotMatch(renderPassage("So $y$."), /tabindex/);
});
