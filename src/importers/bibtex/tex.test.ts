import assert from "node:assert/strict";
import { test } from "node:test";
import { readTexText, readTexTitle } from "./tex.ts";

test("Titles lose TeX's braces and commands, keep their capitals, and nothing else.", () => {
  for (const [value, title] of [
    ["{A} {T}ransformer {IN} {O(n)} {C++}", "A Transformer IN O(n) C++"],
    ["{K\\\"{a}hler} and {\\'E}t\\'{\\i} M{\\\"u}ller {\\o}re", "Kähler and Étí Müller øre"],
    ["\\emph{Stressed} {\\it k\\/}-consistency {\\sc Small}", "Stressed k-consistency Small"],
    ["H\\textsubscript{2}O is \\LaTeX{} \\& 10\\% \\enquote{so}", "H₂O is LaTeX & 10% “so”"],
    ["A 5% gain and 50% {more}", "A 5% gain and 50% more"],
    ["A range 3--5 --- so ``quoted''", "A range 3–5 — so “quoted”"],
    ["2<d<4 and <script>alert(1)</script>", "2<d<4 and <script>alert(1)</script>"],
    [
      "See \\href{http://example.org/~a_b}{this}, \\url{http://example.org/~c%20d}",
      "See this (http://example.org/~a_b), http://example.org/~c%20d",
    ],
    ["An \\unknowncommand{of} a {Style}", "An \\unknowncommand{of} a Style"],
  ] as const) {
    assert.equal(readTexTitle(value), title, value);
    assert.equal(readTexTitle(readTexTitle(value)), title, `again: ${value}`);
  }
});

test("Mathematics stays as its source, and dollars that are money stay what they are.", () => {
  for (const [value, title] of [
    [
      "An $O(n^{2})$ {B}ound with $\\alpha x$ and \\(\\mathbb R_{<0}\\)",
      "An $O(n^{2})$ Bound with $\\alpha x$ and $\\mathbb R_{<0}$",
    ],
    ["Padded $ \\alpha $ {D}ollars", "Padded $\\alpha$ Dollars"],
    ["For \\$5, or {\\$6}, or $7 {E}ach", "For \\$5, or \\$6, or $7 Each"],
    // Without its braces this would be read as money.
    ["{$\\sim$}0.5\\%", "∼0.5%"],
  ] as const) {
    assert.equal(readTexTitle(value), title, value);
  }
});

test("Blanks behind formulas and commands stay, and a backslash that is meant is one.", () => {
  for (const [value, title] of [
    ["An $F_1$ of {\\ss} with $F_1$ of", "An $F_1$ of ß with $F_1$ of"],
    ["reach \\textbackslash with and {\\textbackslash}n \\textbackslash{}m", "reach \\ with and \\n \\m"],
  ] as const) {
    assert.equal(readTexTitle(value), title, value);
  }
});

test("Abstracts keep their paragraphs.", () => {
  assert.equal(readTexText("One {\\it line}.\n\nAnother, 5\\% longer."), "One line.\n\nAnother, 5% longer.");
});
