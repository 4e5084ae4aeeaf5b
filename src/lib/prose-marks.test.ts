import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { listMarkupProblems, renderMarkdown } from "./markdown.ts";
import { listSiteLinks } from "./prose-marks.ts";

test("Mathematics in prose is MathML, also where Markdown would read its signs; money and code stay.", () => {
  const html = renderMarkdown("*So* $a_1 * b_2 * c$ costs $5 or \\$6, `$x$` not; $$\\frac{a}{b}$$");
  assert.match(
    html,
    /^<p><em>So<\/em> <math>.*<\/math> costs \$5 or \$6, <code>\$x\$<\/code> not; <span class="maths own-line" tabindex="0" role="group" aria-label="Formula">/,
  );
  assert.equal(html.match(/<math/g)?.length, 2);
  assert.doesNotMatch(html, /[\ue000-\uf8ff]/);
});

test("Links between pages of the site are links, with words of their own or without; code and escaped brackets stay.", () => {
  assert.equal(
    renderMarkdown("See [[2510.18821]], [[2510.18821|the *first*]] and [[tag:self-play]]. `[[a]]` \\[\\[b]]"),
    '<p>See <a href="/papers/2510.18821/">2510.18821</a>, <a href="/papers/2510.18821/">the *first*</a> and ' +
      '<a href="/tags/self-play/">self-play</a>. <code>[[a]]</code> [[b]]</p>',
  );
  const names = { "2510.18821": "A $k$-th & <last>", "tag:self-play": "Self-play", "2510.1": "Other" };
  assert.equal(
    renderMarkdown("[[2510.18821]] [[tag:self-play]] [[2510.18821|own]] [[constructor]]", names).replaceAll(
      /<math.*?<\/math>/g,
      "k",
    ),
    '<p><a href="/papers/2510.18821/">A k-th &amp; &lt;last&gt;</a> <a href="/tags/self-play/">Self-play</a> ' +
      '<a href="/papers/2510.18821/">own</a> <a href="/papers/constructor/">constructor</a></p>',
  );
  assert.deepEqual(listSiteLinks("One\n\n[[doi:10.9999/a|words]] and\n[[tag: planning ]] [[ ]]"), [
    { kind: "paper", id: "doi:10.9999/a", words: "words", line: 3 },
    { kind: "tag", id: "planning", line: 4 },
  ]);
});

test("Mathematics that is not understood is told with its line and a cure.", () => {
  assert.deepEqual(listMarkupProblems("Good $x^2$.\n\nBad $\\nosuchcommand{x}$, `$\\nosuchcommand$`."), [
    {
      line: 3,
      message: "this mathematics is not understood, so it cannot be shown",
      found: "$\\nosuchcommand{x}$",
      allowed: "TeX as in titles, between dollar signs",
      mend: "write it in other commands or in words; a dollar sign that is money is \\$",
    },
  ]);
});

test("A link of ours within another link is refused.", () => {
  assert.deepEqual(
    listMarkupProblems("[see [[2510.18821|it]] there](https://a.example)").map(({ message }) => message),
    ["a link to a page of ours stands within another link"],
  );
});

test("Whatever stands in a formula or a link comes out as text, and marks in addresses and titles as they were written.", () => {
  assert.doesNotMatch(
    renderMarkdown('[[<img src=x>|<script>]] $<script>$ [a](https://a.example/$x$ "$y$")'),
    /<(script|img)/,
  );
  assert.match(renderMarkdown("```$[[$<b>"), /^<pre><code class="language-\$\[\[\$[^"]*"><\/code><\/pre>$/);
  assert.match(renderMarkdown("[a](https://a.example/$x$)"), /href="https:\/\/a\.example\/\$x\$"/);
  const part = fc.constantFrom(
    "$",
    "$$",
    "[[",
    "]]",
    "|",
    "`",
    "``",
    "x",
    " ",
    "\n",
    "\\",
    "tag:a",
    "[a](",
    ")",
    "<b>",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      // Within an attribute, as that for the language of code, a sign opens no element.
      const html = renderMarkdown(parts.join("")).replaceAll(/="[^"]*"/g, "");
      assert.doesNotMatch(html, /<b>|[\ue000-\uf8ff]/);
    }),
    { numRuns: 1000 },
  );
});
