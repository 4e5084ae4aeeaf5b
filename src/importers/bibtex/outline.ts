/** Where the entries of a BibTeX file begin and their values stand, found before the file is parsed. */
import { formatCount } from "#lib/counts.ts";

/** What stands from the beginning of an entry, or of the file, to that of the next entry. */
export interface Part {
  /** The text, its values masked. */
  text: string;
  /** Its line, from 1. */
  line: number;
  /** Whether its entry begins within no other that ends. */
  isFirst: boolean;
  /** Whether its entry must not be parsed. */
  isHidden: boolean;
  /** Why, where that is to be told. */
  reason?: string;
}

/** Braces that matter, quotation marks, signs of equality, and where an entry may begin: not within a word, as in an address. */
const MARK = /\\[\s\S]|(?<![\p{L}\p{N}._-])@\s*\p{L}+\s*[{(]|[{}="]/gu;
/** What stands before a value, unless the parser looks for another entry by it. */
const NAMED = /(?<![\p{L}\p{N}+_-])(?!crossref\s*=)[\p{L}\p{N}_-]{1,40}\s*=\s*$/iu;
/** A longer value names no entry. */
const LONGEST_KEY = 1000;
/** More fields in one entry, and entries within it, would take the parser long. Real ones have 50. */
const MOST_PARTS = 500;

/** What JabRef notes of its own: the parser dies of one that is damaged, and nobody asks for it. */
const JABREF = /^@\s*comment\s*[{(]\s*jabref/i;

/** A part while its end is not known: what is open around its entry, how much within, and its fields with the entry. */
type Found = Pick<Part, "text" | "line"> & { index: number; parent: number | undefined; depth: number; parts: number };

/**
 * A file's parts in their order; entries within another begin one as well, since where a brace is missing they may be
 * the next.
 * @param mask what stands for a value in braces or quotation marks; has the line breaks of the value
 */
export function outlineText(source: string, mask: (value: string) => string): Part[] {
  const open: number[] = [];
  let last: Found = { text: "", line: 1, index: -1, parent: undefined, depth: -1, parts: 0 };
  const found = [last];
  let [done, inner, quote]: [number, number[], number | undefined] = [0, [], undefined];
  const addValue = (start: number, end: number) => {
    // The parser takes braces around the whole of some values away.
    const [from = start + 1, to = end] = inner[0] === start + 2 && inner[1] === end - 1 ? inner : [];
    const value = source.slice(from, to);
    const isText = value.length > LONGEST_KEY || NAMED.test(source.slice(Math.max(done, start - 80), start));
    if (!isText || !/\S/.test(value)) return;
    last.text += source.slice(done, from) + mask(value);
    done = to;
  };
  for (const { 0: token, index } of source.matchAll(MARK)) {
    const isWithin = open.length === last.depth;
    if (token.startsWith("@")) {
      last.text += source.slice(done, index);
      [done, quote] = [index, undefined];
      const parent = open.at(-1);
      if (token.endsWith("{")) open.push(index);
      const line = last.line + last.text.split("\n").length - 1;
      last = { text: "", line, index, parent, depth: open.length, parts: 1 };
      found.push(last);
    } else if (token === "{") open.push(index);
    else if (token === "}") {
      const start = open.pop() ?? index;
      if (quote === undefined && open.length === last.depth) addValue(start, index);
      inner = [start + 1, index];
    } else if (token === '"' && isWithin) {
      if (quote !== undefined) addValue(quote, index);
      quote = quote === undefined ? index : undefined;
    } else if (token === "=" && isWithin && quote === undefined) last.parts += 1;
  }
  last.text += source.slice(done);
  return judge(found, new Set(open));
}

/** Entries whose braces never close are hidden: for each the parser would read to the end of the file. */
function judge(found: Found[], open: ReadonlySet<number>): Part[] {
  let [first] = found;
  const firsts = found.map((entry) => {
    if (first === undefined || entry.parent === undefined || open.has(entry.parent)) first = entry;
    else first.parts += entry.parts;
    return first;
  });
  return found.map((entry, place) => {
    const { text, line, index } = entry;
    const isFirst = entry === firsts[place];
    const isLarge = (firsts[place] ?? entry).parts > MOST_PARTS;
    const next = found[place + 1];
    const end = next === undefined ? "at the end of the file" : `in line ${next.line}, where the next entry begins`;
    const reason = open.has(index)
      ? `a brace that opens in this entry is still open ${end}`
      : `this entry has more than ${formatCount(MOST_PARTS)} fields, or entries within it`;
    const isTold = open.has(index) || (isLarge && isFirst);
    return { text, line, isFirst, isHidden: isTold || isLarge || JABREF.test(text), ...(isTold ? { reason } : {}) };
  });
}
