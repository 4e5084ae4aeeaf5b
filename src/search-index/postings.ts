/**
 * Where words stand, as Pagefind's chunks have it: for each word a list of the pages that have it, each with its places
 * there, and the same for forms of the word with accents. A page is given by how far it is from the page before it. Words
 * of several indexes are joined without a look at the places: pages get other numbers, and that is all.
 */
import { CBOR } from "../lib/search/bundle-meta.ts";
import { CborWriter, findEnd, makeFormError, readHead, splitList } from "./cbor.ts";

/** A word of one index. */
export interface IndexedWord {
  /** The word, as UTF-8, by whose bytes words are in order. */
  word: Buffer;
  /** The list of the pages that have it. */
  pages: Buffer;
  /** The list of its forms with accents, each with the pages that have it. */
  forms: Buffer;
}

/** What becomes of the pages of an index. */
export interface Renumbering {
  /** By a page's place, its number in the joined index; -1 when it is left out. */
  numbers: Int32Array;
  /** By the place of a meta field, its place in the joined index; absent when these are the same. */
  fields?: readonly number[];
}

/** Pages that have a word, in one index. */
interface PageList {
  bytes: Buffer;
  renumbering: Renumbering;
}

const writer = new CborWriter();

/**
 * Reads a word, and where what comes after it begins.
 * @param at Where a list of the word, its pages and its forms begins.
 * @throws {Error} when there is anything else.
 */
export function readWord(bytes: Buffer, at = 0): IndexedWord & { end: number } {
  const { kind, count, start } = readHead(bytes, at);
  if (kind !== CBOR.list || count !== 3) throw makeFormError();
  const pages = findEnd(bytes, start);
  const forms = findEnd(bytes, pages);
  const end = findEnd(bytes, forms);
  return {
    word: readText(bytes.subarray(start, pages)),
    pages: bytes.subarray(pages, forms),
    forms: bytes.subarray(forms, end),
    end,
  };
}

/**
 * Joins what several indexes have of one word; undefined when no page is left that has it.
 * @throws {Error} when lists are not of the form that is known here.
 */
export function joinWord(words: readonly { indexed: IndexedWord; renumbering: Renumbering }[]): Buffer | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const pages = joinPages(words.map(({ indexed, renumbering }) => ({ bytes: indexed.pages, renumbering })));
  const forms = joinForms(words);
  if (pages.count === 0 && forms.length === 0) return undefined;
  writer.head(CBOR.list, 3);
  writeText(first.indexed.word);
  writer.copy(pages.bytes);
  writer.head(CBOR.list, forms.length);
  for (const form of forms) writer.copy(form);
  return writer.take();
}

/** The forms of a word that some page still has, in the order of their letters. */
function joinForms(words: readonly { indexed: IndexedWord; renumbering: Renumbering }[]): Buffer[] {
  const lists = new Map<string, PageList[]>();
  for (const { indexed, renumbering } of words) {
    for (const item of splitList(indexed.forms)) {
      const [form, bytes] = splitList(item);
      if (form === undefined || bytes === undefined) throw makeFormError();
      const name = readText(form).toString("latin1");
      lists.set(name, [...(lists.get(name) ?? []), { bytes, renumbering }]);
    }
  }
  return [...lists]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => {
      const pages = joinPages(own);
      if (pages.count === 0) return [];
      writer.head(CBOR.list, 2);
      writeText(Buffer.from(name, "latin1"));
      writer.copy(pages.bytes);
      return [writer.take()];
    });
}

/** A page that has a word: its number, and where what is known of it stands. */
interface FoundPage {
  number: number;
  bytes: Buffer;
  start: number;
  end: number;
}

function joinPages(lists: readonly PageList[]): { bytes: Buffer; count: number } {
  const found: FoundPage[] = [];
  for (const list of lists) findPages(list, found);
  found.sort((a, b) => a.number - b.number);
  writer.head(CBOR.list, found.length);
  let last = 0;
  for (const { number, bytes, start, end } of found) {
    writer.head(CBOR.list, 3);
    writer.head(CBOR.unsigned, number - last);
    writer.copy(bytes, start, end);
    last = number;
  }
  return { bytes: writer.take(), count: found.length };
}

function findPages({ bytes, renumbering: { numbers, fields } }: PageList, found: FoundPage[]): void {
  const list = readHead(bytes, 0);
  if (list.kind !== CBOR.list) throw makeFormError();
  let at = list.start;
  let place = 0;
  for (let index = 0; index < list.count; index += 1) {
    const page = readHead(bytes, at);
    const step = readHead(bytes, page.start);
    if (page.kind !== CBOR.list || page.count !== 3 || step.kind !== CBOR.unsigned) throw makeFormError();
    place += step.count;
    const middle = findEnd(bytes, step.start);
    at = findEnd(bytes, middle);
    const number = numbers[place];
    if (number === undefined) throw makeFormError();
    if (number < 0) continue;
    found.push(
      fields === undefined
        ? { number, bytes, start: step.start, end: at }
        : { number, ...renameFields(bytes, step.start, middle, fields) },
    );
  }
}

/**
 * Places of a page with those in meta fields behind them, where a negative number, -1 for the first field, says that what
 * follows is of another field.
 */
function renameFields(
  bytes: Buffer,
  start: number,
  middle: number,
  fields: readonly number[],
): Omit<FoundPage, "number"> {
  const renamed = new CborWriter();
  renamed.copy(bytes, start, middle);
  const { kind, count, start: first } = readHead(bytes, middle);
  if (kind !== CBOR.list) throw makeFormError();
  renamed.head(CBOR.list, count);
  let at = first;
  for (let index = 0; index < count; index += 1) {
    const item = readHead(bytes, at);
    const value = item.kind === CBOR.negative ? fields[item.count] : item.count;
    if (value === undefined) throw makeFormError();
    renamed.head(item.kind, value);
    at = item.start;
  }
  const taken = renamed.take();
  return { bytes: taken, start: 0, end: taken.length };
}

function readText(item: Buffer): Buffer {
  const { kind, count, start } = readHead(item, 0);
  if (kind !== CBOR.text) throw makeFormError();
  return item.subarray(start, start + count);
}

function writeText(text: Buffer): void {
  writer.head(CBOR.text, text.length);
  writer.copy(text);
}
