/**
 * A look at the markup of an XML text before any parser sees it: what could make a parser expand, fetch or recurse is
 * refused here, so that it need not be trusted to.
 */
import type { Problem } from "#lib/errors.ts";

/** Most levels of elements in one another. arXiv's answers have four. */
export const MOST_LEVELS = 32;
/** Most characters of a file; arXiv's answers have at most some millions. */
const MOST_ATOM_CHARACTERS = 128_000_000;

/** What the markup says of itself. */
export interface Markup {
  /** Name of the outermost element; "" where there is none. */
  root: string;
  /** The text with its CDATA sections written as escaped characters, every line where it was. */
  text: string;
  /** Where each element directly below the root begins: its name and its line, from 1. */
  children: { name: string; line: number }[];
}

/** Why a text is not read, and where; without a line when the whole text is meant. */
export type MarkupFault = Pick<Problem, "message" | "line" | "found">;

/** Everything that begins with `<` or `&`, in the order in which XML has it read; the last two match only what is not XML. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?([^\s?>]*)[\s\S]*?(?:\?>|$)|<(\/?)([^\s<>/!?"'=&]+)(?![^\s<>/!?"'=&])(?:"[^"<]*"|'[^'<]*'|[^"'<>])*>|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});|<!?[^\s<>]{0,20}|&[^\s;<&]{0,20};?/g;

/** Reads the markup, or says why the text is refused: an entity, a processing instruction, too many levels, no XML. */
export function readMarkup(source: string): Markup | MarkupFault {
  if (source.length > MOST_ATOM_CHARACTERS) {
    return { message: "the file is larger than 128 million characters" };
  }
  const scan = { root: "", depth: 0, line: 1, counted: 0, children: [] as Markup["children"] };
  const pieces: string[] = [];
  let copied = 0;
  for (const match of source.matchAll(TOKEN)) {
    scan.line += countLines(source, scan.counted, match.index);
    scan.counted = match.index;
    const [token, cdata] = match;
    const fault = judgeToken(match) ?? countElement(match, scan);
    if (fault !== undefined) return { message: fault, line: scan.line, found: token.slice(0, 60) };
    if (cdata === undefined) continue;
    pieces.push(source.slice(copied, match.index), escapeText(cdata));
    copied = match.index + token.length;
  }
  return { root: scan.root, text: pieces.join("") + source.slice(copied), children: scan.children };
}

/** Why one token is not taken; undefined when it is. */
function judgeToken(match: RegExpExecArray): string | undefined {
  const [token, cdata, instruction, , name] = match;
  if (name !== undefined || (token.startsWith("<!--") && token.endsWith("-->"))) return undefined;
  if (cdata !== undefined && token.endsWith("]]>")) return undefined;
  if (instruction !== undefined) {
    if (instruction === "xml" && match.index === 0 && token.endsWith("?>")) return undefined;
    return "a processing instruction other than the XML declaration is not read";
  }
  if (/^<!doctype/i.test(token)) return "a DOCTYPE is not read, since it can define entities that grow without end";
  if (/^<!(entity|element|attlist|notation)/i.test(token)) return "declarations are not read, entities least of all";
  if (token.startsWith("<")) return "this is not well-formed XML: < begins no element here";
  if (/^&(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);$/i.test(token)) return judgeReference(token);
  return token.endsWith(";")
    ? "this entity is defined nowhere"
    : "this is not well-formed XML: & begins no entity here";
}

/** https://www.w3.org/TR/xml/#NT-Char */
function judgeReference(token: string): string | undefined {
  const code = readCode(token);
  const isCharacter =
    code === undefined ||
    [9, 10, 13].includes(code) ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code < 0xfffe) ||
    (code > 0xffff && code <= 0x10ffff);
  return isCharacter ? undefined : "this reference names no character that XML allows";
}

/** Keeps count of the levels, and of what begins where. */
function countElement(
  [token, , , slash, name]: RegExpExecArray,
  scan: { root: string; depth: number; line: number; children: Markup["children"] },
): string | undefined {
  if (name === undefined) return undefined;
  if (slash === "/") {
    scan.depth -= 1;
    return undefined;
  }
  if (scan.depth === 0 && scan.root === "") scan.root = name;
  if (scan.depth === 1) scan.children.push({ name, line: scan.line });
  if (!token.endsWith("/>")) scan.depth += 1;
  return scan.depth > MOST_LEVELS ? `elements stand in one another more than ${MOST_LEVELS} levels deep` : undefined;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const NAMED: { [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text with its five named entities and its character references as the characters they name, once. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(?:\d+|x[\da-fA-F]+));/g, (token, name: string | undefined) =>
    name === undefined ? String.fromCodePoint(readCode(token) ?? 0xfffd) : (NAMED[name] ?? token),
  );
}

/** The number in a character reference; undefined for a named entity. */
function readCode(token: string): number | undefined {
  const [, decimal, hexadecimal] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(token) ?? [];
  if (decimal !== undefined) return Number(decimal);
  return hexadecimal === undefined ? undefined : Number.parseInt(hexadecimal, 16);
}
