import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT, stampSample } from "#scenes/content-samples.ts";
import { judgeDigest } from "./held-digest.ts";
import { parseDigest } from "./parse.ts";
import type { PaperRecord } from "./record.ts";

const THEN = { version: 2, updated: "2025-10-21", abstract: SAMPLE_ABSTRACT, comments: 6 };
const NEW = { version: 4, updated: "2026-04-01", abstract: "We study 19 harbours." };
const FIELDS = { problem: "All 18 harbours were slow.", approach: "It had 6 comments." };
const STAMPED = stampSample(makeDigestText(FIELDS), makeRecord(THEN));

/** Messages of the problems, and of the notices, of a digest text with a record. */
function judge(text: string, changes: Partial<PaperRecord>, source?: { title: string; abstract: string }) {
  const { value } = parseDigest(text, "digests/2510.00001.md");
  assert.ok(value);
  const { problems, notices } = judgeDigest(value, makeRecord({ ...THEN, ...changes }), source);
  return { problems: problems.map(({ message }) => message), notices: notices.map(({ message }) => message) };
}

const LACKING = "this number is not in the title, the abstract or the record";
const HELD = "the digest was held against version 2 of 21 October 2025; version 4 is out";

test("What only a source lacks that has moved on since the check is a notice, with the cure.", () => {
  assert.deepEqual(judge(STAMPED, {}), { problems: [], notices: [] });
  assert.deepEqual(judge(STAMPED, NEW), { problems: [], notices: [HELD, LACKING] });
  assert.deepEqual(judge(STAMPED, { comments: 7 }), {
    problems: [],
    notices: [
      "the digest was held against version 2 of 21 October 2025; the record no longer says 6 comments",
      LACKING,
    ],
  });
  const { value } = parseDigest(STAMPED, "digests/2510.00001.md");
  assert.ok(value);
  assert.deepEqual(judgeDigest(value, makeRecord({ ...THEN, ...NEW })).notices[1], {
    file: "digests/2510.00001.md",
    line: 3,
    field: "problem",
    message: LACKING,
    found: '"18" in "All 18 harbours were slow."',
    allowed: "those of the source: 3, 19",
    mend: "the source has moved on: hold the digest against it as it is now, then: npm run digest -- check --stamp 2510.00001",
  });
});

test("A link of the record that a digest writes out may change without a fault.", () => {
  const fields = { problem: "It is at https://github.com/quay7/harbour2." };
  const text = stampSample(makeDigestText(fields), makeRecord(THEN));
  assert.deepEqual(judge(text, {}), { problems: [], notices: [] });
  assert.deepEqual(judge(text, { links: { code: "https://github.com/quay8/harbour3" } }), {
    problems: [],
    notices: [
      "the digest was held against version 2 of 21 October 2025; the record no longer says address https://github.com/quay7/harbour2",
      LACKING,
      LACKING,
    ],
  });
  assert.equal(judge(makeDigestText(fields), { links: {} }).problems.length, 2);
});

test("Words that a new abstract shares with a digest are a notice as well.", () => {
  const abstract = `We study 18 harbours. ${"A model looks on, then plans the berths of all"} ships.`;
  const fields = { approach: "A model looks on, then plans the berths of ships." };
  const text = stampSample(makeDigestText(fields), makeRecord(THEN));
  assert.deepEqual(judge(text, { ...NEW, abstract }), {
    problems: [],
    notices: [HELD, "9 words in a row are the abstract's"],
  });
  assert.equal(judge(makeDigestText(fields), { ...NEW, abstract }).problems.length, 1);
});

test("Everywhere else it is a fault: never stamped, written on since, a stamp that is damaged or another's, the text it was stamped against.", () => {
  const wrong = STAMPED.replace("All 18", "All 42");
  const unchecked: [string, Partial<PaperRecord>][] = [
    [makeDigestText(FIELDS), NEW],
    [wrong, {}],
    [wrong, NEW],
    [STAMPED.replace("were slow", "were fast"), NEW],
    [STAMPED.replace(/checkedSource: .*\n/, ""), NEW],
    [STAMPED.replace(/checkedText: .*\n/, ""), NEW],
    [STAMPED.replace(/checkedOn: .*\n/, ""), NEW],
    [STAMPED.replace("version: 2", "version: 3"), NEW],
    [STAMPED.replace(/paper: "2510.00001"/, 'paper: "2510.00002"'), NEW],
    [STAMPED, { ...NEW, id: "2510.00007" }],
  ];
  for (const [text, changes] of unchecked) {
    assert.ok(judge(text, changes).problems.includes(LACKING), text);
    assert.ok(!judge(text, changes).notices.includes(LACKING), text);
  }
});

test("A stamp that was copied with its digest to another paper is not that paper's; one of an earlier id is.", () => {
  assert.deepEqual(judge(STAMPED, { id: "2510.00007" }), {
    problems: [],
    notices: ["the stamp is that of the digest of 2510.00001, so it is not shown"],
  });
  assert.deepEqual(judge(STAMPED, { id: "2510.00007", previousIds: ["2510.00001"] }).notices, []);
});

test("A withdrawn paper's digest is not shown, so what its source says now is no fault.", () => {
  for (const text of [STAMPED, makeDigestText(FIELDS)]) {
    assert.deepEqual(judge(text, { abstract: "Withdrawn.", withdrawn: true }), { problems: [], notices: [] });
  }
});

test("A text that is given takes the place of the record's, and counts as moved on when it is another.", () => {
  const source = { title: "", abstract: "We study 19 harbours." };
  const { problems, notices } = judge(STAMPED, {}, source);
  assert.deepEqual([problems, notices.length, notices.at(-1)], [[], 2, LACKING]);
});
