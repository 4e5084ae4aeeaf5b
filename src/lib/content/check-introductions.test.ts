import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SAMPLE_EDITION } from "#scenes/content-samples.ts";
import type { Problem } from "../errors.ts";
import { checkEditions } from "./check-editions.ts";
import { PAGE_IDS } from "./introduction.ts";
import { parseEdition } from "./parse.ts";

const FRONT_MATTER = SAMPLE_EDITION.slice(0, SAMPLE_EDITION.lastIndexOf("---\n") + 4);
const FIRST_LINE = FRONT_MATTER.split("\n").length;

const TARGETS = {
  paperIds: new Set(["2510.00001"]),
  segments: new Map([["2510.00001", "2510.00001"]]),
  tagIds: new Set(["planning"]),
};

/** All that is told of an introduction, with lines counted from its own first. */
function judge(body: string): Problem[] {
  const { value, faulty, problems } = parseEdition(FRONT_MATTER + body, "editions/2026-03-09.mdx");
  const document = value ?? faulty;
  assert.ok(document, body);
  return [...problems, ...checkEditions([document], TARGETS)].map(({ line = 0, ...rest }) => ({
    ...rest,
    line: line - FIRST_LINE + 1,
  }));
}

function tell(body: string): [line: number | undefined, message: string, found: string | undefined][] {
  return judge(body).map(({ line, message, found }) => [line, message, found]);
}

test("An introduction may hold prose, links, links to papers, comments and a framed drawing.", () => {
  const sound = [
    'See <Paper id="2510.00001">this *one*</Paper>.',
    '<Plan caption="A plan."><svg></svg></Plan>',
    "## Heading\n\n### Another\n\n> a quotation\n\n- a list\n\n1. numbers\n\n---\n\n`code`, **bold**, ~~gone~~\\\nbroken",
    "[a](https://example.org/) [b](http://example.org) [c](mailto:a@b.example) [d](#heading) [e][f] https://g.example\n\n[f]: https://example.org/",
    "| a | b |\n| - | - |\n| 1 | 2 |\n\n```js\nimport x from 'y'\n```",
    "{/* a note to oneself, with { and < */} words {/* another */}",
    'Words.\n\nimport"y" is no statement for the parser, but words.',
    "A rate of $\\frac{a_1}{b}$ for \\$5, see [[2510.00001]] and [[tag:planning|plans]] {/* $ [[ \\alpha */}; `$x$ [[`.",
    "- $$\n  x^{2}\n  $$\n\n| a |\n| - |\n| $b_{c}$ |",
    "A line separator\u2028import x from 'y' and\u2029export too.",
    '<Plan caption="Boxes &amp; arrows">\n  <svg viewBox="0 0 10 10" role="img" aria-label="A (small) plan: done">\n    <defs><marker id="arrow" refX="1"><path d="M0 0l1-1" /></marker></defs>\n    <g class="sheets" fill="rgb(1 2 3 / 50%)" transform="translate(1,2) rotate(45)">\n      <path d="M1 2C3 4 5 6 7 8" stroke="#a0b" marker-end="url(#arrow)" /><text x="1">Label</text>\n    </g>\n  </svg>\n\n  And *words*.\n</Plan>',
  ];
  for (const body of sound) assert.deepEqual(tell(body), [], body);
});

test("A link to a paper without a record is named with its line and the nearest id.", () => {
  assert.deepEqual(judge('First line.\nSee <Paper id="2510.00002">this</Paper> and `<Foo>`.'), [
    {
      file: "editions/2026-03-09.mdx",
      line: 2,
      field: "body",
      message: "this paper is not among the records",
      found: "2510.00002",
      allowed: "nearest known: 2510.00001",
      mend: "write: 2510.00001",
    },
  ]);
});

