/** Words, people and organisations that do not exist: pronounceable, plainly invented, each made from its rank alone. */
import type { Random } from "./random.ts";

const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "g",
  "gl",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "t",
  "tr",
  "v",
  "z",
  "zh",
];
const VOWELS = ["a", "e", "i", "o", "u"];
const CODAS = ["n", "r", "l", "x", "m", "th", "sk", "ns"];
const FAMILY_ENDINGS = [
  "mork",
  "quill",
  "vane",
  "drel",
  "fenn",
  "zorn",
  "plume",
  "tarn",
  "wick",
  "vosk",
  "lund",
  "bry",
];
const ORGANIZATION_KINDS = ["Institute", "Lab", "University", "Research", "Works", "Collective", "AI"];

const SYLLABLES = ONSETS.length * VOWELS.length;
/** Words of two syllables, which the commonest invented words are. */
const SHORT_WORDS = 2_000;
const SHORT_SPACE = SYLLABLES ** 2 * CODAS.length;
const LONG_SPACE = SYLLABLES ** 3 * CODAS.length;
/**
 * The golden section of each space, sharing no factor with it: going through a space in such steps
 * meets every place once, and places met one after the other lie far apart.
 */
const SHORT_STEP = 49_443;
const LONG_STEP = 4_944_271;

/** How many invented words there are. */
export const WORD_COUNT = 100_000;
/** The commonest words of English, most often said first, so that what leaves out stop words has something to do. */
export const FUNCTION_WORDS: readonly string[] =
  "the of and to a in we is for that with on by as are this our from it can be an which at these show not than or more".split(
    " ",
  );

/** The word of a rank from 0 to WORD_COUNT - 1, lower case, without an ending. No two ranks share one. */
function inventWord(rank: number): string {
  if (rank < SHORT_WORDS) return spell((rank * SHORT_STEP) % SHORT_SPACE, 2);
  return spell((rank * LONG_STEP) % LONG_SPACE, 3);
}

/** All invented words in order of rank. */
export function listInventedWords(): string[] {
  return Array.from({ length: WORD_COUNT }, (_, rank) => inventWord(rank));
}

/** Syllables and a consonant behind them, for a place in the space of such words. */
function spell(place: number, syllables: number): string {
  const first = Math.floor(place / CODAS.length);
  const stem = Array.from({ length: syllables }, (_, index) => spellSyllable(Math.floor(first / SYLLABLES ** index)));
  return stem.join("") + (CODAS[place % CODAS.length] ?? "");
}

function spellSyllable(place: number): string {
  const onset = ONSETS[place % ONSETS.length] ?? "";
  return onset + (VOWELS[Math.floor(place / ONSETS.length) % VOWELS.length] ?? "");
}

/** How many given and family names there are; both primes, so that all pairs come before any comes again. */
const GIVEN_NAMES = 9_001;
const FAMILY_NAMES = 2_503;

/** The person of a rank from 0 on, such as `Zavon Tremork`. No two of the first million ranks share a name. */
export function inventPerson(rank: number): string {
  // Behind the places of the words: a name is seldom a word as well.
  const given = spell(((SHORT_WORDS + (rank % GIVEN_NAMES)) * SHORT_STEP) % SHORT_SPACE, 2);
  return `${capitalize(given)} ${capitalize(spellFamily(rank % FAMILY_NAMES))}`;
}

function spellFamily(place: number): string {
  const head = Math.floor(place / FAMILY_ENDINGS.length);
  const syllables = head < SYLLABLES ? [head] : [Math.floor(head / SYLLABLES), head];
  return syllables.map(spellSyllable).join("") + (FAMILY_ENDINGS[place % FAMILY_ENDINGS.length] ?? "");
}

/** The organisation of a rank from 0 on, such as `Zavon Institute` with the id `zavon-institute`. */
export function inventOrganization(rank: number): { id: string; name: string } {
  const kind = ORGANIZATION_KINDS[rank % ORGANIZATION_KINDS.length] ?? "";
  const name = `${capitalize(spell(((rank + 1) * SHORT_STEP) % SHORT_SPACE, 2))} ${kind}`;
  return { id: name.toLowerCase().replaceAll(" ", "-"), name };
}

/** The text with its first letter large. */
export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Endings that a search engine takes off again, as English has them. */
const ENDINGS = { s: 0.06, ed: 0.036, ing: 0.036 } as const;

/** The word as it stands in a sentence: now and then with an ending. */
export function inflect(word: string, random: Random): string {
  let place = random.next();
  for (const [ending, share] of Object.entries(ENDINGS)) {
    if (place < share) return word + ending;
    place -= share;
  }
  return word;
}

/** Whether the word is one of the small ones that stand in lower case inside a title. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.includes(word);
}
