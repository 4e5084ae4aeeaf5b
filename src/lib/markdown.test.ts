import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { listMarkupProblems, renderMarkdown } from "./markdown.ts";

test("Paragraphs, emphasis, links, lists and code become HTML.", () => {
  assert.equal(
    renderMarkdown("A *b* **c** [d](https://e.org/?f=1&g) `h`\n\n- i\n- j\n\n> k"),
    '<p>A <em>b</em> <strong>c</strong> <a href="https://e.org/?f=1&amp;g">d</a> <code>h</code></p>\n<ul>\n<li>i</li>\n<li>j</li>\n</ul>\n<blockquote>\n<p>k</p>\n</blockquote>',
  );
});

test("Raw HTML comes out as text.", () => {
  assert.equal(
    renderMarkdown("a <b onclick=x>c</b> <!-- d -->"),
    "<p>a &lt;b onclick=x&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>",
  );
  assert.equal(renderMarkdown("<script>\nalert(1)\n</script>").includes("<script"), false);
});

test("Links may lead to http, https and mailto; others lead nowhere, however they are written.", () => {
  for (const address of ["http://a.b", "https://a.b", "mailto:a@b.c"]) {
    assert.match(renderMarkdown(`[x](${address})`), new RegExp(`href="${address}"`));
  }
  const bad = [
    "[x](javascript:alert)",
    "[x](JavaScript:alert)",
    "[x](java&#115;cript:alert)",
    "[x](<java\tscript:alert>)",
    "<javascript:alert>",
    "[x][y]\n\n[y]: javascript:alert",
    "[x]\n\n[x]: data:text/html,a",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](vbscript:a)",
    "[x](relative)",
    "[x](/papers/)",
  ];
  for (const markdown of bad) assert.match(renderMarkdown(markdown), /^<p><a href="#">[^<]*<\/a><\/p>$/, markdown);
});

test("Images come out as their description.", () => {
  assert.equal(renderMarkdown("a ![b](c.png) ![d][e]\n\n[e]: https://f.g/h.png"), "<p>a b d</p>");
});

test("Tables, footnotes and tasks, which would bring styles, ids and controls, stay text.", () => {
  const html = renderMarkdown("| a |\n|:-:|\n| b |\n\n- [ ] c[^1]\n\n[^1]: d");
  assert.doesNotMatch(html, /<table|style=|id=|<input/);
});

test("Whatever the text, the HTML has neither other elements nor other addresses than allowed.", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "[",
    "]",
    "(",
    ")",
    "!",
    "*",
    "`",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "a",
    "javascript:",
    "script",
    "img",
    " onerror=",
    '"',
    "'",
    "&lt;",
    "&#58;",
    "\\",
    "/",
    "x:y",
    "<a href=",
    "<!--",
    "-->",
    "# ",
    "    ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = renderMarkdown(pieces.join(""));
      for (const [tag, name = ""] of html.matchAll(/<\/?([a-zA-Z!][a-zA-Z0-9-]*)?[^>]*>/g)) {
        assert.match(name, /^(p|em|strong|a|code|pre|ul|ol|li|blockquote|h[1-6]|hr|br)$/, `${tag} in ${html}`);
      }
      for (const [, address = ""] of html.matchAll(/<[a-z]+ href="([^"]*)"/g))
        assert.match(address, /^(#|https?:|mailto:|\/)/);
    }),
    { numRuns: 500 },
  );
});

test("What a digest may not hold is named with its line.", () => {
  const markdown =
    "a\n\n![pic](http://x/y.png)\n\n[a](javascript:1) [b](ftp://c)\n\n# Head\n\nb <b>c</b>\n\n[z]: data:x\n\n<div\nclass=x>";
  assert.deepEqual(
    listMarkupProblems(markdown).map(({ line, message, found }) => [line, message, found]),
    [
      [3, "the prose of a digest holds no images", "![pic]"],
      [5, "this link is not one that readers may follow", "javascript:1"],
      [5, "this link is not one that readers may follow", "ftp://c"],
      [7, "the prose of a digest holds no headings", "#"],
      [9, "the prose of a digest holds no HTML", "<b>"],
      [11, "this link is not one that readers may follow", "data:x"],
      [13, "the prose of a digest holds no HTML", "<div"],
    ],
  );
});

test("What the text writes in another way is told on its own line, too.", () => {
  const markdown = "a\n\n[b](javascript:1)\n\n[c](java&#115;cript:2)\n\n[d](javascript:1)";
  assert.deepEqual(
    listMarkupProblems(markdown).map(({ line, found }) => [line, found]),
    [
      [3, "javascript:1"],
      [5, "javascript:2"],
      [7, "javascript:1"],
    ],
  );
});

test("Every such problem says what is allowed and how to mend it.", () => {
  for (const problem of listMarkupProblems("<b>\n\n# a\n\n![b](c) [d](e:f)")) {
    assert.ok(problem.allowed && problem.mend, problem.message);
  }
});

test("A closing tag alone is told; with its opening one it is one fault.", () => {
  const list = (markdown: string) => listMarkupProblems(markdown).map(({ line, found }) => [line, found]);
  assert.deepEqual(list("a\nb </i> c"), [[2, "</i>"]]);
  assert.deepEqual(list("a <i>b\nc</i> d\n\n</b>"), [
    [1, "<i>"],
    [4, "</b>"],
  ]);
});

test("Signs that only look like HTML are no problem.", () => {
  for (const markdown of [
    "1 < 2 and 3 > 2",
    "`<b>`",
    "    <b>",
    "\\<b>",
    "<https://a.b>",
    "a <b",
    "[a](https://b.c)",
  ]) {
    assert.deepEqual(listMarkupProblems(markdown), [], markdown);
  }
});