test("A link between pages that is not whole or leads nowhere, and mathematics that is none, are told with their lines.", () => {
  const faults: [body: string, line: number, message: string, found: string][] = [
    ["$$\n\\frac{a}{b}\n$$ and\n[[2510.00002]]", 4, "this link leads to a paper that has no record", "[[2510.00002]]"],
    ["a [[tag:planing]]", 1, "this link leads to a topic that is not in the vocabulary", "[[tag:planing]]"],
    ["a\n[[2510.00001 b", 2, "this link to a page of the site is not whole", "[[2510.00001 b"],
    ["[[2510.00001|$x$ b]] c", 1, "this link to a page of the site is not whole", "[[2510.00001|$x$ b]]"],
    ["a [[ |b]]", 1, "this link does not say where it leads", "[[ |b]]"],
    ["a [[]] b", 1, "this link does not say where it leads", "[[]]"],
    ["a [[tag:]] b", 1, "this link does not say where it leads", "[[tag:]]"],
    ["a $\\nosuch{x}$", 1, "this mathematics is not understood, so it cannot be shown", "$\\nosuch{x}$"],
    ["a $x^2 b", 1, "this dollar sign begins or ends no formula", "$x^2"],
    ["a \\alpha b", 1, "this TeX stands outside of a formula, so it would be shown as it is", "\\alpha"],
    ["a \\(x\\) b", 1, "this TeX stands outside of a formula, so it would be shown as it is", "\\(x\\)"],
    ["$a\nb$\n\n## A $x_{1}$", 4, "formulas and links to our pages are not made here", "A $x_{1}$"],
    ["[a $x$](https://a.example)", 1, "formulas and links to our pages are not made here", "a $x$"],
    [
      '<Paper id="2510.00001">[[2510.00001]]</Paper>',
      1,
      "formulas and links to our pages are not made here",
      "[[2510.00001]]",
    ],
    ["<svg><text>$x$</text></svg>", 1, "formulas and links to our pages are not made here", "$x$"],
  ];
  for (const [body, ...told] of faults) assert.deepEqual(tell(body), [told], body);
  assert.deepEqual(
    tell('<Plan caption="Cost $x$"></Plan>').map(([, message]) => message),
    ["formulas and links to our pages are not made here"],
  );
});

test("A component that the page does not hand over is named, with the nearest one.", () => {
  const [problem] = judge("<Papr id='x'>y</Papr>");
  assert.equal(problem?.message, "an edition has no such component");
  assert.equal(problem?.found, "<Papr>");
  assert.equal(problem?.mend, "write: Paper");
});

test("What runs, loads or leads astray is named with its line.", () => {
  const body = [
    "A [link](javascript:alert(1)).",
    "",
    "{process.env.HOME}",
    "",
    "<iframe />",
    "",
    '<Plan caption="x" onload="y"><svg style="z"></svg></Plan>',
    "",
    "![image](https://example.org/x.png)",
    "",
    "{/* a note to oneself */} [fine](https://example.org/) and [fine](#too)",
    "<Paper",
    '  id="1">x</Paper> <Paper id={"2510.00001"}>y</Paper>',
  ].join("\n");
  assert.deepEqual(tell(body), [
    [1, "this link is not one that readers may follow", "javascript:alert(1)"],
    [3, "an introduction computes nothing", "{process.env.HOME}"],
    [5, "an introduction holds no HTML but a drawing", "<iframe>"],
    [7, "this attribute is not allowed in an introduction", "onload of <Plan>"],
    [7, "this attribute is not allowed in an introduction", "style of <svg>"],
    [9, "an introduction loads no images", "https://example.org/x.png"],
    [13, "this attribute is not allowed in an introduction", "id of <Paper>"],
    [13, "this paper is not among the records", "1"],
  ]);
});

test("Braces hold one comment and nothing else.", () => {
  const COMPUTES = "an introduction computes nothing";
  const code = ["/* a */ code /* b */", "/* a */ 1 /* b */", "/* a */ /* b */", "", " ", "`a`", "// a\n", "1 /* a */"];
  for (const value of code) assert.deepEqual(tell(`a {${value}} b`), [[1, COMPUTES, `{${value}}`]], value);
  for (const value of code) assert.deepEqual(tell(`a\n\n{${value}}\n\nb`), [[3, COMPUTES, `{${value}}`]], value);
});

test("Nothing is imported or exported, whatever ends the line before.", () => {
  const IMPORTS = "an edition imports and exports nothing";
  for (const statement of [
    "import x from 'y'",
    "import 'y'",
    "export const a = 1",
    "export * from 'y'",
    "import duties rose",
  ]) {
    assert.deepEqual(tell(`Words.\n\n${statement}\n\nMore.`), [[3, IMPORTS, statement]]);
    assert.deepEqual(tell(`Words.\r\n\r\n${statement}\r\n`), [[3, IMPORTS, statement]]);
    assert.deepEqual(
      tell(`Words.\r\r${statement}\r\rMore.`).map(([, message]) => message),
      [IMPORTS],
    );
  }
  assert.deepEqual(tell("Words.\n\nimportant duties, and exports, rose."), []);
});

