import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, makeRecord, SAMPLE_ABSTRACT, SAMPLE_BODY } from "#scenes/content-samples.ts";
import { checkDigest, fingerprintDigest } from "./digest-check.ts";
import { parseDigest } from "./parse.ts";
import type { PaperRecord } from "./record.ts";

/** Reads a digest of the samples; fails when it has a fault of its own. */
function parse(fields?: { [name: string]: string | undefined }, body?: string) {
  const { value, problems } = parseDigest(makeDigestText(fields, body), "digests/2510.00001.md");
  assert.deepEqual(problems, []);
  assert.ok(value);
  return value;
}

function check(fields?: { [name: string]: string | undefined }, body?: string, changes?: Partial<PaperRecord>) {
  const record = makeRecord(changes);
  return checkDigest(parse(fields, body), { record, title: record.title, abstract: SAMPLE_ABSTRACT });
}

test("A digest that keeps to its source has no problems, and its numbers are counted.", () => {
  const outcome = check({
    tldr: "Harbour2.5-7B sorts ships in 18 harbours at 77.7%, with 3 cranes.",
    results: '[{ claim: Cheaper, value: "~4x", baseline: than GPT-4 }, { claim: Faster, value: "10–20%" }]',
  });
  assert.deepEqual(outcome, { problems: [], numbers: 9, facts: [] });
});

test("A wrong number is told with file, line, field, its surroundings, what the source has, and the cure.", () => {
  const { problems } = check({ problem: "All of the 19 harbours that we looked into were slow." });
  assert.deepEqual(problems, [
    {
      file: "digests/2510.00001.md",
      line: 3,
      field: "problem",
      message: "this number is not in the title, the abstract or the record",
      found: '"19" in "All of the 19 harbours that we"',
      allowed:
        "those of the source: 3, 18, 1,250, three, 5K, two, Harbour2.5, Harbour2.5-7B, 77.7%, PORT2024, 70.8%, 4×, GPT-4, ten, 10, doubles, …",
      mend: "write the number as the source has it, or say it without a number",
    },
  ]);
});

test("A name with several numbers that the source has not is one problem.", () => {
  const { problems } = check({ problem: "Harbour3-8B was slow." });
  assert.deepEqual(
    problems.map(({ found }) => found),
    ['"Harbour3" in "Harbour3-8B was slow."'],
  );
});

test("Every text of a digest is checked, and its place named.", () => {
  const { problems } = check(
    {
      tldr: "It takes 31 days.",
      problem: "It takes 32 days.",
      approach: "It takes 33 days.",
      results: '\n  - claim: 34 days\n    value: "35"\n    metric: 36 days\n    dataset: D-37\n    baseline: from 38',
      limitations: "\n  authors:\n    - 39 days\n  curator:\n    - Nothing\n    - 40 days",
      audience: "People with 41 days.",
      by: "42 pilots",
    },
    SAMPLE_BODY.replaceAll("\n", "\n\n").replace(/Nothing much(?!.*Nothing much)/s, "And 43 much"),
  );
  assert.deepEqual(
    problems.map(({ line, field, found }) => [line, field, found?.split(" ")[0]]),
    [
      [2, "tldr", '"31"'],
      [3, "problem", '"32"'],
      [4, "approach", '"33"'],
      [6, "results[0].claim", '"34"'],
      [7, "results[0].value", '"35"'],
      [8, "results[0].metric", '"36"'],
      [9, "results[0].dataset", '"D-37"'],
      [10, "results[0].baseline", '"38"'],
      [13, "limitations.authors[0]", '"39"'],
      [16, "limitations.curator[1]", '"40"'],
      [17, "audience", '"41"'],
      [51, "body", '"43"'],
    ],
  );
});

test("A run of the abstract's words is told once, on the line where it begins.", () => {
  const taken = "it plans the berths of tomorrow from what it saw during the day";
  const { problems } = check(undefined, `${SAMPLE_BODY}\nIn the words of its authors,\n${taken}, and no more.`);
  assert.deepEqual(problems, [
    {
      file: "digests/2510.00001.md",
      line: 29,
      field: "body",
      message: "13 words in a row are the abstract's",
      found: `"${taken}"`,
      allowed: "at most 7 words in a row",
      mend: "say it in your own words",
    },
  ]);
});

test("A source without numbers says so.", () => {
  const record = makeRecord({ title: "Harbour" });
  const source = { record, title: "Harbour", abstract: "We sort ships." };
  const { problems } = checkDigest(parse({ problem: "It took 12 days." }), source);
  assert.equal(problems[0]?.allowed, "none, for the title and the abstract hold no number");
});

