import assert from "node:assert/strict";
import { test } from "node:test";
import { checkIntroduction } from "./check-introductions.ts";
import type { EditionData } from "./edition.ts";
import type { Document } from "./parse.ts";

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
  const body = "First line.\nSee <Paper id=\"2510.00002\">this</Paper> and <Paper id={'9999.99999'}>that</Paper>.";
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