test("Only elements of a drawing are let in, in the letters they are written in, and only within one.", () => {
  const NO_HTML = "an introduction holds no HTML but a drawing";
  const names = ["script", "meta", "base", "form", "iframe", "a", "img", "style", "paper", "plan", "input", "object"];
  const inSvg = ["foreignObject", "image", "use", "a", "script", "animate", "set", "style"];
  for (const name of names) assert.deepEqual(tell(`<${name} />`), [[1, NO_HTML, `<${name}>`]], name);
  for (const name of inSvg) assert.deepEqual(tell(`<svg><${name} /></svg>`), [[1, NO_HTML, `<${name}>`]], name);
  for (const name of ["a:b", "a-b"]) assert.deepEqual(tell(`<${name} />`), [[1, NO_HTML, `<${name}>`]], name);
  assert.deepEqual(tell("<Plan.x />"), [[1, "an edition has no such component", "<Plan.x>"]]);
  assert.deepEqual(tell("<>x</>"), [[1, NO_HTML, "<>"]]);
  assert.deepEqual(tell("<title>x</title>"), [[1, "this part of a drawing stands outside of one", "<title>"]]);
  assert.deepEqual(tell('<svg><text><Paper id="2510.00001">x</Paper></text></svg>'), [
    [1, "a drawing holds only shapes and texts", "<Paper>"],
  ]);
  assert.deepEqual(tell("<svg>\n\n**bold**\n\n</svg>"), [[3, "a drawing holds only shapes and texts", "**bold**"]]);
});

test("Attributes are those of the list, as plain text.", () => {
  const NOT_ALLOWED = "this attribute is not allowed in an introduction";
  const attributes = {
    "{...props}": "{...props}",
    "client:load": "client:load",
    'client:only="x"': "client:only",
    "is:raw": "is:raw",
    'set:html="<meta http-equiv=refresh>"': "set:html",
    'set:text="x"': "set:text",
    "define:vars={{ a: 1 }}": "define:vars",
    'onclick="x"': "onclick",
    'onClick="x"': "onClick",
    'style="x"': "style",
    'srcdoc="x"': "srcdoc",
    'src="x"': "src",
    'href="https://example.org"': "href",
    'slot="x"': "slot",
    'server:defer="x"': "server:defer",
    "fill={1}": "fill",
    "fill={`x`}": "fill",
  };
  for (const [attribute, found] of Object.entries(attributes)) {
    for (const name of ["svg", "Plan"])
      assert.deepEqual(tell(`<${name} ${attribute} />`), [[1, NOT_ALLOWED, `${found} of <${name}>`]], attribute);
    assert.deepEqual(tell(`<Paper id="2510.00001" ${attribute}>x</Paper>`), [[1, NOT_ALLOWED, `${found} of <Paper>`]]);
  }
});

test("An attribute stands once: the check would read the first, the page the last.", () => {
  for (const [element, found] of [
    ['<Paper id="2510.00001" id="javascript:1">x</Paper>', "id of <Paper>"],
    ['<Plan caption="a" caption="b" />', "caption of <Plan>"],
    ['<svg fill="red" fill="red" />', "fill of <svg>"],
  ] as const)
    assert.deepEqual(tell(element), [[1, "this attribute stands twice", found]]);
});

test("A link holds words, and no other link, heading or frame; a frame no other frame.", () => {
  const LINK = "a link holds only words and drawings without a frame";
  for (const body of [
    '[<Paper id="2510.00001">x</Paper>](https://x.example)',
    '[<Paper id="2510.00001">x</Paper>][y]\n\n[y]: https://x.example',
    '<Paper id="2510.00001">[a](https://x.example)</Paper>',
    '<Paper id="2510.00001">https://x.example</Paper>',
    '<Paper id="2510.00001"><Paper id="2510.00001">x</Paper></Paper>',
    '<Paper id="2510.00001">\n\n## A\n\n</Paper>',
    '<Paper id="2510.00001">\n\n- A\n\n</Paper>',
    '<Paper id="2510.00001">a <Plan caption="x" /></Paper>',
  ])
    assert.equal(tell(body)[0]?.[1], LINK, body);
  const sound =
    '<Paper id="2510.00001">*a* **b** `c` ~~d~~ {/* e */} <svg><path /></svg></Paper> and [*a*](https://x.example)';
  assert.deepEqual(tell(sound), []);
  assert.deepEqual(
    tell('<Plan caption="a">\n\n<Plan caption="b" />\n\n</Plan>').map(([line, message]) => [line, message]),
    [[3, "a <Plan> stands within another"]],
  );
});

test("Headings and links have words, and headings no comments, which their addresses would hold.", () => {
  const EMPTY = "there are no words here";
  for (const body of ["##", "### #", "## &nbsp;", "## &#8203;", "[](https://x.example)", '<Paper id="2510.00001" />'])
    assert.deepEqual(
      tell(body).map(([, message]) => message),
      [EMPTY],
      body,
    );
  for (const body of ["## {/* a */}", "## A {/* b */}", "## *A {/* b */}*"])
    assert.deepEqual(
      tell(body).map(([, message]) => message),
      ["a heading holds no comment"],
      body,
    );
  assert.deepEqual(
    tell('<Paper id="">x</Paper>').map(([, message]) => message),
    ["a link to a paper needs its id"],
  );
});

