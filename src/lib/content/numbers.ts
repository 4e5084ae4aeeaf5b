/** Finds the numbers of a text, in digits or words: what they are worth, what they count, and the names they stand in. */
import { findWordNumbers, type NumberUnit, type Reading, SCALE_WORDS } from "./number-words.ts";

/** A number where it stands in a text. */
export interface FoundNumber {
  /** As it is written, with its sign of percentage, factor or scale. */
  text: string;
  /** Where it begins in the text that was searched, in UTF-16 units from 0. */
  index: number;
  /** What it may mean; "7 and 13B" lets 7 be 7 or seven billion. Empty when it is but a part of a name. */
  readings: Reading[];
  /** The name it is a part of (GPT-4, LLaMA3-8B, AIME2024, 2D), up to and with this number. */
  name?: string;
  /** For bare digits, the word before and the number: "AIME 2024" may stand as AIME2024 in the source. */
  phrase?: string;
  /** "one" and "zero" claim nothing that a source would have to say. */
  isFree: boolean;
}

/** A number while it is being read. */
interface Draft extends FoundNumber {
  end: number;
  /** Factor that a letter or word after the digits gave: 1e9 in 7B. */
  scale: number;
}

const DIGITS = /(?:\d{1,3}(?:[,\u00A0\u2009\u202F]\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<![\d\p{L})])\.\d+/gu;
/** A sign before a number, where it is neither a hyphen nor part of a range. */
const MINUS = /(?<![^\s(~≈]|\d\s)[-−]$/;
const SCALE_LETTERS = new Map(Object.entries({ k: 1e3, m: 1e6, b: 1e9, t: 1e12 }));
/** Lower-case m and t are metres and tonnes, so they are no scale. */
const SCALE_LETTER = /^(K|k|M|mn|B|b|bn|T)(?![\p{L}\p{N}])/u;
const SCALE_WORD = new RegExp(`^(?:[\\s-]?(?:${[...SCALE_WORDS.keys()].join("|")})\\b)+`, "i");
const PERCENT = /^(?:\s?%|[\s-]?(?:percent|per\s?cent)\b)/i;
const TIMES = /^(?:\s?[x×](?![\p{L}\p{N}])(?!\s?\d)|[\s-]times\b|-?fold\b)/iu;
const TIMES_BEFORE = /(?:(?<![\d\s])\s?×\s?|(?<![\p{L}\p{N}])x|\bfactor\s+of\s+)$/iu;
/** Between the numbers of a range, which share the sign behind the second: "10 to 20%". */
const RANGE = /^\s?(?:-|–|to)\s?[~≈<>≤≥+]?$/;
/** Between the numbers of a list, which may share it: "24/25%", "7 and 13B". */
const LIST = /^(?:\s?[/,]\s?|,?\s(?:and|or|vs\.?|versus)\s)[~≈<>≤≥+]?$/;

/** Words that a hyphen joins to a number without making a name of it: "top-10", "best-of-16". */
const ORDINARY = /^(?:at|in|of|to|top|under|over|below|above|up|sub|pre|post|mid|near)$/i;

/** Figures of other forms and scripts in our own: `⑮` and `١٥` read as 15, `14²` as 14^2, `7½` as 7 1/2. */
function foldFigures(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]+/g, "^$&").replace(/[^\P{N}\d]/gu, (figure) => {
    const folded = figure.normalize("NFKC").replace(/^.*⁄/, " $&").replace("⁄", "/");
    if (folded !== figure || !/\p{Nd}/u.test(figure)) return folded;
    // Unicode has the ten digits of a script in a row, and rows begin with 0.
    const code = figure.codePointAt(0) ?? 0;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value % 10);
  });
}

/**
 * The text with the marks of TeX maths taken out, so that `$77.7\%$` reads as 77.7% and `$4\times$` as 4×.
 * Line breaks stay where they are.
 */
