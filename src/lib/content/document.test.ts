import assert from "node:assert/strict";
import { test } from "node:test";
import { makeDigestText, SAMPLE_BODY } from "#scenes/content-samples.ts";
import { formatProblem, type Problem } from "../errors.ts";
import { parseDigest } from "./parse.ts";

/** Problems as they are printed. */
function print(problems: Problem[]): string {
  return problems.map(formatProblem).join("\n");
}

function printDigest(fields: { [name: string]: string | undefined }, body?: string): string {
  return print(parseDigest(makeDigestText(fields, body), "a.md").problems);
}

test("YAML that cannot be parsed is told with line, reason, text and cure.", () => {
  const mend =
    'mend:    values that hold ": ", or begin with one of [ { > | * & ! % @ ` or a quotation mark, stand in double quotes';
  assert.equal(
    printDigest({ problem: "one: two" }),
    `a.md:3  this is not YAML that can be read\n    found:   Nested mappings are not allowed in compact mappings: "problem: one: two"\n    ${mend}`,
  );
  assert.equal(
    printDigest({ problem: "x\nproblem: y" }),
    `a.md:4  this field stands twice\n    found:   "problem: y"\n    allowed: each once; it stands first in line 3\n    mend:    keep one of the lines`,
  );
});

test("What YAML takes for more than text is told on its line, and leaves nothing out in silence.", () => {
  assert.equal(
    printDigest({ problem: "*idea" }),
    'a.md:3  what begins here is more than text for YAML, and would not come out as it is written\n    found:   "problem: *idea"\n    mend:    put what begins with one of * & ! ? [ { in double quotes',
  );
  for (const problem of ["!important Labels.", "!!js/function Labels.", "!!str a", "&a Labels.", "&a [*a]", "[&a b]"])
    assert.match(printDigest({ problem }), /^a\.md:3 {2}what begins here is more than text for YAML/, problem);
  for (const key of ["? [a]\n: b", "[a]: b", "{ a: b }: c"])
    assert.match(printDigest({ by: `d\n${key}` }), /^a\.md:11 {2}what begins here is more than text for YAML/, key);
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

test("An end of front matter with more than three hyphens is told on its line.", () => {
  assert.equal(
    print(parseDigest(makeDigestText().replace(/\n---\n/, "\n----\n"), "a.md").problems),
    `a.md:11  the front matter does not end here\n    found:   "----"\n    allowed: a line of three hyphens\n    mend:    make it three hyphens, or put the value in double quotes`,
  );
});

test("An end of front matter among the fields is one fault.", () => {
  const text = makeDigestText();
  assert.equal(
    print(parseDigest(text.replace("\nproblem:", "\n---\nproblem:"), "a.md").problems),
    'a.md:3  the front matter ends here, above more fields\n    found:   "---"\n    mend:    take this line out',
  );
});

test("Lines that look like fields and are none, or below front matter that is whole, are prose.", () => {
  const { problems } = parseDigest(makeDigestText({ by: undefined }, `note: ${SAMPLE_BODY}`), "a.md");
  assert.deepEqual(
    problems.map(({ field, message }) => [field, message]),
    [["by", "is missing"]],
  );
  assert.deepEqual(parseDigest(makeDigestText({}, `why: ${SAMPLE_BODY}`), "a.md").problems, []);
});

test("A field with a mistyped name is not told as missing, too.", () => {
  const text = makeDigestText({ tldr: undefined }).replace("problem:", "tdlr: x\nproblem:");
  assert.deepEqual(
    parseDigest(text, "a.md").problems.map(({ field, message, mend }) => [field, message, mend]),
    [["tdlr", "is not a field", 'write "tldr", or remove it']],
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
