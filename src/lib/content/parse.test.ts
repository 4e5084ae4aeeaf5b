import assert from "node:assert/strict";
import { test } from "node:test";
import { formatProblem, type Problem } from "../errors.ts";
import { parseDays, parseDigest, parseEdition, parseOrganizations, parseRecords, parseTags } from "./parse.ts";
import { makeDigestText, makeRecord, SAMPLE_BODY, SAMPLE_EDITION, SAMPLE_TAGS } from "./samples.ts";

/** Problems as they are printed. */
function print(problems: Problem[]): string {
  return problems.map(formatProblem).join("\n");
}

function printDigest(fields: { [name: string]: string | undefined }, body?: string): string {
  return print(parseDigest(makeDigestText(fields, body), "a.md").problems);
}

test("A sound digest is read with its prose and the lines of its fields.", () => {
  const { value, problems } = parseDigest(makeDigestText({ results: "\n  - claim: It works\n    value: 50%" }), "a.md");
  assert.deepEqual(problems, []);
  assert.equal(value?.data.tldr, "Ships can be sorted by a model that watches the cranes.");
  assert.deepEqual(value?.data.results, [{ claim: "It works", value: "50%" }]);
  assert.equal(value?.body, `\n${SAMPLE_BODY}\n`);
  assert.equal(value?.bodyLine, 14);
  assert.deepEqual(
    [["tldr"], ["results", 0, "value"], ["tags", 0], ["absent"]].map((path) => value?.locateLine(path)),
    [2, 7, 10, 2],
  );
});

test("A digest whose results have no value is sound.", () => {
  assert.equal(printDigest({ results: "[{ claim: It works }, { claim: It is fast }]" }), "");
});

test("An unknown field is told with the nearest known one.", () => {
  assert.equal(
    printDigest({ tdlr: "x" }),
    `a.md:11  tdlr: is not a field
    allowed: tldr, problem, approach, results, limitations, audience, tags, writtenFrom, by, checkedOn, checkedText
    mend:    write "tldr", or remove it`,
  );
  assert.equal(
    printDigest({ results: "\n  - claim: a\n    zebra: b" }),
    `a.md:7  results[0].zebra: is not a field
    allowed: claim, value, metric, dataset, baseline
    mend:    remove "zebra"`,
  );
  assert.match(
    printDigest({ limitations: "{ authors: [], curators: [], curator: [] }" }),
    /limitations\.curators: is not a field\n {4}allowed: authors, curator\n {4}mend: {4}write "curator", or remove it$/,
  );
});

test("A missing field is told, on the line of what it is missing in.", () => {
  assert.equal(
    printDigest({ problem: undefined }),
    "a.md:2  problem: is missing\n    allowed: text\n    mend:    add it",
  );
  assert.equal(
    printDigest({ results: "\n  - claim: a\n  - value: b" }),
    "a.md:7  results[1].claim: is missing\n    allowed: text\n    mend:    add it",
  );
});

/** Wrong values of a digest's fields, and how each is told. */
const WRONG: [field: string, yaml: string, told: string][] = [
  [
    "by",
    "7",
    "a.md:10  by: is not what it should be\n    found:   7\n    allowed: text\n    mend:    if it is meant as text, put it in double quotes",
  ],
  [
    "by",
    "true",
    "a.md:10  by: is not what it should be\n    found:   true\n    allowed: text\n    mend:    if it is meant as text, put it in double quotes",
  ],
  ["by", '" "', 'a.md:10  by: is not what it should be\n    found:   " "\n    allowed: text that is not empty'],
  ["by", "", "a.md:10  by: is not what it should be\n    found:   null\n    allowed: text"],
  ["results", "none", 'a.md:5  results: is not what it should be\n    found:   "none"\n    allowed: a list'],
  [
    "limitations",
    "[]",
    "a.md:6  limitations: is not what it should be\n    found:   []\n    allowed: fields with values",
  ],
  ["tags", "[]", "a.md:8  tags: is not what it should be\n    found:   []\n    allowed: at least one topic"],
  [
    "tags",
    "[Planning]",
    'a.md:8  tags[0]: is not what it should be\n    found:   "Planning"\n    allowed: lower-case letters, digits, hyphens, dots and underscores, beginning with a letter or digit',
  ],
  [
    "writtenFrom",
    "title",
    'a.md:9  writtenFrom: is not what it should be\n    found:   "title"\n    allowed: abstract or paper',
  ],
  [
    "checkedOn",
    "2026-02-30",
    'a.md:11  checkedOn: is not what it should be\n    found:   "2026-02-30"\n    allowed: a day that exists, YYYY-MM-DD',
  ],
  [
    "checkedText",
    "abc",
    'a.md:11  checkedText: is not what it should be\n    found:   "abc"\n    allowed: 16 hexadecimal digits',
  ],
];

