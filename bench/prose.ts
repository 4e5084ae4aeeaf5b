/** Text of invented words with the statistics of a language: Zipf-like frequencies, topics with words of their own. */
import type { Tag } from "#lib/content/tag.ts";
import { capitalize, FUNCTION_WORDS, inflect, isFunctionWord, listInventedWords, WORD_COUNT } from "./lexicon.ts";
import { createZipf, type DrawRank, type Random } from "./random.ts";

/**
 * Measured on the 893 papers of 45 real days: a quarter of what is said are function words; of the rest, ever new words
 * come up, 11,500 different ones in all; and a paper says again what it has said.
 */
const FUNCTION_SHARE = 0.25;
const FUNCTION_EXPONENT = 0.9;
const FUNCTION_SHIFT = 0.5;
const WORD_EXPONENT = 2.1;
const WORD_SHIFT = 220;
const REPEATED_SHARE = 0.15;
/** Words that belong to one topic; papers of one topic share them, so that papers have relatives. */
const TOPIC_WORD_COUNT = 80;
const TOPIC_WORD_SHARE = 0.1;
const TOPIC_WORD_SHIFT = 3;
/** The topics' words lie behind the commonest invented ones. */
const FIRST_TOPIC_RANK = 200;
/** Terms that papers spell out once and then call by their initials. */
const TERM_COUNT = 5_000;
const TERM_SHIFT = 20;
const SENTENCE_WORDS = { min: 9, max: 26 };
const COMMA_SHARE = 0.08;

/** What prose is made of, prepared once. */
export interface Language {
  /** Invented words by rank. */
  words: string[];
  /** Draws a function word. */
  drawFunctionWord: DrawRank;
  /** Draws the rank of an invented word. */
  drawWord: DrawRank;
  /** Draws a word's place among the words of a topic. */
  drawTopicWord: DrawRank;
  /** Draws a term that has initials. */
  drawTerm: DrawRank;
  /** The vocabulary of topics. */
  tags: Tag[];
}

/** What a text is to be. */
export interface TextWish {
  /** Words as a reader counts them, phrases included. */
  words: number;
  /** Places in the vocabulary of the topics it is about; may be empty. */
  topics: number[];
  /** Phrases that stand in it, word for word, at places that chance decides. Together no longer than the text. */
  phrases?: string[];
}

/** Prepares a language that speaks of these topics. */
export function createLanguage(tags: Tag[]): Language {
  return {
    words: listInventedWords(),
    drawFunctionWord: createZipf(FUNCTION_WORDS.length, FUNCTION_EXPONENT, FUNCTION_SHIFT),
    drawWord: createZipf(WORD_COUNT, WORD_EXPONENT, WORD_SHIFT),
    drawTopicWord: createZipf(TOPIC_WORD_COUNT, 1, TOPIC_WORD_SHIFT),
    drawTerm: createZipf(TERM_COUNT, 1, TERM_SHIFT),
    tags,
  };
}

/** A name by which texts call a topic: its label or one of its aliases. */
export function nameTopic(random: Random, tag: Tag): string {
  return random.pick([tag.label.toLowerCase(), ...tag.aliases]);
}

/** A term of two to four words, `bogan dafen kimar`, and its initials; the same rank gives the same term. */
export function spellTerm({ words }: Language, rank: number): { long: string; short: string } {
  const first = FIRST_TOPIC_RANK + rank * 4;
  const long = words.slice(first, first + 2 + (rank % 3));
  return { long: long.join(" "), short: long.map((word) => word.charAt(0).toUpperCase()).join("") };
}

/** A title in capitals and small letters, without a full stop; now and then a name and a colon lead it. */
export function writeTitle(language: Language, random: Random, wish: TextWish): string {
  const units = arrangeUnits(language, random, wish);
  const words = units.flatMap((unit) => unit.split(" "));
  const hasName = words.length > 4 && random.chance(0.3) && !(units[0] ?? "").includes(" ");
  return words
    .map((word, index) => {
      const isSmall = index > 0 && !(hasName && index === 1) && isFunctionWord(word);
      return (isSmall ? word : capitalize(word)) + (hasName && index === 0 ? ":" : "");
    })
    .join(" ");
}

/** Sentences of 9 to 26 words; the last may be shorter or longer. */
export function writeProse(language: Language, random: Random, wish: TextWish): string {
  const units = arrangeUnits(language, random, wish);
  const sentences: string[] = [];
  while (units.length > 0) {
    const wanted = random.integer(SENTENCE_WORDS.min, SENTENCE_WORDS.max);
    const isLast = units.length - wanted < SENTENCE_WORDS.min;
    sentences.push(punctuate(random, units.splice(0, isLast ? units.length : wanted)));
  }
  return sentences.join(" ");
}

/** One sentence, however long. */
export function writeSentence(language: Language, random: Random, wish: TextWish): string {
  return punctuate(random, arrangeUnits(language, random, wish));
}

/** Words and phrases in order, a phrase being one unit. */
function arrangeUnits(language: Language, random: Random, { words, topics, phrases = [] }: TextWish): string[] {
  const own = words - phrases.reduce((sum, phrase) => sum + phrase.split(" ").length, 0);
  const said: string[] = [];
  const units = Array.from({ length: Math.max(0, own) }, () => {
    if (random.chance(FUNCTION_SHARE)) return FUNCTION_WORDS[language.drawFunctionWord(random)] ?? "";
    const word =
      said.length > 0 && random.chance(REPEATED_SHARE) ? random.pick(said) : drawWord(language, random, topics);
    said.push(word);
    return inflect(word, random);
  });
  for (const phrase of phrases) units.splice(random.integer(0, units.length), 0, phrase);
  return units;
}

function drawWord({ words, drawWord, drawTopicWord, tags }: Language, random: Random, topics: number[]): string {
  if (topics.length === 0 || !random.chance(TOPIC_WORD_SHARE)) return words[drawWord(random)] ?? "";
  const place = drawTopicWord(random);
  return words[(FIRST_TOPIC_RANK + place * tags.length + random.pick(topics)) % WORD_COUNT] ?? "";
}

/** A large first letter, a few commas, a full stop. */
function punctuate(random: Random, units: string[]): string {
  const text = units.map((unit, index) => {
    const hasComma = index > 1 && index < units.length - 3 && random.chance(COMMA_SHARE);
    return hasComma ? `${unit},` : unit;
  });
  return `${capitalize(text.join(" "))}.`;
}
