/** Words, people and organisations that do not exist: pronounceable, plainly invented, each made from its rank alone. */

/** The commonest words of English, so that what leaves out stop words or stems words has something to do. */
const FUNCTION_WORDS =
  "the of and to a in we is for that with on by as are this our from it can be an which at these show not than or more".split(
    " ",
  );
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

/** How many words there are. */
export const WORD_COUNT = 60_000;
/** How many of them, the first ranks, are function words of English and not invented. */
export const FUNCTION_WORD_COUNT = FUNCTION_WORDS.length;

/** The word of a rank from 0 to WORD_COUNT - 1, lower case. No two ranks share one. */
export function inventWord(rank: number): string {
  const common = FUNCTION_WORDS[rank];
  if (common !== undefined) return common;
  const place = rank - FUNCTION_WORD_COUNT;
  if (place < SHORT_WORDS) return spell((place * SHORT_STEP) % SHORT_SPACE, 2);
  return spell((place * LONG_STEP) % LONG_SPACE, 3);
}

/** All words in order of rank. */
export function listWords(): string[] {
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

/** The person of a rank from 0 on, such as `Zavon Tremork`. No two of the first million ranks share a name. */
export function inventPerson(rank: number): string {
  const given = spell((rank * SHORT_STEP) % SHORT_SPACE, 2);
  // Given names come round again; the family's syllable is then another one.
  const family = spellSyllable(rank + Math.floor(rank / SHORT_SPACE));
  return `${capitalize(given)} ${capitalize(family)}${FAMILY_ENDINGS[rank % FAMILY_ENDINGS.length] ?? ""}`;
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

/** Whether the word is one of the small ones that stand in lower case inside a title. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.includes(word);
}