test("A wrong value is told with what was found and what is allowed.", () => {
  for (const [field, yaml, told] of WRONG) assert.equal(printDigest({ [field]: yaml }), told, `${field}: ${yaml}`);
});

test("A tldr may have thirty words, and no more.", () => {
  assert.equal(printDigest({ tldr: "word ".repeat(30) }), "");
  assert.match(
    printDigest({ tldr: "word ".repeat(31) }),
    /^a\.md:2 {2}tldr: is not what it should be\n {4}found: {3}"(word )+.*…\n {4}allowed: one sentence of at most 30 words$/,
  );
});

test("YAML that cannot be parsed is told with line, reason, text and cure.", () => {
  const mend =
    'mend:    values that hold ": ", or begin with one of [ { > | * & ! % @ ` or a quotation mark, stand in double quotes';
  assert.equal(
    printDigest({ problem: "one: two" }),
    `a.md:3  this is not YAML that can be read\n    found:   Nested mappings are not allowed in compact mappings: "problem: one: two"\n    ${mend}`,
  );
  assert.equal(
    printDigest({ problem: "x\nproblem: y" }),
    `a.md:4  this is not YAML that can be read\n    found:   Map keys must be unique: "problem: y"\n    ${mend}`,
  );
});

test("An alias that leads nowhere is told, not thrown.", () => {
  assert.equal(
    printDigest({ problem: "*idea" }),
    "a.md:2  this is not YAML that can be read\n    found:   Unresolved alias (the anchor must be set before the alias): idea\n    mend:    values that begin with * or & stand in double quotes",
  );
});

test("Front matter that does not begin or end is told.", () => {
  assert.equal(
    print(parseDigest("tldr: x\n", "a.md").problems),
    'a.md:1  the file does not begin with front matter\n    found:   "tldr: x"\n    allowed: a first line of three hyphens, then fields, then three hyphens again\n    mend:    make the first line "---"',
  );
  assert.equal(
    print(parseDigest("---\ntldr: x\n", "a.md").problems),
    'a.md:1  the front matter has no end\n    allowed: a line of three hyphens between the fields and the prose\n    mend:    add a line "---" after the last field',
  );
  assert.match(print(parseDigest("", "a.md").problems), /does not begin with front matter/);
});

test("Prose of 90 to 200 words is right; the line before and behind are told.", () => {
  const words = (count: number) => "word ".repeat(count);
  assert.equal(printDigest({}, words(90)), "");
  assert.equal(printDigest({}, words(200)), "");
  assert.equal(
    printDigest({}, words(89)),
    "a.md:12  body: the prose is too short\n    found:   89 words\n    allowed: 90 to 200 words",
  );
  assert.equal(
    printDigest({}, words(201)),
    "a.md:12  body: the prose is too long\n    found:   201 words\n    allowed: 90 to 200 words",
  );
});

test("HTML and forbidden links in a digest are told with their line in the file.", () => {
  assert.equal(
    printDigest({}, `${SAMPLE_BODY}\n\nSee <b>this</b>.\n\nOr [that](javascript:alert(1)).`),
    `a.md:29  body: the prose of a digest holds no HTML
    found:   <b>
    allowed: Markdown: paragraphs, emphasis, links, lists, quotations
    mend:    take the tag out, or write its < as \\<
a.md:31  body: this link is not one that readers may follow
    found:   javascript:alert(1)
    allowed: http, https and mailto
    mend:    write the whole address with https://, or take the link out`,
  );
});

test("Faults of the fields and of the prose are told together.", () => {
  const { value, problems } = parseDigest(makeDigestText({ by: "7", zebra: "x" }, "Too short."), "a.md");
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ line, field }) => [line, field]),
    [
      [10, "by"],
      [11, "zebra"],
      [13, "body"],
    ],
  );
});

