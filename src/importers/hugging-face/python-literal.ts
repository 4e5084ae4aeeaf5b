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
const WORD = /(?:True|False|None)(?!\w)|-?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?/y;
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
  take(cursor, SPACE);
  if (cursor.position < text.length) fail(cursor, "the end of the text");
  return value;
}

function readValue(cursor: Cursor, depth: number): PythonValue {
  take(cursor, SPACE);
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
  const { position } = cursor;
  const word = take(cursor, WORD);
  if (word === "") fail(cursor, "a dict, list, tuple, text, number, True, False or None");
  const value = NAMES.get(word);
  if (value !== undefined) return value;
  const number = Number(word);
  const isWhole = /^-?\d+$/.test(word);
  if (isWhole && !INTEGER.test(word)) fail({ ...cursor, position }, "a number without zeros before it");
  if (isWhole ? !Number.isSafeInteger(number) : !Number.isFinite(number))
    fail({ ...cursor, position }, "a number that can be kept exactly");
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

/** Text up to the quotation mark that ends it. */
const TEXTS = { "'": /(?:[^'\\\r\n]+|\\[\s\S])*/y, '"': /(?:[^"\\\r\n]+|\\[\s\S])*/y } as const;
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
/** An escape; code points by number have up to three octal digits, or two, four or eight hexadecimal ones. */
const ESCAPE = /\\([0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g;
const LAST_CODE_POINT = 0x10ffff;

function readString(cursor: Cursor): string {
  const quote = cursor.text[cursor.position] === '"' ? '"' : "'";
  cursor.position += 1;
  const { text, position } = cursor;
  const source = take(cursor, TEXTS[quote]);
  const value = source.replace(ESCAPE, (_, code: string, offset: number) =>
    readEscape({ text, position: position + offset }, code),
  );
  if (text[cursor.position] !== quote) fail(cursor, `${quote} at the end of a text`);
  cursor.position += 1;
  return value;
}

/** The character that an escape means. Escapes that Python does not know are faults: `repr` writes none. */
function readEscape(cursor: Cursor, code: string): string {
  const simple = SIMPLE_ESCAPES[code];
  if (simple !== undefined) return simple;
  if (!/^(?:[0-7]|[xuU].)/.test(code)) fail(cursor, "an escape of Python's, such as \\n, \\' or \\u00e9");
  const point = /^\d/.test(code) ? Number.parseInt(code, 8) : Number.parseInt(code.slice(1), 16);
  if (point > LAST_CODE_POINT) fail(cursor, "a character of Unicode, up to \\U0010ffff");
  return String.fromCodePoint(point);
}

/** Passes over what the pattern, which is sticky, finds at the cursor, and gives it; "" when it finds nothing. */
function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.position;
  const found = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.position += found.length;
  return found;
}

/** Whether a mark comes next, after white space. */
function isNext(cursor: Cursor, mark: string): boolean {
  take(cursor, SPACE);
  return cursor.text[cursor.position] === mark;
}

/** Passes over a mark and the white space around it; whether it was there. */
function skip(cursor: Cursor, mark: string): boolean {
  if (!isNext(cursor, mark)) return false;
  cursor.position += 1;
  take(cursor, SPACE);
  return true;
}

function fail({ text, position }: Cursor, expected: string): never {
  const rest = text.slice(position, position + 24);
  const found = rest === "" ? "the end of the text" : JSON.stringify(rest);
  throw new PythonLiteralError(position, `${found} where ${expected} should be`);
}
