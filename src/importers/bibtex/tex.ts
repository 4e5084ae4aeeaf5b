/** Values of BibTeX fields, which are TeX throughout, as text of a record. */
import { type Creator, type Options, parse } from "@retorquere/bibtex-parser";
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

/** A value as an abstract: text with its paragraphs, mathematics as its source. */
export function readTexText(value: string): string {
  return readTex(value, "note", cleanText);
}

/**
 * First all that is read elsewhere in the archive is read in the same way, then what is left of TeX by the parser, which
 * knows more commands; a command that it does not know either stays with all around it as its source.
 */
function readTex(value: string, field: "text" | "note", clean: (text: string) => string): string {
  const source = protect(value);
  const cleaned = clean(source.text);
  if (!/[\\{}`]|''/.test(cleaned)) return clean(source.restore(cleaned));
  // Cleaning makes signs of commands (`\%`), which the parser must not see either.
  const rest = protect(cleaned);
  const parsed = parseValue(rest.text, field);
  if (typeof parsed !== "string") return clean(value);
  return clean(source.restore(rest.restore(dropMarkup(parsed))));
}

/**
 * Names of authors as the parser tells them apart, their parts in the order in which people say them; `others` is none.
 * @returns no names but the value as `doubtful` when they cannot be told apart
 */
export function readTexNames(value: string): { names: string[]; doubtful?: string } {
  const { text, restore } = protect(
    value
      .replace(/\s+/g, " ")
      .replace(/(?<!\\)~/g, " ")
      .replaceAll("\\-", ""),
  );
  const parts = cutNames(text).map((part) => parseValue(part, "author"));
  if (!parts.every((part) => Array.isArray(part))) return { names: [], doubtful: value };
  const parsed = parts.flat();
  const names = parsed.map((creator) => joinName(creator, (part) => cleanName(restore(dropMarkup(part)))));
  const isDoubtful = parsed.some(({ suffix }) => suffix !== undefined && !isSuffix(dropMarkup(suffix)));
  if (isDoubtful) return { names: [], doubtful: value };
  return { names: names.filter((name) => /[\p{L}\p{N}]/u.test(name) && !/^(others|et al\.?)$/i.test(name)) };
}

/** Names that are parsed at once have about so many characters: the parser's time grows faster than a list of thousands. */
const PART_CHARACTERS = 2000;

/** Cuts a long list of names between two of them, outside braces. */
function cutNames(text: string): string[] {
  const parts: string[][] = [];
  let [depth, length] = [0, Number.POSITIVE_INFINITY];
  for (const name of text.split(/ and /i)) {
    if (depth === 0 && length > PART_CHARACTERS) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(name);
    length += name.length;
    depth += name.split("{").length - name.split("}").length;
  }
  return parts.map((part) => part.join(" and "));
}

/** `Jr.`, `III`, `père`: one short word. Anything else between commas is a list that no "and" divides. */
function isSuffix(suffix: string): boolean {
  return /^\p{L}[\p{L}.]{0,4}$/u.test(suffix);
}

/** Given name, particle, family name, suffix; an elided particle (`d'`, `al-`) joins the family name. */
function joinName(creator: Creator, clean: (part: string) => string): string {
  const parts = [creator.firstName, creator.prefix, creator.lastName, creator.suffix];
  const whole = creator.name ?? parts.filter((part) => part !== undefined && part !== "").join(" ");
  return clean(whole).replace(/(?<=(?:^|\s)(?:(?:[dlst]|dell|dall|nell|sull)['’]|['’]?\p{Ll}{1,3}-)) (?=\p{Lu})/gu, "");
}

/** One value as the parser reads it; undefined when it cannot, or when a command in it is unknown. */
function parseValue(value: string, field: string): string | Creator[] | undefined {
  let isUnknown = false;
  const unsupported = () => {
    isUnknown = true;
    return "";
  };
  try {
    const { entries, errors } = parse(`@x{x,\n${field}={${value}}}`, { ...OPTIONS, unsupported });
    const [entry] = entries;
    if (errors.length > 0 || isUnknown || entries.length !== 1) return undefined;
    return entry?.fields[field] as string | Creator[] | undefined;
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
    value
      .replace(/\\\(((?:(?!\\[()])[\s\S])*)\\\)/g, (_, math: string) => `$${math.trim()}$`)
      .replace(PADDED, (_, math: string) => `$${math.trim()}$`),
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
    if (typeof plain === "string") return keep(dropMarkup(plain));
    if (kind === "inline") return keep(`$${source}$`);
    return keep(`$$${source}$$`);
  });
  const restore = (result: string) =>
    result.replace(/[\ue100-\uf8ff]/g, (character) => pieces[character.charCodeAt(0) - FIRST] ?? character);
  return { text: text.join(""), restore };
}

/** Mathematics with space inside its dollar signs, which TeX allows and records do not. */
const PADDED = /(?<![\\$])\$(?=[^$\n]*?[\\^_])([^\S\n][^$\n]*)\$(?![$\d])/g;

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