test("A file with Windows line breaks and a byte order mark is read like any other.", () => {
  const { value, problems } = parseDigest(`\uFEFF${makeDigestText().replaceAll("\n", "\r\n")}`, "a.md");
  assert.deepEqual(problems, []);
  assert.equal(value?.body, `\n${SAMPLE_BODY}\n`);
});

test("A sound edition is read, and a day may stand bare.", () => {
  const { value, problems } = parseEdition(SAMPLE_EDITION, "2026-03-09.mdx");
  assert.deepEqual(problems, []);
  assert.equal(value?.data.date, "2026-03-09");
  assert.deepEqual(value?.data.groups, [{ title: "Cranes", papers: ["2510.00001"] }]);
});

function printEdition(change: (text: string) => string): string {
  return print(parseEdition(change(SAMPLE_EDITION), "e.mdx").problems);
}

test("A bare id in an edition, which YAML takes for a number, is told with the cure.", () => {
  assert.equal(
    printEdition((text) => text.replace('lead: "2510.00001"', "lead: 2510.00001")),
    "e.mdx:5  lead: is not what it should be\n    found:   2510.00001\n    allowed: an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…\n    mend:    if it is meant as text, put it in double quotes",
  );
});

test("MDX that cannot be read is told with its line in the file.", () => {
  assert.equal(
    printEdition((text) => `${text}\nTwo <3\n`),
    `e.mdx:15  body: the introduction is not MDX that can be read
    found:   Unexpected character after \`<\`, expected a valid JSX tag (note: to create a link in MDX, use \`[text](url)\`)
    mend:    write < as &lt; and { as &#123; where they are meant as text`,
  );
  assert.match(
    printEdition((text) => `${text}\n<Chart>\n`),
    /^e\.mdx:15 {2}body: the introduction is not MDX that can be read\n {4}found: {3}Expected a closing tag for `<Chart>`\n/,
  );
  assert.match(
    printEdition((text) => `${text}\n{1 +}\n`),
    /^e\.mdx:\d+ {2}body: the introduction is not MDX/,
  );
});

test("An edition imports and exports nothing, in any spelling.", () => {
  const told = `e.mdx:15  body: an edition imports and exports nothing
    found:   import x from "y";
    allowed: the components that the page hands to every edition
    mend:    remove the line; where it is prose, begin it with another word`;
  assert.equal(
    printEdition((text) => `${text}\nimport x from "y";\n`),
    told,
  );
  for (const line of ['import{x}from "y";', "export const x = 1;", "export{x};", 'import"y";']) {
    assert.match(
      printEdition((text) => `${text}\n${line}\n`),
      /^e\.mdx:15 {2}body: an edition imports and exports nothing/,
      line,
    );
  }
  assert.equal(
    printEdition((text) => `${text}\nImportant imports export-led growth.\n`),
    "",
  );
});

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
  assert.deepEqual(value?.broken, ["2510.00002", "2510.00001"]);
  assert.deepEqual(
    problems.map(({ line, field }) => [line, field]),
    [
      [3, undefined],
      [4, "comments"],
    ],
  );
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
    "an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…",
  ],
  [{ title: "" }, "title", "text that is not empty"],
  [{ authors: "Ada Quay" }, "authors", "a list"],
  [{ version: 0 }, "version", "a whole number, 1 or more"],
  [{ comments: 1.5 }, "comments", "a whole number, 0 or more"],
  [{ stars: "9" }, "stars", "a whole number, 0 or more"],
  [{ published: "2025-10" }, "published", "a day that exists, YYYY-MM-DD"],
  [{ links: { code: "javascript:alert(1)" } }, "links.code", "an http or https address"],
  [{ links: { pdf: "https://a b" } }, "links.pdf", "an http or https address"],
  [{ withdrawn: false }, "withdrawn", "true, or nothing"],
  [{ featured: ["2026-03-09", "soon"] }, "featured[1]", "a day that exists, YYYY-MM-DD"],
  [
    { previousIds: ["x"] },
    "previousIds[0]",
    "an arXiv id without version (2510.18821, hep-th/9901001), or doi:…, acl:…, openreview:…",
  ],
  [
    { organization: { id: "The Port", name: "The Port" } },
    "organization.id",
    "lower-case letters, digits, hyphens, dots and underscores, beginning with a letter or digit",
  ],
];

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
  assert.deepEqual(value?.broken, ["ships"]);
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
    value: { file: "t.yaml", lines: [], broken: [] },
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
