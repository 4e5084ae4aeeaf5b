import assert from "node:assert/strict";
import test from "node:test";
import { formatProblem } from "../errors.ts";
import { parseRecords } from "./parse.ts";

/** What is said of a record with these fields on its second line; nothing when it passes. */
function findProblems(fields: object): string[] {
  const lines = [
    { id: "2510.00001", title: "Tides" },
    { id: "2510.00002", title: "Ships", ...fields },
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return parseRecords(text, "content/papers/2510.jsonl").problems.map(formatProblem);
}

test("A title whose mathematics shows nothing is told with file, line and what would do.", () => {
  for (const title of [
    "$\\;$",
    "$\\,$",
    "$$\\quad$$",
    "$\\text{}$",
    "$\\;$ $\\!$",
    "$\\color{red}$",
    "$\\left.\\right.$",
    "$\\phantom{x}$",
    "$\\phantom{x\\phantom{y}z}$ $\\mathstrut$",
  ]) {
    const [told = "", ...more] = findProblems({ title });
    assert.match(told, /^content\/papers\/2510\.jsonl:2 {2}title: is not what it should be\n/, title);
    assert.match(
      told,
      /allowed: a title of which something can be seen; the mathematics of this one shows nothing/,
      title,
    );
    assert.deepEqual(more, [], title);
  }
});

test("Text of which nothing can be seen is told in every field that holds text.", () => {
  for (const text of ["\u200b", "\u00ad\u2060", "\u3164", "\u2800\u2800", "\u0301", "\u115f"]) {
    const change = { date: "2025-11-01", source: "arXiv", field: "title" };
    const problems = [
      { title: text },
      { authors: ["Ada Quay", text] },
      { abstract: text },
      { keywords: [text] },
      { categories: [text] },
      { venue: text },
      { note: text },
      { organization: { id: "quay", name: text } },
      { history: [{ ...change, to: text }] },
    ].map(findProblems);
    for (const own of problems) {
      assert.equal(own.length, 1, JSON.stringify(text));
      assert.match(own[0] ?? "", /:2 .*\n.*\n.*allowed: text with at least one character that can be seen/);
    }
  }
});

test("A title of signs, digits or one letter in any script is one.", () => {
  for (const title of [
    "?",
    "…",
    "∞",
    "$\\infty$",
    "$\\sum$",
    "1",
    "क्षि",
    "道",
    "😀",
    "$",
    "$$",
    "\\;",
    "<b></b>",
    "$x",
  ])
    assert.deepEqual(findProblems({ title }), [], title);
});
