/** Questions to ask an invented archive: drawn from its own words, since nobody else's stand in it. */
import type { PaperRecord } from "#lib/content/record.ts";
import { parseQuestionWords } from "#lib/search/words.ts";
import { createRandom, type Random } from "./random.ts";

/** What a question is made of. */
export const QUESTION_KINDS = ["one word", "two words", "three words", "sentence", "author", "mistyped"] as const;

/** What a question is made of. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question to ask. */
export interface LineQuestion {
  /** What it is made of. */
  kind: QuestionKind;
  /** As it is typed. */
  text: string;
}

/** As people ask: mostly a few words, now and then a whole sentence, a name, a slip of the fingers. */
const DEALT: readonly QuestionKind[] = [
  "two words",
  "sentence",
  "one word",
  "author",
  "three words",
  "sentence",
  "mistyped",
  "two words",
  "sentence",
  "one word",
  "three words",
  "sentence",
];

/** How many questions are drawn at once. */
export const QUESTION_COUNT = DEALT.length;

/** Fewest and most words of a sentence. */
const SENTENCE_WORDS = { min: 6, max: 12 };
/** Shortest word that is mistyped: of shorter ones little would be left. */
const MISTYPED_LENGTH = 6;

/**
 * Draws questions, each from a paper that chance picks: words of its title, a run of words from its abstract, one of
 * its authors. The same seed and papers give the same questions.
 * @param records Papers, some of them with an abstract and authors; throws a RangeError when there are none such.
 */
export function drawQuestions(records: readonly PaperRecord[], seed: string): LineQuestion[] {
  const usable = records.filter(({ abstract, authors }) => abstract !== undefined && authors.length > 0);
  return DEALT.map((kind, index) => {
    const random = createRandom(`${seed}/question/${index}`);
    return { kind, text: writeQuestion(kind, random.pick(usable), random) };
  });
}

function writeQuestion(kind: QuestionKind, { title, abstract = "", authors }: PaperRecord, random: Random): string {
  switch (kind) {
    case "author":
      return random.pick(authors);
    case "sentence":
      return pickRun(abstract, random.integer(SENTENCE_WORDS.min, SENTENCE_WORDS.max), random);
    case "mistyped":
      return mistype(pickLongWord(listWords(title)), random);
    default:
      return pickWords(listWords(title), { "one word": 1, "two words": 2, "three words": 3 }[kind], random).join(" ");
  }
}

/** Words that tell something, in small letters, each once. */
function listWords(text: string): string[] {
  return parseQuestionWords(text).words.map((word) => word.text);
}

/** The first word that is long enough to be mistyped, else the longest. */
function pickLongWord(words: readonly string[]): string {
  const isLong = (word: string): boolean => word.length >= MISTYPED_LENGTH && /^\p{L}+$/u.test(word);
  return words.find(isLong) ?? [...words].sort((a, b) => b.length - a.length)[0] ?? "";
}

/** So many of the words, in their order; fewer where there are not so many. */
function pickWords(words: readonly string[], count: number, random: Random): string[] {
  const start = random.integer(0, Math.max(0, words.length - count));
  return words.slice(start, start + count);
}

/** So many words in a row, in small letters and without signs at their ends. */
function pickRun(text: string, count: number, random: Random): string {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return pickWords(
    words.filter((word) => word !== ""),
    count,
    random,
  ).join(" ");
}

/** Exchanges two letters that stand side by side and differ, behind the first; a word without such stays as it is. */
function mistype(word: string, random: Random): string {
  const places = Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => index + 1).filter(
    (place) => word[place] !== word[place + 1],
  );
  if (places.length === 0) return word;
  const place = random.pick(places);
  return word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
}
