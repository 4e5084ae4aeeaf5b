import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, SAMPLE_BODY, stampSample } from "#scenes/content-samples.ts";
import { formatProblem, type Problem } from "../errors.ts";
import { parseDigest } from "./parse.ts";

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
    allowed: tldr, why, problem, approach, headline, results, limitations, audience, tags, writtenFrom, earlierText, by, checkedOn, checkedText, checkedSource
    mend:    write "tldr", or remove it`,
  );
  assert.equal(
    printDigest({ results: "\n  - claim: a\n    zebra: b" }),
    `a.md:7  results[0].zebra: is not a field
    allowed: claim, value, metric, dataset, model, setting, baseline
    mend:    remove "zebra"`,
  );
  assert.match(
    printDigest({ limitations: "{ authors: [], curators: [], curator: [] }" }),
    /limitations\.curators: is not a field\n {4}allowed: authors, curator\n {4}mend: {4}write "curator", or remove it$/,
  );
});

test("A missing field is told, on the line of what it is missing in.", () => {
  assert.equal(
    printDigest({ audience: undefined }),
    "a.md:2  audience: is missing\n    allowed: text\n    mend:    add it",
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
  [
    "headline",
    "all",
    'a.md:11  headline: is not what it should be\n    found:   "all"\n    allowed: the number of a result, from 1, or none',
  ],
  [
    "headline",
    "0",
    "a.md:11  headline: is not what it should be\n    found:   0\n    allowed: the number of a result, from 1, or none",
  ],
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

test("A checked digest that breaks off in mid-sentence is told, unless it was checked as it is.", () => {
  const stamped = stampSample(makeDigestText());
  assert.equal(print(parseDigest(stamped, "a.md").problems), "");
  const whole = stamped.trimEnd();
  const more = `${whole} Nothing more is said`;
  assert.equal(
    print(parseDigest(`${whole} Nothing more is\nsaid of "harb`, "a.md").problems),
    `a.md:31  body: the prose breaks off in mid-sentence, and is not the text that was checked
    found:   "…d in here. Nothing more is said of "harb"
    allowed: an end as . ! or ? makes it, or the text that was checked
    mend:    take the rest from the last commit, or end the sentence`,
  );
  for (const end of [".", "!", "…", '."', ".”)", ".**", ".](https://a.example/b)", "。"]) {
    assert.equal(print(parseDigest(more + end, "a.md").problems), "", end);
  }
  for (const end of ["", ",", " (", " 77", " e.g", " [it.](https://a.exa"]) {
    assert.match(print(parseDigest(more + end, "a.md").problems), /^a\.md:30 {2}body: the prose breaks off/, end);
  }
  assert.equal(
    print(parseDigest(makeDigestText({}, `${SAMPLE_BODY} Nothing more`), "a.md").problems),
    "",
    "never checked",
  );
  const list = stampSample(makeDigestText({}, `${SAMPLE_BODY}\n\n- ships\n- cranes`));
  assert.equal(print(parseDigest(list, "a.md").problems), "", "checked as it is");
});

test("A tldr may have thirty words, and no more.", () => {
  assert.equal(printDigest({ tldr: "word ".repeat(30) }), "");
  assert.match(
    printDigest({ tldr: "word ".repeat(31) }),
    /^a\.md:2 {2}tldr: is not what it should be\n {4}found: {3}"(word )+.*…\n {4}allowed: one sentence of at most 30 words$/,
  );
});

test("A line that says why a paper was picked may have 25 words, and no more.", () => {
  assert.equal(printDigest({ why: "word ".repeat(25) }), "");
  assert.match(
    printDigest({ why: "word ".repeat(26) }),
    /^a\.md:11 {2}why: .*\n.*\n {4}allowed: one line of at most 25 words$/,
  );
});

test("A digest may leave out problem, approach, headline and why.", () => {
  assert.equal(printDigest({ problem: undefined, approach: undefined }), "");
  for (const headline of ["1", "none"]) assert.equal(printDigest({ headline }), "");
});

test("Formulas and links to our pages stand in the prose alone; a dollar sign may be money, and code may show them.", () => {
  const plain = "plain words; formulas and links such as [[2510.18821]] belong in the prose below";
  for (const field of ["tldr", "why", "problem", "approach", "audience"]) {
    const told = (text: string): string => printDigest({ [field]: text });
    for (const text of ["A weight $h_i$.", "A weight of $$h$$", "See [[2510.18821]].", "See [[tag:games|games]]."])
      assert.ok(told(text).includes(plain), `${field}: ${text}`);
    for (const text of ["It costs $5, not $6.", "A lone $ sign.", "Write `[[2510.18821]]`."])
      assert.equal(told(text), "");
  }
});

test("Prose of 60 to 150 words is right; one word less or more is told.", () => {
  const words = (count: number) => "word ".repeat(count);
  assert.equal(printDigest({}, words(60)), "");
  assert.equal(printDigest({}, words(150)), "");
  assert.equal(
    printDigest({}, words(59)),
    "a.md:12  body: the prose is too short\n    found:   59 words\n    allowed: 60 to 150 words",
  );
  assert.equal(
    printDigest({}, words(151)),
    "a.md:12  body: the prose is too long\n    found:   151 words\n    allowed: 60 to 150 words",
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
