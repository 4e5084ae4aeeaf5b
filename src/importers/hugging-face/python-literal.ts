/**
 * Literals of Python (https://docs.python.org/3/reference/lexical_analysis.html#literals) as `repr` writes them:
 * dict, list, tuple, str, int, float, True, False, None. Nothing is evaluated: names, calls, sets, bytes, comments
 * and strings side by side are faults, so that a text is either read completely or not at all.
 */

/** What a Python literal becomes: a dict an object, a list or tuple an array, None null. */
export type PythonValue = null | boolean | number | string | PythonValue[] | { [key: string]: PythonValue };

/** Brackets within brackets; what the API answers has five. */
const MOST_DEPTH = 64;

/** Thrown for a text that is no literal. The message says what was found and what would have been right. */
export class PythonLiteralError extends Error {
  /** Where, in UTF-16 units from 0. */
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.name = "PythonLiteralError";
    this.position = position;
    delete this.stack;
  }
}

/** A text and how far it has been read. */
interface Cursor {
  text: string;
  position: number;
}

const SPACE = /[ \t\r\n\f]*/y;
const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /-?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?/y;
/** Zeros may lead a float but no int but zero. */
const INTEGER = /^-?(?:0+|[1-9]\d*)$/;
const NAMES = new Map<string, PythonValue>([
  ["True", true],
  ["False", false],
  ["None", null],
]);

/** The value of a text that is one literal from end to end. Throws a `PythonLiteralError` for any other. */
export function parsePythonLiteral(text: string): PythonValue {
  const cursor = { text, position: 0 };
  const value = readValue(cursor, 0);
  skipSpace(cursor);
  if (cursor.position < text.length) fail(cursor, "the end of the text");
  return value;
}

function readValue(cursor: Cursor, depth: number): PythonValue {
  skipSpace(cursor);
  if (depth > MOST_DEPTH) fail(cursor, `at most ${MOST_DEPTH} brackets within brackets`);
  switch (cursor.text[cursor.position]) {
    case "{":
      return readDict(cursor, depth);
    case "[":
      return readItems(cursor, "]", () => readValue(cursor, depth + 1)).items;
    case "(":
      return readTuple(cursor, depth);
    case "'":
    case '"':
      return readString(cursor);
    default:
      return readWord(cursor);
  }
}

/** True, False, None or a number. */
function readWord(cursor: Cursor): PythonValue {
  const name = match(cursor, NAME);
  const value = NAMES.get(name);
  if (value !== undefined) {
    cursor.position += name.length;
    return value;
  }
  const digits = match(cursor, NUMBER);
  if (digits === "") fail(cursor, "a dict, list, tuple, text, number, True, False or None");
  const number = Number(digits);
  const isWhole = /^-?\d+$/.test(digits);
  if (isWhole && !INTEGER.test(digits)) fail(cursor, "a number without zeros before it");
  if (isWhole ? !Number.isSafeInteger(number) : !Number.isFinite(number))
    fail(cursor, "a number that can be kept exactly");
  cursor.position += digits.length;
  return number;
}

function readDict(cursor: Cursor, depth: number): PythonValue {
  const { items } = readItems(cursor, "}", (): [string, PythonValue] => {
    if (!/['"]/.test(cursor.text[cursor.position] ?? "")) fail(cursor, "text as the key of a dict, or }");
    const key = readString(cursor);
    if (!skip(cursor, ":")) fail(cursor, ": after the key of a dict");
    return [key, readValue(cursor, depth + 1)];
  });
  // Makes own properties, of `__proto__` too, as JSON.parse does.
  return Object.fromEntries(items);
}

/** Items up to a closing bracket. Whether a comma stood last tells a tuple of one from a value in brackets. */
function readItems<Item>(cursor: Cursor, end: string, read: () => Item): { items: Item[]; endsInComma: boolean } {
  cursor.position += 1;
  const items: Item[] = [];
  let endsInComma = false;
  while (!skip(cursor, end)) {
    items.push(read());
    endsInComma = skip(cursor, ",");
    if (!endsInComma && !isNext(cursor, end)) fail(cursor, `, or ${end}`);
  }
  return { items, endsInComma };
}

function readTuple(cursor: Cursor, depth: number): PythonValue {
  const { items, endsInComma } = readItems(cursor, ")", () => readValue(cursor, depth + 1));
  const [only] = items;
  return items.length === 1 && only !== undefined && !endsInComma ? only : items;
}

const PLAIN = { "'": /[^'\\\r\n]*/y, '"': /[^"\\\r\n]*/y } as const;
const SIMPLE_ESCAPES: { [letter: string]: string } = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
/** Code points by number: up to three octal digits, or two, four or eight hexadecimal ones. */
const NUMBERED_ESCAPE = /[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y;
const LAST_CODE_POINT = 0x10ffff;

function readString(cursor: Cursor): string {
  const quote = cursor.text[cursor.position] === '"' ? '"' : "'";
  cursor.position += 1;
  let value = "";
  for (;;) {
    const plain = match(cursor, PLAIN[quote]);
    value += plain;
    cursor.position += plain.length;
    const next = cursor.text[cursor.position];
    if (next === quote) break;
    if (next !== "\\") fail(cursor, `${quote} at the end of a text`);
    value += readEscape(cursor);
  }
  cursor.position += 1;
  return value;
}

/** Reads from a backslash on. Escapes that Python does not know are faults: `repr` writes none. */
function readEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.position + 1] ?? "";
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) {
    cursor.position += 2;
    return simple;
  }
  NUMBERED_ESCAPE.lastIndex = cursor.position + 1;
  const [code] = NUMBERED_ESCAPE.exec(cursor.text) ?? [];
  if (code === undefined) return fail(cursor, "an escape of Python's, such as \\n, \\' or \\u00e9");
  const point = /^\d/.test(code) ? Number.parseInt(code, 8) : Number.parseInt(code.slice(1), 16);
  if (point > LAST_CODE_POINT) fail(cursor, "a character of Unicode, up to \\U0010ffff");
  cursor.position += 1 + code.length;
  return String.fromCodePoint(point);
}

/** What the pattern finds at the cursor, which stays; "" when it finds nothing. The pattern is sticky. */
function match({ text, position }: Cursor, pattern: RegExp): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? "";
}

function skipSpace(cursor: Cursor): void {
  cursor.position += match(cursor, SPACE).length;
}

/** Whether a mark comes next, after white space. */
function isNext(cursor: Cursor, mark: string): boolean {
  skipSpace(cursor);
  return cursor.text[cursor.position] === mark;
}

/** Passes over a mark and the white space around it; whether it was there. */
function skip(cursor: Cursor, mark: string): boolean {
  if (!isNext(cursor, mark)) return false;
  cursor.position += 1;
  skipSpace(cursor);
  return true;
}

function fail({ text, position }: Cursor, expected: string): never {
  const rest = text.slice(position, position + 24);
  const found = rest === "" ? "the end of the text" : JSON.stringify(rest);
  throw new PythonLiteralError(position, `${found} where ${expected} should be`);
}
