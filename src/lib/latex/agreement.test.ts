/** What we count on in temml's markup: its classes and styles, which become classes of src/styles/math.css. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { renderText } from "./render.ts";

/** Formulas with the classes of ours that they need. */
const FORMULAS: { [formula: string]: string } = {
  "\\overline{abc}": "tml-overline",
  "\\underline{abc}": "tml-underline",
  "\\vec{v}": "tml-vec",
  "\\dot{x}": "tml-d0 wbk-sml-acc",
  "\\acute{a}": "tml-d0 wbk-acc",
  "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}": "tml-left tml-pl0 tml-pr0 tml-right",
  "\\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}": "tml-bb tml-br tml-left tml-pl0 tml-pr0 tml-right",
  "\\begin{array}{|c|} a \\end{array}": "tml-bl tml-br tml-pl0",
  "\\begin{cases} a & b \\\\ c & d \\end{cases}": "tml-left tml-pl0 tml-pll tml-pr0",
  "\\begin{smallmatrix} a & b \\end{smallmatrix}": "tml-pl0 tml-pls tml-pr0 tml-prs",
  "\\boxed{x}": "tml-box",
  "\\pmb{x}": "tml-b",
};

const sheet = readFileSync(new URL("../../styles/math.css", import.meta.url), "utf8");
const LOOK_AT =
  "temml writes other classes or styles now: see CLASSES and classOf in src/lib/latex/math-markup.ts, and src/styles/math.css.";

test("A formula has the classes that stand for temml's classes and styles, and our styles know them", () => {
  for (const [formula, classes] of Object.entries(FORMULAS)) {
    const html = renderText(`$${formula}$`);
    const found = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" "));
    const own = [...new Set(found)].filter((name) => /^(tml|wbk)-/.test(name)).sort();
    assert.equal(own.join(" "), classes, `${formula}: ${LOOK_AT}\n${html}`);
    for (const name of own) assert.match(sheet, new RegExp(`\\.${name}\\b(?!-)`), `${name}: ${LOOK_AT}`);
  }
});
