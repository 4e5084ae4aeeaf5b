/** Where the entries of a BibTeX file begin and the values in braces stand, found before the file is parsed. */
import { formatCount } from "#lib/counts.ts";

/** An entry as far as its beginning and its braces tell. */
interface Begun {
  /** Where its @ stands. */
  index: number;
  /** Its line, from 1. */
  line: number;
  /** Whether it begins within no other that ends. */
  isFirst: boolean;
  /** Whether it must not be parsed. */
  isHidden: boolean;
  /** Why, where that is to be told. */
  reason?: string;
}

/** A file's entries, and from where to where its values in braces reach. */
interface Outline {
  begun: Begun[];
  values: [number, number][];
}

/** Braces that matter, quotation marks, signs of equality, and where an entry may begin: not within a word, as in an address. */
const MARK = /\\[\s\S]|(?<![\p{L}\p{N}._-])@\s*\p{L}+\s*[{(]|[{}="]/gu;
/** What stands before a value, unless the parser looks for another entry by it. */
const NAMED = /(?<![\p{L}\p{N}+])(?!crossref\s*=)[\p{L}\p{N}_-]{1,40}\s*=\s*$/iu;
/** More fields in one entry, and entries within it, would take the parser long. Real ones have 50. */
const MOST_PARTS = 500;

/** An entry while its end is not known: what is open around it, how much within it, and its parts until the next. */
type Found = { index: number; line: number; parent: number | undefined; depth: number; parts: number };

/** Entries in their order, those within another as well, which may be the next one where a brace is missing. */
export function outlineText(source: string): Outline {
  const open: number[] = [];
  const values: Outline["values"] = [];
  const found: Found[] = [];
  let [line, counted] = [1, 0];
  let inner: [number, number] = [0, 0];
  let quote: number | undefined;
  const addText = (start: number, end: number) => {
    // The parser takes braces around the whole of some values away.
    const text: [number, number] = inner[0] === start + 2 && inner[1] === end - 1 ? inner : [start + 1, end];
    if (isText(source, found.at(-1)?.index ?? 0, text, start)) values.push(text);
  };
  for (const { 0: token, index } of source.matchAll(MARK)) {
    const last = found.at(-1);
    const isWithin = last !== undefined && open.length === last.depth;
    if (token.startsWith("@")) {
      line += source.slice(counted, index).split("\n").length - 1;
      counted = index;
      quote = undefined;
      const parent = open.at(-1);
      if (token.endsWith("{")) open.push(index);
      found.push({ index, line, parent, depth: open.length, parts: 1 });
    } else if (token === "{") open.push(index);
    else if (token === "}") {
      const start = open.pop() ?? index;
      if (quote === undefined && open.length === last?.depth) addText(start, index);
      inner = [start + 1, index];
    } else if (token === '"' && isWithin) {
      if (quote !== undefined) addText(quote, index);
      quote = quote === undefined ? index : undefined;
    } else if (token === "=" && isWithin && quote === undefined) last.parts += 1;
  }
  return { begun: judge(found, new Set(open)), values };
}

/** Whether the parser is to take what the brace at `start` opens, in the entry at `entry`, for a text and nothing else. */
function isText(source: string, entry: number, [from, to]: [number, number], start: number): boolean {
  const isDefinition = /^@\s*string/i.test(source.slice(entry, entry + 20));
  const isNamed = NAMED.test(source.slice(Math.max(entry, start - 80), start));
  return isNamed && !isDefinition && /\S/.test(source.slice(from, to));
}

/** Entries whose braces never close are hidden: for each the parser would read to the end of the file. */
function judge(found: Found[], open: ReadonlySet<number>): Begun[] {
  const isFirst = ({ parent }: Found) => parent === undefined || open.has(parent);
  const parts: number[] = [];
  for (const entry of found) {
    if (isFirst(entry)) parts.push(entry.parts);
    else parts.push((parts.pop() ?? 0) + entry.parts);
  }
  let first = -1;
  return found.map((entry, place) => {
    if (isFirst(entry)) first += 1;
    const { index, line } = entry;
    const isLarge = (parts[first] ?? 0) > MOST_PARTS;
    const next = found[place + 1];
    const end = next === undefined ? "at the end of the file" : `in line ${next.line}, where the next entry begins`;
    const reason = open.has(index)
      ? `a brace that opens in this entry is still open ${end}`
      : `this entry has more than ${formatCount(MOST_PARTS)} fields, or entries within it`;
    const isTold = open.has(index) || (isLarge && isFirst(entry));
    return { index, line, isFirst: isFirst(entry), isHidden: isTold || isLarge, ...(isTold ? { reason } : {}) };
  });
}