test("A drawing fetches nothing and takes no looks but its own.", () => {
  const VALUE = "this value is not allowed in a drawing";
  for (const attribute of [
    'fill="url(https://example.org/a.svg#b)"',
    'fill="url(//example.org/a)"',
    'fill="u\\72l(//example.org/a)"',
    'marker-end="URL(x)"',
    "clip-path='url(\"#a\")'",
    'fill="image-set(x)"',
    'fill="var(--x)"',
    'class="fixed sheets"',
    'class="cover"',
    'fill="expression(alert(1))"',
  ])
    assert.deepEqual(
      tell(`<svg>\n<g ${attribute} />\n</svg>`).map(([line, message]) => [line, message]),
      [[2, VALUE]],
      attribute,
    );
});

test("Links lead to the web, to a mailbox or to a place on the page, however they are written.", () => {
  const bad = [
    "[x](javascript:alert)",
    "[x](JavaScript:alert)",
    "[x](java&#115;cript:alert)",
    "[x](java&Tab;script:alert)",
    "[x](&#1;javascript:alert)",
    "[x](<java\tscript:alert>)",
    "[x](java%73cript:alert)",
    "[x][y]\n\n[y]: javascript:alert",
    "[x]\n\n[x]: data:text/html,a",
    "[y]: vbscript:a",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\\\evil.example)",
    "[x](relative)",
    "[x](https:evil)",
    "[x](blob:https://a.example/1)",
  ];
  for (const body of bad) {
    assert.deepEqual(
      tell(body).map(([, message]) => message),
      ["this link is not one that readers may follow"],
      body,
    );
  }
});

test("Images are refused in every way they can be written.", () => {
  for (const body of ["![a](b.png)", "![a](https://example.org/b.png)", "![a][b]\n\n[b]: https://example.org/c.png"])
    assert.deepEqual(
      tell(body).map(([, message]) => message),
      ["an introduction loads no images"],
    );
});

test("What would bring styles, controls or addresses of its own is refused.", () => {
  assert.deepEqual(tell("| a |\n| -: |\n| b |\n\n- [x] c\n\nd[^1]\n\n[^1]: e"), [
    [1, "the columns of a table are not aligned here", "| a |"],
    [5, "an introduction has no boxes to tick", "- [x] c"],
    [7, "an introduction has no footnotes", "[^1]"],
    [9, "an introduction has no footnotes", "[^1]: e"],
  ]);
  assert.deepEqual(tell("# a\n\n#### b"), [
    [1, "headings of an introduction are of the second or third level", "# a"],
    [3, "headings of an introduction are of the second or third level", "#### b"],
  ]);
});

test("An address on the page is given only once.", () => {
  const CLASH = "the page has this address already";
  for (const id of PAGE_IDS) {
    const heading = id[0]?.toUpperCase() + id.slice(1).replaceAll("-", " ");
    assert.deepEqual(tell(`## *${heading}*!`), [[1, CLASH, id]]);
    assert.deepEqual(tell(`<svg id="${id}" />`), [[1, CLASH, id]]);
  }
  assert.deepEqual(tell('## An arrow\n\n<svg><g id="an-arrow" /></svg>\n\n<svg><g id="b" /><g id="b" /></svg>'), [
    [3, CLASH, "an-arrow"],
    [5, CLASH, "b"],
  ]);
  assert.deepEqual(
    tell('<svg id="2510.00001" />').map(([, message]) => message),
    ["this value is not allowed in a drawing"],
  );
});

test("All addresses that a page with an introduction has are known.", () => {
  const templates = globSync(
    [
      "src/layouts/[!M]*",
      "src/components/{edition/[!P],edition/Pa,site/}*",
      "src/components/paper/Entry*",
      "src/pages/{index,editions/*period*}",
    ].map((place) => `${place}.astro`),
  );
  assert.ok(templates.length > 15);
  const ids = templates.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? ""),
  );
  assert.ok(ids.length > 5);
  assert.deepEqual(
    ids.filter((id) => !PAGE_IDS.includes(id)),
    [],
  );
});

test("A fault that keeps the text from being read is told with its own cure, and hides no other.", () => {
  const mend = (body: string) => judge(body)[0]?.mend;
  assert.equal(mend("<!-- note -->"), "write a comment as {/* … */}");
  assert.equal(mend("See <https://example.org>."), "write a link as [words](https://…)");
  assert.equal(mend("1 <2"), "write < as &lt; and { as &#123; where they are meant as text");
  assert.equal(mend("a { b"), "write < as &lt; and { as &#123; where they are meant as text");
  assert.deepEqual(
    tell("Here 1 <2.\n\n![a](b)\n\n<svg>\n\n<g style='x' />\n\n</svg>").map(([line, message]) => [line, message]),
    [
      [1, "the introduction is not MDX that can be read"],
      [3, "an introduction loads no images"],
      [7, "this attribute is not allowed in an introduction"],
    ],
  );
});
