/** Files of content as text: in UTF-8, readable, without what no page can show. Each fault of a file is told once. */
import { isUtf8 } from "node:buffer";
import { lstatSync, readFileSync, statSync } from "node:fs";
import { describeValue, type Problem } from "../errors.ts";
import { findFileFault, readErrorCode } from "../failure.ts";
import { nameContentFile } from "./content-files.ts";

/** A file as it was read. */
export interface SourceText {
  /** Its bytes; none when it cannot be read. */
  bytes: Buffer;
  /** Its text, mended as far as it can be, so that faults of its bytes are not told again as others. */
  text: string;
  /** What is wrong with its bytes. */
  problems: Problem[];
}

/** Reads and parses a file, and tells what is wrong with its bytes and in its text. @param source what it holds, where known */
export function parseSource<Outcome extends { problems: Problem[] }>(
  path: string,
  parse: (text: string, file: string) => Outcome,
  source: SourceText = readSource(path),
): { source: SourceText; outcome: Outcome } {
  const file = nameContentFile(path);
  const outcome = parse(source.text, file);
  // Of a file that cannot be read it would be told that it is empty.
  const own = source.problems.length > 0 && source.bytes.length === 0 ? [] : outcome.problems;
  return { source, outcome: { ...outcome, problems: [...source.problems, ...own] } };
}

/** Reads a file. One that cannot be read is empty, with the reason among its problems. */
export function readSource(path: string): SourceText {
  const file = nameContentFile(path);
  try {
    const entry = statSync(path);
    // What has no end would be read for ever; of a folder reading says what is wrong.
    if (!entry.isFile() && !entry.isDirectory()) return refuseSource(file, NO_FILE);
    const bytes = readFileSync(path);
    return { bytes, ...decodeSource(bytes, file) };
  } catch (error) {
    const code = readErrorCode(error);
    const isLost = code === "ENOENT" && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    const fault = isLost ? LOST_LINK : findFileFault(code);
    if (fault === undefined) throw error;
    return refuseSource(file, fault);
  }
}

function refuseSource(file: string, { reason, cure }: typeof NO_FILE): SourceText {
  const mend = `${cure[0]?.toLowerCase()}${cure.slice(1)}`;
  const problem = { file, message: `this file could not be read: ${reason}`, mend };
  return { bytes: Buffer.alloc(0), text: "", problems: [problem] };
}

const NO_FILE = { reason: "it is no file, but a pipe, a socket or a device", cure: "Put a file in its place" };
const LOST_LINK = { reason: "it is a link that leads to nothing", cure: "Lead it to a file, or take it out" };

/** What no text holds: control characters but tab and line ends, and a byte order mark that begins a line. */
const CONTROL = /(?![\t\n\r\u0080-\u009f])\p{Cc}|^\uFEFF/mu;

/** The bytes of a file as text. @param file for the problems */
export function decodeSource(bytes: Buffer, file: string): Omit<SourceText, "bytes"> {
  const problems: Problem[] = [];
  const wide = findWideEncoding(bytes);
  let text = new TextDecoder(wide).decode(bytes);
  if (wide !== undefined) {
    problems.push({ file, message: "this file is UTF-16", allowed: "UTF-8", mend: "save it as UTF-8" });
  } else if (!isUtf8(bytes)) {
    const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
    text = new TextDecoder("windows-1252").decode(bytes);
    problems.push({
      file,
      line,
      message: "this file is not UTF-8, but as if saved as Latin-1 or Windows-1252",
      found: describeValue(text.split("\n")[line - 1]?.trim()),
      mend: "save it as UTF-8",
    });
  }
  if (/\r(?!\n)/.test(text)) {
    problems.push({
      file,
      line: text.slice(0, text.search(/\r(?!\n)/)).split("\n").length,
      message: "lines end with a carriage return alone",
      allowed: "line feed, or carriage return and line feed",
      mend: "save the file with the line ends of Unix or Windows",
    });
    text = text.replace(/\r(?!\n)/g, "\n");
  }
  if (CONTROL.test(text)) {
    problems.push(...listControls(text, file));
    text = text.replaceAll(new RegExp(CONTROL, "gmu"), (sign) => (sign === "\uFEFF" ? "" : "\uFFFD"));
  }
  return { text, problems };
}

/** UTF-16 has a mark at its beginning; without one, every other byte of a text in Latin letters is 0. */
function findWideEncoding(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.length % 2 === 1 || bytes.length < 4) return undefined;
  if (first !== 0 && second === 0 && bytes[2] !== 0 && bytes[3] === 0) return "utf-16le";
  if (first === 0 && second !== 0 && bytes[2] === 0 && bytes[3] !== 0) return "utf-16be";
  return undefined;
}

function listControls(text: string, file: string): Problem[] {
  return text.split("\n").flatMap((content, index) => {
    const [character] = CONTROL.exec(content) ?? [];
    if (character === undefined) return [];
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return [
      {
        file,
        line: index + 1,
        message: "a control character stands here",
        found: `U+${code} in ${describeValue(content.trim())}`,
        mend: "take it out",
      },
    ];
  });
}
