/** Text of a BibTeX or BibLaTeX file -> its entries as plain objects, their values still in TeX. */
import { type Entry, type Library, type Options, parse } from "@retorquere/bibtex-parser";
import { type MaskedText, maskText } from "./mask.ts";

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

/** BibTeX's own abbreviations of months, and another one; as names, so that in `jul # "~3"` they are none of the numbers. */
const STRINGS = {
  ...{ JAN: "January", FEB: "February", MAR: "March", APR: "April", MAY: "May", JUN: "June", JUL: "July" },
  ...{ AUG: "August", SEP: "September", SEPT: "September", OCT: "October", NOV: "November", DEC: "December" },
};

/** All values as they are: what TeX means by them is read value by value, see tex.ts. */
const OPTIONS: Options = { sentenceCase: false, caseProtection: false, verbatimFields: [/./], applyCrossRef: false };

/** A part of a file that holds whole entries, and what the parser says of it. */
type Piece = MaskedText["pieces"][number] & Pick<Library, "entries" | "errors">;

/** Reads a file. What is broken is told in `faults`, and all the rest is kept; throws nothing. */
export function parseBibtex(source: string): Bibliography {
  const masked = maskText(source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  const endless = findEndlessAbbreviation(masked);
  if (endless !== undefined) {
    const reason = `the abbreviation ${endless} stands for more than ${MOST_ABBREVIATED_CHARACTERS} characters`;
    return { entries: [], faults: [{ reason }] };
  }
  try {
    const pieces = readPieces(masked.pieces);
    const errors = pieces.flatMap((piece) => piece.errors.map(({ error }) => error));
    const unknown = new Set(errors.flatMap((error) => /^Unresolved @string reference "(.*)"$/.exec(error)?.[1] ?? []));
    return {
      entries: pieces.flatMap((piece) => placeEntries(piece, masked, unknown)),
      faults: [
        ...masked.parts.flatMap(({ line, text, reason }) =>
          reason === undefined ? [] : [{ line, entry: nameStart(text), reason }],
        ),
        ...pieces.flatMap((piece) => listFaults(piece, masked)),
      ],
    };
  } catch {
    // What it says then is of its own code.
    return { entries: [], faults: [{ reason: "the parser of BibTeX gave up on this file" }] };
  }
}

/** Reads piece by piece: the time that the parser takes over what is broken grows faster than what it is given. */
function readPieces(masked: MaskedText["pieces"]): Piece[] {
  const known = { ...STRINGS };
  const pieces = masked.map((piece) => {
    const { entries, errors, strings } = parse(piece.text, { ...OPTIONS, strings: known });
    Object.assign(known, strings);
    return { ...piece, entries: entries.filter(({ input }) => input !== ""), errors };
  });
  const inherited = inheritFields(
    pieces.flatMap(({ entries }) => entries),
    known,
  );
  return pieces.map((piece) => ({ ...piece, entries: piece.entries.map((entry) => inherited.get(entry) ?? entry) }));
}

/** So many entries inherit at once, and no more than three times as many are asked for it. */
const FAMILY_ENTRIES = 200;

/** Entries that refer to another one by `crossref`, each with what it has from that; the two may be in different pieces. */
function inheritFields(entries: Entry[], strings: Record<string, string>): Map<Entry, Entry> {
  const byKey = new Map(entries.map((entry) => [entry.key.toUpperCase(), entry]));
  const findParent = ({ fields }: Entry) => byKey.get(String(fields["crossref"] ?? "").toUpperCase());
  const children = entries.filter((entry) => entry.key !== "" && findParent(entry) !== undefined);
  const inherited = new Map<Entry, Entry>();
  for (let start = 0; start < children.length; start += FAMILY_ENTRIES) {
    const batch = children.slice(start, start + FAMILY_ENTRIES);
    const family = new Set(batch);
    for (const member of family) {
      const parent = findParent(member);
      if (parent !== undefined && family.size < 3 * FAMILY_ENTRIES) family.add(parent);
    }
    const text = [...family].map(({ input }) => input).join("\n");
    const read = parse(text, { ...OPTIONS, applyCrossRef: true, strings }).entries;
    batch.forEach((child, place) => void inherited.set(child, read[place] ?? child));
  }
  return inherited;
}

/**
 * Entries with their lines, and what was masked in them.
 * @param unknown abbreviations that are not defined; the parser leaves them in braces, which no other value has now
 */
function placeEntries(piece: Piece, { unmask }: MaskedText, unknown: ReadonlySet<string>): BibtexEntry[] {
  const listUnknown = (value: string) =>
    [...value.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name).filter((name) => unknown.has(name));
  const findLine = makeFinder(piece);
  return piece.entries.map((entry) => {
    const { keywords = [] } = entry.fields;
    const all = Object.entries<unknown>(entry.fields).flatMap(([field, value]) =>
      typeof value === "string" ? [{ field, value }] : [],
    );
    return {
      key: unmask(entry.key),
      type: entry.type,
      line: findLine(entry.input),
      fields: Object.fromEntries(
        all.flatMap(({ field, value }) => (listUnknown(value).length > 0 ? [] : [[field, unmask(value).trim()]])),
      ),
      keywords: orderKeywords(keywords, entry.input)
        .flatMap((keyword) => unmask(keyword).split(/[,;]/))
        .map((keyword) => keyword.trim())
        .filter((keyword) => keyword !== ""),
      undefinedNames: all.flatMap(({ field, value }) => listUnknown(value).map((name) => ({ field, name }))),
    };
  });
}

/** The parser sorts keywords; here they are as the entry has them. */
function orderKeywords(keywords: string[], input: string): string[] {
  const start = input.search(/\bkeywords\s*=/i);
  const find = (keyword: string) => input.indexOf(keyword, start);
  return keywords.toSorted((a, b) => find(a) - find(b));
}

function listFaults(piece: Piece, { unmask }: MaskedText): BibtexFault[] {
  const { errors, text, before } = piece;
  const findLine = makeFinder(piece);
  return errors.flatMap(({ error, input = "" }) => {
    // An @ within a word is an address in an entry that is broken and has been told of.
    if (input === "" || /[\p{L}\p{N}._-]$/u.test(text.slice(0, text.indexOf(input)).slice(-2))) return [];
    const [first = ""] = unmask(error).split("\n");
    const reason = first
      .replace(/^Maximum call stack size exceeded/, "it is too long, or its braces stand too deep")
      .replace(/(?<= at line )\d+/, (number) => String(before + Number(number)));
    return [{ line: findLine(input), entry: nameStart(input), reason }];
  });
}

/** Key of an entry, or its type where it has none, from its beginning. */
function nameStart(start: string): string {
  const [, type = "", key = ""] = /^(@\s*\w*)\s*[{(]?\s*([^\s,={}()"]*)/.exec(start) ?? [];
  return key || type;
}

/** Gives the line of a part of the text; parts are asked for in order, so that equal ones are told apart. */
function makeFinder({ text, before }: Piece): (part: string) => number {
  let from = 0;
  return (part) => {
    const next = text.indexOf(part, from);
    const at = Math.max(0, next === -1 ? text.indexOf(part) : next);
    from = at + 1;
    return before + text.slice(0, at).split("\n").length;
  };
}

/** Most characters that one abbreviation may stand for. Names of journals and series have some hundred. */
const MOST_ABBREVIATED_CHARACTERS = 100_000;
const DEFINITION = /^@\s*string\s*[{(]\s*([^\s={}()"#,]+)\s*=((?:[^{}]+|\{[^{}]*\})*)/i;

/** The first abbreviation that stands for more than that; undefined when none does. */
function findEndlessAbbreviation({ parts, unmask }: MaskedText): string | undefined {
  const lengths = new Map<string, number>();
  for (const { text } of parts) {
    const [, name = "", value = ""] = DEFINITION.exec(text) ?? [];
    const used = [...value.replace(/"[^"]*"/g, " ").matchAll(/[^\s#={}()",]+/g)].map(([word]) => word.toLowerCase());
    const length = used.reduce((sum, word) => sum + (lengths.get(word) ?? 0), unmask(value).length);
    if (length > MOST_ABBREVIATED_CHARACTERS) return name;
    lengths.set(name.toLowerCase(), length);
  }
  return undefined;
}
