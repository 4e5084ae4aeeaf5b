import assert from "node:assert/strict";
import { test } from "node:test";
import { formatProblem } from "../errors.ts";
import { decodeSource } from "./source-text.ts";

/** The text of bytes, and what is told of them. */
function decode(bytes: Uint8Array | string): [text: string, ...problems: string[]] {
  const { text, problems } = decodeSource(Buffer.from(bytes), "a.md");
  return [text, ...problems.map(formatProblem)];
}

test("UTF-8 is read as it stands, without its byte order mark; lines may end as on Windows.", () => {
  assert.deepEqual(decode("é\tτ\r\n\n� 😀"), ["é\tτ\r\n\n� 😀"]);
  assert.deepEqual(decode("\uFEFFa"), ["a"]);
  assert.deepEqual(decode(""), [""]);
});

test("A file in another encoding is told once, and read as far as it can be.", () => {
  const [text, ...told] = decode(Buffer.from([0x61, 0x0a, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x0a, 0xe9]));
  assert.equal(text, "a\nMüller\né");
  assert.deepEqual(told, [
    `a.md:2  this file is not UTF-8, but as if saved as Latin-1 or Windows-1252
    found:   "Müller"
    mend:    save it as UTF-8`,
  ]);
});

test("UTF-16 is told, in either order, with a mark and without.", () => {
  const told = `a.md  this file is UTF-16\n    allowed: UTF-8\n    mend:    save it as UTF-8`;
  const little = Buffer.from("--- é\nb", "utf16le");
  const big = Buffer.from(little).swap16();
  assert.deepEqual(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little])), ["--- é\nb", told]);
  assert.deepEqual(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big])), ["--- é\nb", told]);
  assert.deepEqual(decode(little), ["--- é\nb", told]);
  assert.deepEqual(decode(big), ["--- é\nb", told]);
});

test("Control characters are told on each line that has one.", () => {
  assert.deepEqual(decode("a\nb\0c\0\nd\n\u001b[1m"), [
    "a\nb\uFFFDc\uFFFD\nd\n\uFFFD[1m",
    'a.md:2  a control character stands here\n    found:   U+0000 in "b\\u0000c\\u0000"\n    mend:    take it out',
    'a.md:4  a control character stands here\n    found:   U+001B in "\\u001b[1m"\n    mend:    take it out',
  ]);
});

test("Lines that end with a carriage return alone are told once, and read as lines.", () => {
  assert.deepEqual(decode("a\rb\r\nc\r"), [
    "a\nb\r\nc\n",
    "a.md:1  lines end with a carriage return alone\n    allowed: line feed, or carriage return and line feed\n    mend:    save the file with the line ends of Unix or Windows",
  ]);
});
