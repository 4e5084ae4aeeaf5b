/** Phrases as they stand in papers, and which papers truly hold each: what search has to find and to count. */
import { splitParts } from "#lib/search/words.ts";
import type { Random } from "./random.ts";
import type { CollectionPaper } from "./search-collection.ts";

/** How a phrase is asked for. */
const KINDS = ["plain", "quoted", "with a word", "without a word"] as const;

/** A question made of a phrase that stands in some paper. */
export interface LiteralQuestion {
  /** What is typed. */
  typed: string;
  /** How it is asked for. */
  kind: (typeof KINDS)[number];
  /** The phrase's words. */
  phrase: string[];
  /** Words of another word that papers must have too, or must not have. */
  other: string[];
}

/** The words of a text in their order, those that a hyphen joins one by one. */
function listParts(text: string): string[] {
  return splitParts(text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
}

/** The words of a paper as rows: title, abstract, and both as they stand on its page. */
export function readRowsOf({ title, abstract }: CollectionPaper): string[] {
  return [title, abstract, `${title} ${abstract}`].map((text) => ` ${listParts(text).join(" ")} `);
}

/** The same with words that a hyphen joins written as one, as `pretraining` also means pre-training. */
export function readJoinedOf({ title, abstract }: CollectionPaper): string[] {
  const join = (text: string): string => text.replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, "");
  return readRowsOf({ id: "", title: join(title), abstract: join(abstract) });
}

/** The same with words parted at a change of case, as the index parts `WorldModel` and `OpenAI`. */
export function readHumpsOf({ title, abstract }: CollectionPaper): string[] {
  return readRowsOf({ id: "", title: partHumps(title), abstract: partHumps(abstract) });
}

function partHumps(text: string): string {
  return text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ");
}

/** Whether rows have words one behind another. */
export function holdRow(rows: readonly string[], words: readonly string[]): boolean {
  return rows.some((row) => row.includes(` ${words.join(" ")} `));
}

/** Whether rows have words one behind another, whatever endings the words have, as far as the beginnings tell. */
export function holdLike(rows: readonly string[], words: readonly string[]): boolean {
  const found = rows.map((row) => row.trim().split(" "));
  return found.some((row) => row.some((_, start) => words.every((word, place) => isLike(row[start + place], word))));
}

/** Whether rows have all of some words wherever they stand, neighbours also where they are written as one: `pretrained`. */
export function holdWords(rows: readonly string[], words: readonly string[]): boolean {
  const hold = (...parts: (string | undefined)[]): boolean =>
    parts.every((part) => part !== undefined) && holdLike(rows, [parts.join("")]);
  return words.every((word, place) => hold(word) || hold(words[place - 1], word) || hold(word, words[place + 1]));
}

/** Whether both are one word, or share all but an ending. */
function isLike(found: string | undefined, word: string): boolean {
  if (found === undefined) return false;
  if (found.startsWith(word)) return true;
  let shared = 0;
  while (shared < word.length && found[shared] === word[shared]) shared += 1;
  return shared >= Math.min(2, word.length - 1) && word.length - shared <= 7 && found.length - shared <= 7;
}

/** Draws a question: one to four words in a row of some paper, asked for in one of four ways. */
export function drawQuestion(papers: readonly CollectionPaper[], random: Random): LiteralQuestion {
  const kind = random.pick(KINDS);
  for (;;) {
    const { title, abstract } = random.pick(papers);
    const tokens = (random.chance(0.3) ? title : abstract)
      .split(/\s+/)
      .map((token) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
    const length = random.integer(1, 4);
    const start = random.integer(0, Math.max(0, tokens.length - length - 1));
    const own = tokens.slice(start, start + length);
    const other = random.pick(tokens);
    // What search reads as something else than words: mathematics, addresses, quotations.
    const isWords = [...own, other].every(
      (token) => /^[\p{L}\p{N}]+(?:[-./][\p{L}\p{N}]+)*$/u.test(token) && !/https?|\.(?:com|io|org)/.test(token),
    );
    const isOnce = new Set([...own, other].map((token) => token.toLowerCase())).size === own.length + 1;
    if (own.length < length || !isWords || !isOnce || listParts(other).length === 0) continue;
    const text = own.join(" ");
    const typed = {
      plain: text,
      quoted: `"${text}"`,
      "with a word": `"${text}" ${other}`,
      "without a word": `"${text}" -${other}`,
    };
    const isAlone = kind === "plain" || kind === "quoted";
    return { typed: typed[kind], kind, phrase: listParts(text), other: isAlone ? [] : listParts(other) };
  }
}
