/** Words of a question: how they are told apart, as Pagefind does it, and which of them carry meaning. */
import { foldLatin } from "../papers/latin.ts";
import { nameSigns, spellOut } from "./letters.ts";
import { stripMarks } from "./marks-on-letters.ts";
import { cutPairs, hasRun, partRuns } from "./runs.ts";

/** A word of a question, or several that are written as one elsewhere. */
export interface QuestionWord {
  /** As it was typed, in lower case: `self-play`. */
  text: string;
  /**
   * What to search for, each form by itself; more than one where a word has parts: `self play` finds the parts
   * wherever they stand, `selfplay` finds `self-play` and `selfplay`.
   */
  forms: string[];
  /** What else it is called, acronyms and long forms: papers that have only these come behind. */
  tied?: string[];
  /** How often the question says it: what is said twice is meant twice as much. */
  count: number;
  /** How many words were left out between it and the one before; absent where it is none. */
  gap?: number;
  /** Whether it stood between quotation marks, so that only the very words in a row will do. */
  isQuoted?: true;
}

/** A question taken apart. */
export interface ReadQuestion {
  /** The words to search for, in order, none twice. */
  words: QuestionWord[];
  /** Words that were left out because nearly every text has them. */
  leftOut: string[];
  /** What stood between quotation marks, when all of the question did. */
  phrase?: string;
  /** Words that papers must not have, as typed behind a minus sign. */
  excluded?: QuestionWord[];
}

/** Words that nearly every text has, and those with which people wrap a question; English at large, no subject's. */
const STOP_WORDS = new Set(
  `a about after again all also am among an and another any anything are article articles as at be because been
  before being below both but by can cannot could did do does each else every for from had has have here how i if
  in interested into is it its itself just let looking many may me might more most much must my never no not now
  of often on only or other others our own paper papers please pleased shall should since so some something still
  such tell than that the their them then there these they this those through thus to too up us use used uses
  using very via want wants was we were what when where whether which while who whom why will with within without
  would you your`.split(/\s+/),
);

/** Whether the word, in lower case, is left out when there are others. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/**
 * How a word is compared: signs by their names, letters folded to the usual ones, in lower case, and without anything that
 * is neither letter nor digit.
 */
export function foldWord(text: string): string {
  return nameSigns(stripMarks(foldLatin(text)))
    .replace(/[^\p{L}\p{N}_\u3099\u309A]+[\u3099\u309A]*/gu, "")
    .replace(/(?<![\p{L}\p{N}])(\p{L})_(?=\p{N})/gu, "$1")
    .normalize("NFC");
}

/** The folded words of a text, parted at spaces and hyphens. */
export function splitWords(text: string): string[] {
  return text.split(/[\s\p{Pd}]+/u).map(foldWord);
}

/**
 * The parts of a token at signs between letters: `Self-Search` gives `Self` and `Search`; signs with names are parts, as
 * `τ-bench` gives `tau` and `bench`.
 */
export function splitParts(token: string): string[] {
  return nameSigns(token)
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .flatMap(partRuns)
    .filter((part) => part !== "");
}