export function flattenMath(text: string): string {
  return foldFigures(text)
    .replace(/\\times\b/g, "×")
    .replace(/\\(?:sim|approx)\b/g, "~")
    .replace(/\\(?:leq?|geq?|pm)\b/g, " ")
    .replace(/\\([%,&#$])/g, (_, sign: string) => (sign === "," ? "" : sign))
    .replaceAll("{,}", ",")
    .replaceAll("$", "");
}

/** Every number of a text (give it through `flattenMath` first), in order. */
export function findNumbers(text: string): FoundNumber[] {
  const digits = findDigits(text);
  let rest = "";
  for (const { index, end } of digits)
    rest += text.slice(rest.length, index) + "#".repeat(end - Math.max(index, rest.length));
  rest += text.slice(rest.length);
  const words = findWordNumbers(rest).map((word): Draft => {
    const end = word.index + word.text.length;
    const draft: Draft = { text: word.text, index: word.index, end, readings: [], scale: 1, isFree: false };
    const unit = word.unit === "plain" ? takeUnit(draft, text) : word.unit;
    draft.readings = [{ value: word.value, unit }];
    draft.isFree = unit === "plain" && word.value < 2 && Number.isInteger(word.value);
    return draft;
  });
  const drafts = [...digits, ...words].sort((a, b) => a.index - b.index);
  shareUnits(drafts, text);
  return drafts.map(({ end: _end, scale: _scale, ...number }) => number);
}

function findDigits(text: string): Draft[] {
  return [...text.matchAll(DIGITS)].map(({ 0: figure, index }) => {
    const draft: Draft = { text: figure, index, end: index + figure.length, readings: [], scale: 1, isFree: false };
    const rest = lookAhead(text, draft.end);
    const letter = SCALE_LETTER.exec(rest)?.[0];
    const words = SCALE_WORD.exec(rest)?.[0];
    if (letter !== undefined) {
      draft.scale = SCALE_LETTERS.get(letter.charAt(0).toLowerCase()) ?? 1;
      extend(draft, text, letter);
    } else if (words !== undefined) {
      const factors = words.toLowerCase().match(/[a-z]+/g) ?? [];
      draft.scale = factors.reduce((product, word) => product * (SCALE_WORDS.get(word) ?? 1), 1);
      extend(draft, text, words);
    }
    const unit = takeUnit(draft, text);
    const name = findName(draft, text, unit);
    if (name !== undefined) draft.name = name;
    const [word] = /(?<![\p{L}\p{N}.-])[\p{L}\p{N}.-]*\p{L}\s$/u.exec(lookBack(text, index)) ?? [];
    if (name === undefined && unit === "plain" && word !== undefined) draft.phrase = word + draft.text;
    // A size behind a hyphen (Qwen2.5-7B) is a number that can stand for itself; the 2.5 and the 8K of GSM8K are not.
    const isOnlyName = name !== undefined && !(draft.scale > 1 && !/\p{L}$/u.test(lookBack(text, index)));
    const sign = MINUS.test(lookBack(text, index)) ? -1 : 1;
    if (!isOnlyName) draft.readings = [{ value: sign * Number(figure.replace(/[^\d.]/g, "")) * draft.scale, unit }];
    return draft;
  });
}

/** As much of the text before a place as may tell something of a number there. */
function lookBack(text: string, index: number): string {
  return text.slice(Math.max(0, index - 60), index);
}

/** As much of the text behind a place as may tell something of a number before it. */
function lookAhead(text: string, end: number): string {
  return text.slice(end, end + 60);
}

/** Takes more of the text into a number. */
function extend(draft: Draft, text: string, tail: string): void {
  draft.end += tail.length;
  draft.text = text.slice(draft.index, draft.end);
}

/** What the number counts, told by the signs and words around it, which become part of it. */
function takeUnit(draft: Draft, text: string): NumberUnit {
  const rest = lookAhead(text, draft.end);
  const percent = PERCENT.exec(rest)?.[0];
  const times = TIMES.exec(rest)?.[0];
  if (percent !== undefined) extend(draft, text, percent);
  else if (times !== undefined) extend(draft, text, times);
  if (percent !== undefined) return "percent";
  return times !== undefined || TIMES_BEFORE.test(lookBack(text, draft.index)) ? "times" : "plain";
}

/** The name that digits belong to: letters join them, or a hyphen joins them to a word that is no ordinary one. */
function findName(draft: Draft, text: string, unit: NumberUnit): string | undefined {
  const [tail = ""] = /^[\p{L}\p{N}]+/u.exec(lookAhead(text, draft.end)) ?? [];
  if (unit !== "plain") return undefined;
  const [, head = ""] =
    /(?<![\p{L}\p{N}.-])[.-]*([\p{L}\p{N}][\p{L}\p{N}.-]*)$/u.exec(lookBack(text, draft.index)) ?? [];
  const chunk = head.split("-").findLast((part) => /\p{L}/u.test(part)) ?? "";
  const isJoined = /\p{L}$/u.test(head) || (head.endsWith("-") && chunk !== "" && !ORDINARY.test(chunk));
  if (isJoined) return head + draft.text + tail;
  return tail === "" ? undefined : draft.text + tail;
}

/** In ranges and lists the last number's sign or scale holds for those before it. */
function shareUnits(drafts: Draft[], text: string): void {
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const [draft, next] = [drafts[index], drafts[index + 1]];
    const [reading, following] = [draft?.readings[0], next?.readings.at(-1)];
    if (draft === undefined || next === undefined || reading?.unit !== "plain" || following === undefined) continue;
    if (draft.scale > 1) continue;
    const between = text.slice(draft.end, next.index);
    const isRange = RANGE.test(between);
    if (!isRange && !LIST.test(between)) continue;
    if (following.unit === "percent" || following.unit === "times") {
      const shared = { ...reading, unit: following.unit };
      draft.readings = isRange && next.readings.length === 1 ? [shared] : [reading, shared];
    } else if (next.scale > 1 && reading.value < 1000) {
      draft.readings = [reading, { ...reading, value: reading.value * next.scale }];
      draft.scale = next.scale;
    }
  }
}
