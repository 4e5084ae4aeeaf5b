import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRecord, SAMPLE_TAGS } from "#scenes/content-samples.ts";
import { formatProblem, type Problem } from "../errors.ts";
import { parseDays, parseOrganizations, parseRecords, parseTags } from "./parse.ts";

/** Problems as they are printed. */
function print(problems: Problem[]): string {
  return problems.map(formatProblem).join("\n");
}

test("Records are read line by line; blank lines are passed over, bad lines told, good lines kept.", () => {
  const good = JSON.stringify(makeRecord());
  const { value, problems } = parseRecords(
    `\n${good}\r\n{"id":"2510.00002",}\n${good.replace('"comments":6', '"comments":-1')}\n`,
    "a.jsonl",
  );
  assert.deepEqual(
    value?.lines.map(({ line, data }) => [line, data.id]),
    [[2, "2510.00001"]],
  );
  assert.deepEqual(
    value?.faulty.map(({ line, data }) => [line, data.id, data.title]),
    [
      [3, "2510.00002", undefined],
      [4, "2510.00001", makeRecord().title],
    ],
  );
  assert.deepEqual(
    problems.map(({ line, field }) => [line, field]),
    [
      [3, undefined],
      [4, "comments"],
    ],
  );
});

test("A byte order mark before the first record is passed over.", () => {
  assert.equal(print(parseRecords(`\uFEFF${JSON.stringify(makeRecord())}\n`, "a.jsonl").problems), "");
});

test("JSON that is broken in a line is told with its column and surroundings.", () => {
  const { problems } = parseRecords(
    `${JSON.stringify(makeRecord()).replace('"authors":[', '"authors":[}')}\n`,
    "a.jsonl",
  );
  assert.equal(
    print(problems),
    `a.jsonl:1  this line is not JSON that can be read
    found:   Unexpected token '}' in column 78, near " Cranes\\",\\"authors\\":[}\\"Ada Quay\\",\\"Ben Pie"
    allowed: one JSON object on one line
    mend:    mend the line by hand, or take it from the last commit and import again`,
  );
});

/** Wrong values in a record, the field they are told for, and what is allowed there. */
const WRONG_RECORDS: [changes: object, field: string, allowed: string][] = [
  [
    { id: "2510.00001v2" },
    "id",
    "an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…, pmlr:…, jmlr:…, neurips:…, cvf:…, own:…",
  ],
  [{ title: "" }, "title", "text that is not empty"],
  [{ authors: "Ada Quay" }, "authors", "a list"],
  [{ version: 0 }, "version", "a whole number, 1 or more"],
  [{ comments: 1.5 }, "comments", "a whole number, 0 or more"],
  [{ stars: "9" }, "stars", "a whole number, 0 or more"],
  ...["2025-13", "25", "2025-02-30", "October 2025", 2025].map((published): (typeof WRONG_RECORDS)[number] => [
    { published },
    "published",
    "a day that exists, YYYY-MM-DD, or a month, YYYY-MM, or a year, YYYY; as text",
  ]),
  [{ updated: "2025-10" }, "updated", "a day that exists, YYYY-MM-DD"],
  [{ links: { code: "javascript:alert(1)" } }, "links.code", "an http or https address"],
  [{ links: { pdf: "https://a b" } }, "links.pdf", "an http or https address"],
  [{ links: { doi: "https://[1" } }, "links.doi", "an http or https address"],
  [{ withdrawn: false }, "withdrawn", "true, or who did it and why: {by, reason}"],
  [{ featured: ["2026-03-09", "soon"] }, "featured[1]", "a day that exists, YYYY-MM-DD"],
  [
    { previousIds: ["x"] },
    "previousIds[0]",
    "an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…, pmlr:…, jmlr:…, neurips:…, cvf:…, own:…",
  ],
  [
    { organization: { id: "The Port", name: "The Port" } },
    "organization.id",
    "lower-case letters, digits, hyphens, dots and underscores, beginning with a letter or digit",
  ],
  [{ organization: { id: "p".repeat(101), name: "The Port" } }, "organization.id", "at most 100 characters"],
];

test("A name that stands twice in a record is told, within its lists and objects too.", () => {
  const tell = (record: string) => parseRecords(`\n${record}\n`, "a.jsonl").problems.map(formatProblem);
  const double = (name: string) => [
    `a.jsonl:2  a name stands twice in this line\n    found:   ${name}\n    allowed: each once; otherwise only the last would count\n    mend:    take one of them out`,
  ];
  assert.deepEqual(tell('{"id":"2510.00001","title":"A","title":"B"}'), double('"title"'));
  assert.deepEqual(
    tell('{ "id": "2510.00001", "title": "A", "links": {"pdf":"https://a.b","p\\u0064f":"https://a.c"} }'),
    double('"pdf"'),
  );
  assert.deepEqual(tell('{ "id": "2510.00001", "title": "\\"a\\":1,\\"a\\":2", "authors":["title", "title"] }'), []);
});

test("Wrong values in a record are told with what is allowed.", () => {
  for (const [changes, field, allowed] of WRONG_RECORDS) {
    const { problems } = parseRecords(JSON.stringify({ ...makeRecord(), ...changes }), "a.jsonl");
    assert.deepEqual(
      problems.map((problem) => [problem.field, problem.allowed]),
      [[field, allowed]],
      JSON.stringify(changes),
    );
  }
});

test("A vocabulary is read with the line of each topic; faults bear the topic's id, or its place when it has none.", () => {
  assert.deepEqual(
    parseTags(SAMPLE_TAGS, "t.yaml").value?.lines.map(({ line, data }) => [line, data.id, data.aliases]),
    [
      [1, "planning", []],
      [4, "tree-search", ["MCTS"]],
      [9, "robotics", []],
    ],
  );
  const { value, problems } = parseTags(
    `${SAMPLE_TAGS}- id: ships\n  label: Ships\n- label: Cranes\n  description: x\n- cranes\n`,
    "t.yaml",
  );
  assert.equal(value?.lines.length, 3);
  assert.deepEqual(
    value?.faulty.map(({ line, data: { id, label } }) => [line, id, label]),
    [
      [12, "ships", "Ships"],
      [14, undefined, "Cranes"],
      [16, undefined, undefined],
    ],
  );
  assert.deepEqual(
    problems.map(({ line, field, message }) => [line, field, message]),
    [
      [12, "ships.description", "is missing"],
      [14, "[4].id", "is missing"],
      [16, "[5]", "is not what it should be"],
    ],
  );
});

test("An empty list file is an empty list, and one that is no list is told.", () => {
  assert.deepEqual(parseTags("# nothing yet\n", "t.yaml"), {
    value: { file: "t.yaml", lines: [], faulty: [] },
    problems: [],
  });
  assert.equal(
    print(parseOrganizations("id: port\n", "o.yaml").problems),
    'o.yaml:1  is not what it should be\n    found:   {"id":"port"}\n    allowed: a list',
  );
});

test("Days are read, and their counts are whole.", () => {
  const day = { date: "2026-03-09", source: "Daily", listed: 2, taken: 1, refused: 1, cut: false };
  assert.deepEqual(parseDays(JSON.stringify(day), "d.jsonl").value?.lines, [{ line: 1, data: day }]);
  assert.equal(
    print(parseDays(JSON.stringify({ ...day, listed: -1, cut: "no" }), "d.jsonl").problems),
    'd.jsonl:1  listed: is not what it should be\n    found:   -1\n    allowed: a whole number, 0 or more\nd.jsonl:1  cut: is not what it should be\n    found:   "no"\n    allowed: true or false',
  );
});
