import assert from "node:assert/strict";
import { test } from "node:test";
import { parseYamlSource } from "./yaml-source.ts";

/** What is told of a text, each with its line and message. */
function tell(text: string): [line: number | undefined, message: string][] {
  return parseYamlSource(text, "a.yaml").problems.map(({ line, message }) => [line, message]);
}

/** The cures of what is told of a text. */
function cure(text: string): (string | undefined)[] {
  return parseYamlSource(text, "a.yaml").problems.map(({ mend }) => mend);
}

test("A tab is one fault, with its own cure, whatever follows it.", () => {
  const TAB = "a tab stands where only blanks may";
  const many = "results:\n\t- claim: a\n\t  value: b\n\t- claim: c\nby: d\n";
  assert.deepEqual(tell(`tldr: x\n${many}`), [[3, TAB]]);
  assert.deepEqual(cure(many), ["replace the tabs at the beginning of lines by blanks"]);
  assert.deepEqual(tell("\ttldr: x\n"), [[1, TAB]]);
  assert.deepEqual(tell("limits:\n  authors: []\n\tcurator: []\n"), [[3, TAB]]);
  assert.deepEqual(tell("- id: a\n\tlabel: b\n- id: c\n  label: d\n"), [[2, TAB]]);
  assert.deepEqual(tell('a: >-\n  x\n  \ty\nb: "x\ty"\n'), []);
});

test("A quotation mark that is not closed is told on the line where it opens.", () => {
  const QUOTE = "a quotation mark is opened and not closed";
  assert.deepEqual(tell('a: 1\nb: "x: y\nc: 3\nd: 4\n'), [[2, QUOTE]]);
  assert.deepEqual(tell("a: 1\nb:\n  - 'x'\n  - 'y\n  - z\nc: 3\n"), [[4, QUOTE]]);
  assert.deepEqual(cure('a: "x\n'), ['end the value with "']);
});

test("A bracket that is not closed is told on the line where it opens.", () => {
  const BRACKET = "a bracket is opened and not closed";
  assert.deepEqual(tell("a: 1\ntags: [b, c\nd: 4\n"), [[2, BRACKET]]);
  assert.deepEqual(tell("a:\n  b: { c: [d, e]\nf: g\n"), [[2, BRACKET]]);
  assert.deepEqual(tell("a: [b, c"), [[1, BRACKET]]);
  assert.deepEqual(cure("a: [b\nc: d\n"), ["end the list with ]"]);
  assert.deepEqual(cure("a: {b: c\nc: d\n"), ["end the fields with }"]);
  assert.deepEqual(tell("a: [b]]\n"), [[1, "a bracket is closed that was not opened"]]);
});

test("A field that stands twice is told with the line of the first.", () => {
  const DOUBLE = "this field stands twice";
  const { problems } = parseYamlSource("a: 1\nb: 2\na: 3\na: 4\n", "a.yaml", 1);
  assert.deepEqual(problems, [
    {
      file: "a.yaml",
      line: 4,
      message: DOUBLE,
      found: '"a: 3"',
      allowed: "each once; it stands first in line 2",
      mend: "keep one of the lines",
    },
    {
      file: "a.yaml",
      line: 5,
      message: DOUBLE,
      found: '"a: 4"',
      allowed: "each once; it stands first in line 2",
      mend: "keep one of the lines",
    },
  ]);
  assert.deepEqual(tell("- id: a\n  id: b\n- id: c\n  x: { y: 1, y: 2 }\n"), [
    [2, DOUBLE],
    [4, DOUBLE],
  ]);
});

test("A blank that is missing after the colon is told with the line as it should be.", () => {
  assert.deepEqual(tell("a: 1\nby:Me\nc: 3\n"), [[2, "a blank is missing after the colon"]]);
  assert.deepEqual(cure("by:Me\nc: 3\n"), ["write: by: Me"]);
  assert.deepEqual(cure("c: 3\nby:Me\n"), ["write: by: Me"]);
  assert.deepEqual(tell("a: 1\nhello world\nb: 2\n"), [[2, "this line belongs to no field"]]);
  assert.deepEqual(tell("a: 1\nb: 2\nhello world\n"), [[3, "this line belongs to no field"]]);
});

test("Wrong indentation is told on its line.", () => {
  const INDENT = "this line does not begin where the others of its kind do";
  assert.deepEqual(tell("a: 1\n  b: 2\nc: 3\n"), [[2, INDENT]]);
  assert.deepEqual(tell("a:\n  b: 1\n c: 2\nd: 3\n"), [[3, INDENT]]);
  assert.deepEqual(tell("a:\n  - 1\n - 2\nd: 3\n"), [[3, INDENT]]);
  assert.deepEqual(tell("- a: 1\n b: 2\n"), [[2, INDENT]]);
  assert.deepEqual(cure("a:\n  b: 1\n c: 2\n"), ["indent it by as many blanks as they are"]);
});

test("Other faults have cures of their own, too.", () => {
  assert.deepEqual(tell('a: "\\m"\n'), [[1, "a backslash in double quotes begins an escape that there is not"]]);
  assert.deepEqual(cure('a: "\\m"\n'), ["write \\\\ for a backslash"]);
  for (const value of ["'it's'", "*bold* text", "{x} text", "[x] text", '""""""'])
    assert.deepEqual(tell(`a: ${value}\nb: 2\n`), [[1, "text stands behind the end of the value"]], value);
  assert.deepEqual(tell("- id: a\nstray\n"), [[2, "this line belongs to no field"]]);
  assert.deepEqual(tell("%YAML 1.1\na: 1\n"), [[1, "this line belongs to no field"]]);
  assert.deepEqual(tell("a: - b\nc: 2\n"), [[1, "a list begins on the line of its field"]]);
  assert.deepEqual(tell("- id: a\n---\n- id: b\n"), [[2, "a second document begins here"]]);
  assert.deepEqual(tell("a: 1\n...\nb: 2\n"), [[2, "a second document begins here"]]);
  assert.deepEqual(cure("a: 1\n...\nb: 2\n"), ["take this line out"]);
  for (const value of ["b: c", "`b`", "@b", "%b", "? b"])
    assert.match(cure(`a: ${value}\nd: 1\n`).join(), /^values that hold ": ", .* stand in double quotes$/);
});

test("Faults of different fields are told together.", () => {
  assert.deepEqual(
    tell('a: "x\nb: [1, 2\nc: 3\nc: 4\nd:x\ne:\n\t- 1\nf: g: h\n').map(([line]) => line),
    [1, 2, 4, 5, 7, 8],
  );
});

test("What is right has no faults.", () => {
  const sound = [
    "",
    "# nothing\n",
    "a: 1\nb: >-\n  x: y\n  'z\nc: [1,\n  2]\nd:\n- e\n- f\n",
    "- a: 1\n  b: 2\n# c\n- d\n",
    'a: "x\n  y"\n',
    "hello",
  ];
  for (const text of sound) assert.deepEqual(tell(text), [], text);
});
