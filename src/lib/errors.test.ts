import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ContentError,
  describeValue,
  formatGroups,
  formatProblem,
  formatProblems,
  type Problem,
  sortProblems,
} from "./errors.ts";

const FULL: Problem = {
  file: "content/tags.yaml",
  line: 12,
  field: "planning.label",
  message: "is not what it should be",
  found: "7",
  allowed: "text",
  mend: "put it in double quotes",
};

test("A problem is told with place, field, finding, what is allowed and the cure, each on a line.", () => {
  assert.equal(
    formatProblem(FULL),
    `content/tags.yaml:12  planning.label: is not what it should be
    found:   7
    allowed: text
    mend:    put it in double quotes`,
  );
});

test("What a problem does not know takes no room.", () => {
  assert.equal(formatProblem({ file: "content", message: "does not exist" }), "content  does not exist");
});

test("Problems are ordered by file, line and field, under a heading that counts both.", () => {
  const problems: Problem[] = [
    { file: "b.md", line: 1, message: "x" },
    { file: "a.md", line: 10, field: "tldr", message: "x" },
    { file: "a.md", line: 10, field: "by", message: "x" },
    { file: "a.md", line: 9, message: "x" },
    { file: "a.md", message: "x" },
  ];
  assert.equal(
    formatProblems(problems),
    ["5 problems in 2 files", "a.md  x", "a.md:9  x", "a.md:10  by: x", "a.md:10  tldr: x", "b.md:1  x"].join("\n\n"),
  );
  assert.equal(formatProblems([FULL]).split("\n")[0], "1 problem in 1 file");
  assert.equal(problems[0]?.file, "b.md", "the list that was given is left as it was");
  assert.deepEqual(sortProblems(problems)[4], problems[0]);
});

test("A content error tells all its problems and carries no stack trace.", () => {
  const error = new ContentError([FULL]);
  assert.equal(error.message, formatProblems([FULL]));
  assert.deepEqual(error.problems, [FULL]);
  assert.equal(error.stack, undefined);
  assert.equal(error.name, "ContentError");
});

test("Any value is shown on one line of at most 80 characters.", () => {
  assert.equal(describeValue(undefined), "nothing");
  assert.equal(describeValue(null), "null");
  assert.equal(describeValue("a\nb"), '"a\\nb"');
  assert.equal(describeValue({ a: [1] }), '{"a":[1]}');
  assert.equal(describeValue(Number.NaN), "NaN");
  assert.equal(describeValue(Number.POSITIVE_INFINITY), "Infinity");
  assert.equal(describeValue("x".repeat(78)).length, 80);
  const long = describeValue("x".repeat(79));
  assert.equal(long.length, 80);
  assert.ok(long.endsWith("x…"));
});

test("Many problems of one kind are one, with their number and the first places; a few are each by itself.", () => {
  const make = (count: number, rest: Partial<Problem> = {}) =>
    Array.from(
      { length: count },
      (_, index): Problem => ({
        file: "x.bib",
        line: 4 * index + 1,
        field: `key${index}.title`,
        message: "is missing",
        allowed: "text that is not empty",
        ...rest,
      }),
    );
  assert.equal(formatGroups(make(5)).length, 5);
  const [untitled, ...others] = formatGroups([
    ...make(5000),
    ...make(300, { field: "year", found: "x" }),
    ...make(2, { message: "is odd" }),
  ]);
  assert.equal(
    untitled,
    [
      "5,000 times  title: is missing",
      "    allowed: text that is not empty",
      "    at:      x.bib:1 key0.title, x.bib:5 key1.title, x.bib:9 key2.title and 4,997 more; --json names all",
    ].join("\n"),
  );
  assert.equal(others.length, 3);
  const taken = Array.from({ length: 40 }, (_, index) => ({
    file: "x",
    message: `2510.1${1000 + index} was taken out on 2026-01-0${index % 9}, and stays out`,
  }));
  assert.equal(formatGroups(taken).length, 1, "whatever paper it is about");
});