/** The s of a possessive, which would find all words that begin with one. */
export const POSSESSIVE = /(?<=[\p{L}#+])['’]s(?!\p{L})/giu;

/** A quotation behind a minus sign, another one, a token behind a minus sign, any other; quotation marks may be curled. */
const TOKEN =
  /(?<=^|\s)[-−]["“”„]([^"“”„]+)["“”„]|["“”„]([^"“”„]+)["“”„]|(?<=^|\s)[-−](?=[\p{L}\p{N}])(\S+)|([^\s"“”„]+)/gu;

/**
 * The words of a question. Words that nearly every text has are left out, unless there are no others.
 * @param compounds Words that are also written with a hyphen, as `makeCompounds` gives them.
 */
export function parseQuestionWords(text: string, compounds: ReadonlyMap<string, string> = new Map()): ReadQuestion {
  const phrase = /^\s*["“”„]([^"“”„]+)["“”„]\s*$/u.exec(text)?.[1]?.trim();
  const all = new Map<string, QuestionWord>();
  const excluded: QuestionWord[] = [];
  for (const [, unwantedRow, row, unwanted, plain = ""] of (phrase ?? text).matchAll(TOKEN)) {
    const quoted = unwantedRow ?? row;
    const word = quoted === undefined ? toQuestionWord(unwanted ?? plain, compounds) : toQuotedWord(quoted, compounds);
    if (word === undefined) continue;
    const key = word.forms.map(stripPlural).join("|");
    const before = all.get(key);
    if ((unwanted ?? unwantedRow) !== undefined) excluded.push(word);
    else all.set(key, before === undefined ? word : { ...before, count: before.count + 1 });
  }
  const words = [...all.values()];
  const telling = listTelling(words);
  const isStopsOnly = telling.length === 0;
  return {
    words: isStopsOnly ? words : telling,
    leftOut: isStopsOnly ? [] : words.filter((word) => isStopWord(word.text)).map((word) => word.text),
    ...(phrase === undefined ? {} : { phrase }),
    ...(excluded.length === 0 ? {} : { excluded }),
  };
}

/** The words that are not left out, each with how many were before it. */
function listTelling(words: readonly QuestionWord[]): QuestionWord[] {
  let gap = 0;
  return words.flatMap((word, index) => {
    const isLeftOut = isStopWord(word.text);
    const own = gap > 0 && gap < index ? { ...word, gap } : word;
    gap = isLeftOut ? gap + 1 : 0;
    return isLeftOut ? [] : [own];
  });
}

/** All that a word is searched by. */
export function listAllForms({ forms, tied = [] }: QuestionWord): string[] {
  return [...forms, ...tied];
}

/** The index finds the same papers for both numbers of a word, so that one search does. */
function stripPlural(form: string): string {
  return /[^su]s$/.test(form) && form.length > 3 ? form.slice(0, -1) : form;
}

/** Several words in a row; one in quotation marks is a word like any other, but for its marks. */
function toQuotedWord(text: string, compounds: ReadonlyMap<string, string>): QuestionWord | undefined {
  const parts = splitParts(text).map(foldWord);
  const word = parts.length < 2 ? toQuestionWord(text, compounds) : undefined;
  // Between quotation marks it is meant, even where nearly every text has it.
  if (word !== undefined) return isStopWord(word.text) ? { ...word, text: `“${word.text}”` } : word;
  if (parts.length < 2) return undefined;
  return { text: `“${text.trim().toLowerCase()}”`, forms: listRowForms(text), count: 1, isQuoted: true };
}

/** Words in a row as they may be written: all parts apart, and those that were typed as one written together. */
export function listRowForms(text: string): string[] {
  const spaced = splitParts(text).map(foldWord).flatMap(cutPairs).join(" ");
  const joined = text.split(/\s+/).map(foldWord).filter(Boolean).join(" ");
  return [...new Set([spaced, ...(hasRun(spaced) ? [] : [joined])])];
}

/** Words with a hyphen among names, by how they are written together: `self-play` gives `selfplay` → `self play`. */
export function makeCompounds(names: Iterable<string>): Map<string, string> {
  const compounds = new Map<string, string>();
  for (const name of names) {
    for (const token of name.split(/\s+/)) {
      const parts = splitParts(token).map(foldWord);
      if (parts.length > 1) compounds.set(parts.join(""), parts.join(" "));
    }
  }
  return compounds;
}

/** Two words as one, when the index has them written together. */
export function joinQuestionWords(first: QuestionWord, second: QuestionWord): QuestionWord {
  const spaced = [first, second].map(({ forms }) => forms[0] ?? "");
  return {
    text: `${first.text} ${second.text}`,
    forms: [spaced.join(" "), spaced.join("").replaceAll(" ", "")],
    count: Math.min(first.count, second.count),
  };
}

function toQuestionWord(token: string, compounds: ReadonlyMap<string, string>): QuestionWord | undefined {
  const own = token.replace(POSSESSIVE, "");
  const together = foldWord(own);
  if (together === "") return undefined;
  const forms = [own, spellOut(own)].flatMap((spelling) => listForms(spelling, compounds));
  return { text: trimSigns(token).toLowerCase(), forms: [...new Set(forms)], count: 1 };
}

/** A word by its parts and written together. */
function listForms(token: string, compounds: ReadonlyMap<string, string>): string[] {
  const parts = splitParts(token).map(foldWord);
  const together = parts.join("");
  const spaced = parts.length > 1 ? parts.join(" ") : (compounds.get(together) ?? together);
  return hasRun(together) ? [parts.flatMap(cutPairs).join(" ")] : [spaced, together];
}

/** Without signs before the first and after the last letter or digit, but for those of `C++`, `F#` and `A*`. */
function trimSigns(token: string): string {
  return token.replace(/^[^\p{L}\p{N}∞]+|(?<![^\p{L}\p{M}\p{N}+#*∗])[^\p{L}\p{M}\p{N}+#*∗]+$/gu, "");
}
