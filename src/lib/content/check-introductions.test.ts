import assert from "node:assert/strict";
import { test } from "node:test";
import { checkIntroduction } from "./check-introductions.ts";
import type { Document } from "./document.ts";
import type { EditionData } from "./edition.ts";

function makeEdition(body: string): Document<EditionData> {
  const data: EditionData = {
    date: "2026-03-09",
    title: "Invented",
    curator: "nobody",
    lead: "2510.00001",
    papers: ["2510.00001"],
    groups: [],
  };
  return { file: "editions/2026-03-09.mdx", data, body, bodyLine: 10, locateLine: () => 1 };
}

test("An introduction may link to papers that have records, and frame a drawing.", () => {
  const body = 'See <Paper id="2510.00001">this</Paper>.\n\n<Plan caption="A plan."><svg></svg></Plan>';
  assert.deepEqual(checkIntroduction(makeEdition(body), new Set(["2510.00001"])), []);
});

test("A link to a paper without a record is named with its line and the nearest id.", () => {
  const body = 'First line.\nSee <Paper id="2510.00002">this</Paper> and `<Foo>`.';
  assert.deepEqual(checkIntroduction(makeEdition(body), new Set(["2510.00001"])), [
    {
      file: "editions/2026-03-09.mdx",
      line: 11,
      field: "body",
      message: "this paper is not among the records",
      found: "2510.00002",
      allowed: "nearest known: 2510.00001",
      mend: "write: 2510.00001",
    },
  ]);
});

test("A component that the page does not hand over is named, with the nearest one.", () => {
  const [problem] = checkIntroduction(makeEdition("<Papr id='x'>y</Papr>"), new Set());
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
  const problems = checkIntroduction(makeEdition(body), new Set(["2510.00001"]));
  assert.deepEqual(
    problems.map(({ line, message, found }) => [line, message, found]),
    [
      [10, "this link is not one that readers may follow", "javascript:alert(1)"],
      [12, "an introduction computes nothing", "{process.env.HOME}"],
      [14, "an introduction holds no HTML but a drawing", "<iframe>"],
      [16, "this attribute is not allowed in an introduction", "onload of <Plan>"],
      [16, "this attribute is not allowed in an introduction", "style of <svg>"],
      [18, "an introduction loads no images", "https://example.org/x.png"],
      [22, "this paper is not among the records", "1"],
      [22, "this attribute is not allowed in an introduction", "id of <Paper>"],
      [22, "a link to a paper needs its id", undefined],
    ],
  );
});
