/** Text of a BibTeX or BibLaTeX file -> its entries as plain objects, their values still in TeX. */
import { type Entry, type Library, type Options, parse } from "@retorquere/bibtex-parser";
import { listUndefined, type MaskedText, markUndefined, maskText } from "./mask.ts";

/** An entry. */
export interface BibtexEntry {
  /** Its key; "" where it has none. */
  key: string;
  /** Its type in lower case, such as `article`. */
  type: string;
  /** Line on which it begins, from 1. */
  line: number;
  /** Values by field name in lower case, in TeX, their outer braces taken away, abbreviations written out. */
  fields: { [field: string]: string };
  /** Keywords, each in TeX. */
  keywords: string[];
  /** Fields that are left out, since they use an abbreviation that is not defined. */
  undefinedNames: { field: string; name: string }[];
}

/** A part of the file that could not be read. */
export interface BibtexFault {
  /** Line on which the entry begins, from 1; absent when the whole file is meant. */
  line?: number;
  /** The entry's key, or its type with `@` where no key can be read; absent when the whole file is meant. */
  entry?: string;
  /** What the parser said. */
  reason: string;
}

/** What a file holds. */
export interface Bibliography {
  /** Entries in the order of the file. */
  entries: BibtexEntry[];
  /** What could not be read. */
  faults: BibtexFault[];
}

/** How names of months are abbreviated beyond what BibTeX itself knows. */
const STRINGS = { SEPT: "09" };

/** All values as they are: what TeX means by them is read value by value, see tex.ts. */
const OPTIONS: Options = { sentenceCase: false, caseProtection: false, verbatimFields: [/./], applyCrossRef: true };

/** Reads a file. What is broken is told in `faults`, and all the rest is kept; throws nothing. */
export function parseBibtex(source: string): Bibliography {
  const masked = maskText(source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const endless = findEndlessAbbreviation(masked.text);
  if (endless !== undefined) {
    const reason = `the abbreviation ${endless} stands for more than ${MOST_ABBREVIATED_CHARACTERS} characters`;
    return { entries: [], faults: [{ reason }] };
  }
  try {
    const library = readLibrary(masked.text);
    return {
      entries: placeEntries(library.entries, masked),
      faults: listFaults(library, masked),
    };
  } catch (error) {
    return { entries: [], faults: [{ reason: error instanceof Error ? error.message : String(error) }] };
  }
}

/** The parser names each undefined abbreviation once; reading again with marks in their place shows where they stand. */
function readLibrary(text: string): Library {
  const library = parse(text, { ...OPTIONS, strings: STRINGS });
  const names = library.errors.flatMap(({ error }) => /^Unresolved @string reference "(.*)"$/.exec(error)?.[1] ?? []);
  if (names.length === 0) return library;
  const marks = Object.fromEntries(names.map((name) => [name, markUndefined(name)]));
  return parse(text, { ...OPTIONS, strings: { ...STRINGS, ...marks } });
}

/** The parser leaves the remains of broken entries among the others, without their source. */
function placeEntries(entries: Entry[], { text, unmask }: MaskedText): BibtexEntry[] {
  const findLine = makeFinder(text);
  return entries
    .filter((entry) => entry.input !== "")
    .map((entry) => {
      const { keywords = [] } = entry.fields;
      const all = Object.entries<unknown>(entry.fields).flatMap(([field, value]) =>
        typeof value === "string" ? [{ field, value }] : [],
      );
      return {
        key: unmask(entry.key),
        type: entry.type,
        line: findLine(entry.input) ?? 1,
        fields: Object.fromEntries(
          all.flatMap(({ field, value }) => (listUndefined(value).length > 0 ? [] : [[field, unmask(value).trim()]])),
        ),
        keywords: orderKeywords(keywords, entry.input).map((keyword) => unmask(keyword)),
        undefinedNames: all.flatMap(({ field, value }) => listUndefined(value).map((name) => ({ field, name }))),
      };
    });
}

/** The parser sorts keywords; here they are as the entry has them. */
function orderKeywords(keywords: string[], input: string): string[] {
  const start = input.search(/\bkeywords\s*=/i);
  const find = (keyword: string) => input.indexOf(keyword, start);
  return keywords.toSorted((a, b) => find(a) - find(b));
}

function listFaults(library: Library, { text, unmask, unclosed }: MaskedText): BibtexFault[] {
  const findLine = makeFinder(text);
  const open = unclosed.map(({ line, start, next }) => {
    const place = next === undefined ? "at the end of the file" : `in line ${next}, where the next entry begins`;
    return { line, entry: nameStart(start), reason: `a brace that opens in this entry is still open ${place}` };
  });
  const told = library.errors.flatMap(({ error, input = "" }) => {
    const at = text.indexOf(input);
    // An @ within a word is an address in an entry that is broken and has been told of.
    if (input === "" || /[\p{L}\p{N}._-]$/u.test(text.slice(0, at).slice(-2))) return [];
    const line = findLine(input) ?? 1;
    const [first = ""] = unmask(error).split("\n");
    const reason = first.replace(/^Maximum call stack size exceeded/, "it is too long, or its braces stand too deep");
    return [{ line, entry: nameStart(input), reason }];
  });
  return [...open, ...told];
}

/** Key of an entry, or its type where it has none, from its beginning. */
function nameStart(start: string): string {
  const [, type = "", key = ""] = /^(@\s*\w*)\s*[{(]?\s*([^\s,={}()"]*)/.exec(start) ?? [];
  return key || type;
}

/** Gives the line of a part of the text; parts are asked for in order, so that equal ones are told apart. */
function makeFinder(text: string): (part: string) => number | undefined {
  let [from, line, counted] = [0, 1, 0];
  return (part) => {
    const next = text.indexOf(part, from);
    const at = next === -1 ? text.indexOf(part) : next;
    if (at === -1) return undefined;
    if (at < counted) [line, counted] = [1, 0];
    for (let end = text.indexOf("\n", counted); end !== -1 && end < at; end = text.indexOf("\n", end + 1)) line += 1;
    counted = at;
    from = at + 1;
    return line;
  };
}

/** Most characters that one abbreviation may stand for. Names of journals and series have some hundred. */
const MOST_ABBREVIATED_CHARACTERS = 100_000;
const DEFINITION = /@string\s*[{(]\s*([^\s={}()"#,]+)\s*=([^\n]*(?:\n(?![^\S\n]*@)[^\n]*)*)/gi;

/** The first abbreviation that stands for more than that; undefined when none does. */
function findEndlessAbbreviation(text: string): string | undefined {
  const lengths = new Map<string, number>();
  for (const [, name = "", value = ""] of text.matchAll(DEFINITION)) {
    const used = [...value.replace(/"[^"]*"/g, " ").matchAll(/[^\s#={}()",]+/g)].map(([word]) => word.toLowerCase());
    const length = used.reduce((sum, word) => sum + (lengths.get(word) ?? 0), value.length);
    if (length > MOST_ABBREVIATED_CHARACTERS) return name;
    lengths.set(name.toLowerCase(), length);
  }
  return undefined;
}
