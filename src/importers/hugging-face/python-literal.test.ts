import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PythonLiteralError, type PythonValue, parsePythonLiteral } from "./python-literal.ts";

test("Each kind of literal is read as Python reads it.", () => {
  const cases: [string, PythonValue][] = [
    ["{}", {}],
    [" {'a': 1, \"b\": [True, False, None,], } ", { a: 1, b: [true, false, null] }],
    ["[(), (1,), (1), (1, 2), (1, 2,)]", [[], [1], 1, [1, 2], [1, 2]]],
    ["[0, -7, 00, 1.5, 1., .5, 1e3, 2.5E-07, -0.5]", [0, -7, 0, 1.5, 1, 0.5, 1000, 2.5e-7, -0.5]],
    ["['it\"s', \"it's\", 'it\\'s', '']", ['it"s', "it's", "it's", ""]],
    ["'\\\\ \\a\\b\\f\\n\\r\\t\\v \\x41 \\101 \\0 \\u00e9 \\U0001F600 a\\\nb'", "\\ \x07\b\f\n\r\t\v A A \0 é 😀 ab"],
    ["'\\\\n'", "\\n"],
    ["{'a': 1, 'a': 2}", { a: 2 }],
    ["{\n\t'a' :\r\n1}", { a: 1 }],
  ];
  for (const [text, value] of cases) assert.deepEqual(parsePythonLiteral(text), value, text);
});

test("A text that is not one literal is refused at the place where it stops being one.", () => {
  const cases: [string, number, string][] = [
    ["", 0, "the end of the text where a dict"],
    ["{'a': 1", 7, "the end of the text where , or }"],
    ["{'a': 'b", 8, "the end of the text where ' at the end of a text"],
    ["{'a': 'b\nc'}", 8, "where ' at the end of a text"],
    ["{'a': null}", 6, '"null}" where a dict'],
    ["{'a': nan}", 6, '"nan}"'],
    ["{'a': datetime.datetime(2024, 1, 1)}", 6, '"datetime.datetime(2024, "'],
    ["{'a': __import__('os').system('x')}", 6, '"__import__'],
    ["{'a': Truee}", 6, '"Truee}"'],
    ["{'a': True or False}", 11, '"or False}" where , or }'],
    ["{'a': 1 + 1}", 8, '"+ 1}"'],
    ["{1: 2}", 1, "text as the key of a dict"],
    ["{'a', 'b'}", 4, ": after the key"],
    ["{'a': b'x'}", 6, "\"b'x'}\""],
    ["['a' 'b']", 5, ", or ]"],
    ["['''a''']", 3, ", or ]"],
    ["[1, 2)", 5, ", or ]"],
    ["[,]", 1, '",]"'],
    ["[1] # one", 4, "where the end of the text"],
    ["['\\d']", 2, "an escape of Python's"],
    ["['\\N{DASH}']", 2, "an escape of Python's"],
    ["['\\8']", 2, "an escape of Python's"],
    ["['\\x4']", 2, "an escape of Python's"],
    ["['\\U00110000']", 2, "a character of Unicode"],
    ["[01]", 1, "a number without zeros before it"],
    ["[1_000]", 2, ", or ]"],
    ["[0x1f]", 2, ", or ]"],
    ["[2j]", 2, ", or ]"],
    ["[9007199254740993]", 1, "a number that can be kept exactly"],
    ["[1e999]", 1, "a number that can be kept exactly"],
  ];
  for (const [text, position, message] of cases) {
    assert.throws(
      () => parsePythonLiteral(text),
      (error) => {
        assert.ok(error instanceof PythonLiteralError, text);
        assert.ok(error.message.includes(message), `${text}: ${error.message}`);
        assert.equal(error.position, position, text);
        return true;
      },
    );
  }
});

test("Brackets deeper than any answer has are refused and do not exhaust the stack.", () => {
  assert.equal(JSON.stringify(parsePythonLiteral("[".repeat(64) + "]".repeat(64))).length, 128);
  assert.throws(() => parsePythonLiteral("[".repeat(100_000)), /at most 64 brackets within brackets/);
  assert.throws(() => parsePythonLiteral("{'a':".repeat(100_000)), /at most 64/);
});

test("A key named __proto__ is a key and changes no prototype.", () => {
  const value = parsePythonLiteral("{'__proto__': {'isAdmin': True}}") as { isAdmin?: boolean };
  assert.equal(value.isAdmin, undefined);
  assert.deepEqual(Object.keys(value), ["__proto__"]);
});

/** Text as Python's `repr` writes it: single quotes unless it holds those and no double ones. */
function writeText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = [...text].map((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (character === "\\" || character === quote) return `\\${character}`;
    if (character === "\n") return "\\n";
    if (point < 0x20 || (point > 0x7e && point < 0x100)) return `\\x${point.toString(16).padStart(2, "0")}`;
    return point > 0x2000 && point < 0x2100 ? `\\u${point.toString(16)}` : character;
  });
  return `${quote}${escaped.join("")}${quote}`;
}

function writeLiteral(value: PythonValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") {
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
  }
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(", ")}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${writeText(key)}: ${writeLiteral(entry)}`);
  return `{${entries.join(", ")}}`;
}

test("Whatever is written as Python writes it comes back the same.", () => {
  const text = fc.string({ unit: "grapheme" });
  const { value } = fc.letrec<{ value: PythonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value")),
      fc.dictionary(text, tie("value"), { noNullPrototype: true }),
    ),
  }));
  fc.assert(fc.property(value, (made) => assert.deepEqual(parsePythonLiteral(writeLiteral(made)), made)));
});