/** What a record bears out, and what it does not: a text, the record's facts, and whether the text stands. */
const RECORD_CASES: [text: string, changes: Partial<PaperRecord>, stands: boolean][] = [
  ["Out since 2025.", {}, true],
  ["Out since 2021.", {}, false],
  ["Shown again in 2027.", { updated: "2027-01-02" }, true],
  ["At the congress of 2019.", { venue: "Quays 2019" }, true],
  ["It took 2025.5 days.", {}, false],
  ["On AIME 2025.", {}, false],
  ["At ICML 2019.", { venue: "ICML 2019" }, true],
  ["By four authors.", {}, true],
  ["By 4 authors.", {}, true],
  ["A four-author paper.", {}, true],
  ["By five authors.", {}, false],
  ["By 40 authors.", { authorCount: 40 }, true],
  ["With four cranes.", {}, false],
  ["It has 6 comments.", {}, true],
  ["It has six comments.", {}, true],
  ["It has 7 comments.", {}, false],
  ["It has 6 cranes.", {}, false],
  ["It has 6 comments.", { comments: 9 }, false],
  ["It has 1,204 stars.", { stars: 1204 }, true],
  ["It has 1204 upvotes.", { stars: 1204 }, false],
  ["It has 33 upvotes.", { upvotes: 33 }, true],
  ["This is version 8.", { version: 8 }, true],
  ["This is v8.", { version: 8 }, true],
  ["This is 8.", { version: 8 }, false],
  ["The paper is 2510.00001.", {}, true],
  ["The paper is 2510.00002.", {}, false],
];

test("A record bears out years, counts before their noun, and its version, and nothing else.", () => {
  for (const [problem, changes, stands] of RECORD_CASES) {
    assert.equal(check({ problem }, undefined, changes).problems.length === 0, stands, problem);
  }
});

test("What of the record bears a number out is named, and no more than that.", () => {
  const facts = (problem: string, changes?: Partial<PaperRecord>) => check({ problem }, undefined, changes).facts;
  assert.deepEqual(facts("In 2025 the 18 harbours had 6 comments by four authors."), [
    "4 authors",
    "6 comments",
    "year 2025",
  ]);
  assert.deepEqual(facts("This is version 8, v8 of 2510.00001.", { version: 8 }), ["id 2510.00001", "version 8"]);
  assert.deepEqual(facts("At ICML 2019.", { venue: "ICML 2019" }), ["venue ICML 2019"]);
  assert.deepEqual(facts("Of 18 harbours."), []);
  assert.deepEqual(check({ problem: "Some 40 % of comments." }).facts, []);
});

test("Addresses that the record has, and the figures of a numbered list, claim nothing.", () => {
  const body = `${SAMPLE_BODY}\n\n1. See [the code](https://github.com/quay7/harbour2).\n99. See it.`;
  assert.deepEqual(check(undefined, body).problems, []);
  const other = check(undefined, body.replace("harbour2", "harbour9"));
  assert.deepEqual(
    other.problems.map(({ found }) => found?.split(" ")[0]),
    ['"quay7"', '"harbour9"'],
  );
});

const SOURCE = { title: "0123456789abcdef", abstract: "fedcba9876543210", version: 2, date: "2025-10-02" };

test("The fingerprint is 16 hexadecimal digits and changes with every text that is checked, and what it is held against.", () => {
  const base = parse({
    results: "[{ claim: a, value: b, metric: c, dataset: d, model: e, setting: h, baseline: i }]",
    limitations: "{ authors: [f], curator: [g] }",
  });
  const fingerprint = fingerprintDigest(base.data, base.body);
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  const changed = [
    { ...base.data, tldr: "x" },
    { ...base.data, why: "x" },
    { ...base.data, problem: "x" },
    { ...base.data, approach: "x" },
    { ...base.data, audience: "x" },
    { ...base.data, results: [] },
    ...(["claim", "value", "metric", "dataset", "model", "setting", "baseline"] as const).map((key) => ({
      ...base.data,
      results: base.data.results.map((result) => ({ ...result, [key]: "x" })),
    })),
    { ...base.data, limitations: { authors: ["x"], curator: ["g"] } },
    { ...base.data, limitations: { authors: ["g"], curator: ["f"] } },
    { ...base.data, checkedSource: SOURCE },
    { ...base.data, checkedSource: { ...SOURCE, version: 4 } },
    { ...base.data, checkedSource: { ...SOURCE, date: "2025-10-03" } },
    { ...base.data, checkedSource: { ...SOURCE, facts: ["33 upvotes"] } },
    { ...base.data, checkedSource: { ...SOURCE, title: SOURCE.abstract } },
    { ...base.data, checkedSource: { ...SOURCE, abstract: SOURCE.title } },
  ].map((data) => fingerprintDigest(data, base.body));
  assert.equal(new Set([fingerprint, fingerprintDigest(base.data, "x"), ...changed]).size, changed.length + 2);
});

test("The fingerprint does not change with the stamp, the topics, the writer, or how lines are broken.", () => {
  const plain = parse();
  const other = parse(
    {
      checkedOn: "2026-01-01",
      checkedText: '"0123456789abcdef"',
      tags: "[robotics]",
      by: "others",
      writtenFrom: "paper",
    },
    SAMPLE_BODY.replaceAll("\n", " \n"),
  );
  assert.equal(fingerprintDigest(other.data, other.body), fingerprintDigest(plain.data, plain.body));
});

test("The fingerprint of a given digest is the same in every version of the program.", () => {
  const { data, body } = parse();
  assert.equal(fingerprintDigest(data, body), "f87d0abac8546eb9");

  assert.equal(fingerprintDigest({ ...data, checkedSource: SOURCE }, body), "6874781c0b89818a");
});
