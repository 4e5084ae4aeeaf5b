/** Values of BibTeX fields, which are TeX throughout, as text of a record. */
import { type Options, parse } from "@retorquere/bibtex-parser";
import { cleanName, cleanText, cleanTitle } from "#lib/latex/clean.ts";
import { splitRuns } from "#lib/latex/runs.ts";

const OPTIONS: Options = { sentenceCase: false, caseProtection: false };
/** Characters that stand for pieces which the parser must not see. More pieces in one value are not looked at. */
const FIRST = 0xe100;
const MOST = 0x1700;
/** What TeX reads in its own way, and a record keeps or lib/latex/clean.ts reads with more care. */
const KEPT = /\\\$|\\[{}]|\\[\s\S]|[$%<>~\ue000-\uf8ff]|-{2,}/gu;
/** An accent over a dotless letter, which the parser sets over the letter without its dot. */
const DOTLESS = /\\(['"`^~=.]|[uvH](?=[\s{\\]))\s*(?:\{\s*\\([ij])\s*\}|\\([ij])(?![A-Za-z])\s?)/g;

/** A value as a title: one line of text, mathematics as its source. */
export function readTexTitle(value: string): string {
  return readTex(value, "text", cleanTitle);
}

/** A name, or a part of one, as text; without degrees, numbers and marks of footnotes. */
export function readTexName(source: string): string {
  const text = cleanName(source);
  return /[\\{}]/.test(text) ? cleanName(readTexTitle(source)) : text;
}

/** A value as an abstract: text with its paragraphs, mathematics as its source. */
export function readTexText(value: string): string {
  return readTex(value, "note", cleanText);
}

/**
 * First all that is read elsewhere in the archive is read in the same way, then what is left of TeX by the parser, which
 * knows more commands; a command that it does not know either stays with all around it as its source.
 */
function readTex(written: string, field: "text" | "note", clean: (text: string) => string): string {
  // Until all is read, a backslash that is meant must not be taken for TeX's.
  const value = written.replaceAll("\uf8fe", "").replace(BACKSLASH, "\uf8fe");
  return readValue(value, field, clean).replaceAll("\uf8fe", "\\");
}

/** A backslash by its name, in braces or with an empty group behind it. */
const BACKSLASH = /\{\\textbackslash\s?\}|\\textbackslash(?:\{\}|(?![A-Za-z]))/g;

function readValue(value: string, field: "text" | "note", clean: (text: string) => string): string {
  const source = protect(value);
  const cleaned = clean(source.text);
  if (!/[\\{}`]|''/.test(cleaned)) return clean(source.restore(cleaned));
  // Cleaning makes signs of commands (`\%`), which the parser must not see either.
  const rest = protect(cleaned);
  const parsed = parseValue(rest.text, field);
  if (parsed === undefined) return clean(value);
  return clean(source.restore(rest.restore(dropMarkup(parsed))));
}

/** One value as the parser reads it; undefined when it cannot, or when a command in it is unknown. */
function parseValue(value: string, field: string): string | undefined {
  let isUnknown = false;
  const unsupported = () => {
    isUnknown = true;
    return "";
  };
  try {
    const { entries, errors } = parse(`@x{x,\n${field}={${value}}}`, { ...OPTIONS, unsupported });
    const [entry] = entries;
    if (errors.length > 0 || isUnknown || entries.length !== 1) return undefined;
    return entry?.fields[field] as string | undefined;
  } catch {
    return undefined;
  }
}

/** Exchanges what the parser must not see for single characters, and gives the way back. */
function protect(value: string): { text: string; restore: (text: string) => string } {
  const pieces: string[] = [];
  const keep = (piece: string): string => {
    if (pieces.length >= MOST) return piece;
    pieces.push(piece);
    return String.fromCharCode(FIRST + pieces.length - 1);
  };
  const runs = splitRuns(
    unpad(value.replace(/\\\(((?:(?!\\[()])[\s\S])*)\\\)/g, (_, math: string) => `$${math.trim()}$`)),
  );
  const text = runs.map(({ kind, source }, index) => {
    const after = runs[index + 1]?.source ?? "";
    if (kind === "text")
      return source
        .replace(DOTLESS, "\\$1{$2$3}")
        .replace(KEPT, (token) => (/^\\[^${}]/.test(token) ? token : keep(token)));
    // Behind braces that go, a digit would make the closing dollar sign the beginning of a price.
    const isBeforeDigit = kind === "inline" && /^\}+\d/.test(after);
    const plain = isBeforeDigit ? parseValue(`$${source}$`, "text") : undefined;
    if (plain !== undefined) return keep(dropMarkup(plain));
    if (kind === "inline") return keep(`$${source}$`);
    return keep(`$$${source}$$`);
  });
  const restore = (result: string) =>
    result.replace(/[\ue100-\uf8ff]/g, (character) => pieces[character.charCodeAt(0) - FIRST] ?? character);
  return { text: text.join(""), restore };
}

/** Mathematics with space inside its dollar signs, which TeX allows and records do not. */
const PADDED = /(?<![\\$])\$(?=[^$\n]*?[\\^_])([^\S\n][^$\n]*)\$(?![$\d])/g;

/** Such mathematics without the space; text between two formulas is none. */
function unpad(value: string): string {
  return splitRuns(value)
    .map(({ kind, source }) => {
      if (kind === "text") return source.replace(PADDED, (_, math: string) => `$${math.trim()}$`);
      return kind === "inline" ? `$${source}$` : `$$${source}$$`;
    })
    .join("");
}

/** The parser's own markup goes, its text stays; an address that a word leads to is written behind it. */
function dropMarkup(text: string): string {
  return text
    .replace(/<a href="([^"]*)">((?:(?!<a |<\/a>)[\s\S])*)<\/a>/g, (_, address: string, label: string) =>
      label === address || !/^(https?|mailto):/i.test(address) ? label : `${label} (${address})`,
    )
    .replace(/<\/?p>/g, "\n\n")
    .replace(/<(br|\/?li|\/?ul)>/g, " ")
    .replace(/<[^<>]*>/g, "");
}
