/** How readers see the name of an organisation, of which sources often know no more than a login. */

/** Words of which organisations' names are made: with one of them a name in small letters can be told from a login. */
const KNOWN = new Set(
  "academy ai center centre co college company corp corporation department foundation group inc institute lab laboratory labs limited ltd nlp research robotics school studio systems team technologies technology univ university".split(
    " ",
  ),
);
/** Abbreviations. */
const LARGE = new Set("ai cv llm ml nlp rl uk us usa".split(" "));
/** Words in small letters, with spaces or hyphens between them; a point or comma ends a word, as in `co., ltd.`, and is not within one. */
const SMALL_NAME = /^\p{Ll}+(?:[.,]*[\s-]+\p{Ll}+)*\.?$/u;
/** Words that stay small within a name. */
const SMALL = new Set("a an and at for in of on the".split(" "));

/**
 * The name as it is shown: one in small letters gets its large ones, and spaces for hyphens, where that is sure, which is
 * in a single word, and where a word says that it is a name. What has large letters, digits or abbreviations that
 * nobody knows stays as its source has it.
 */
export function showOrganizationName(name: string): string {
  const trimmed = name.replace(/(?<!_)_+$/, "").trim() || name;
  if (!SMALL_NAME.test(trimmed)) return trimmed;
  const words = trimmed.split(/[\s-]+/);
  const plain = words.map((word) => word.replace(/(?<![.,])[.,]+$/, ""));
  const isSure = words.length === 1 ? trimmed.length > 3 : plain.some((word) => KNOWN.has(word));
  if (!isSure || plain.some(isUnknownAbbreviation)) return trimmed;
  return words.map((word, index) => (index > 0 && SMALL.has(word) ? word : enlarge(word))).join(" ");
}

function isUnknownAbbreviation(word: string): boolean {
  return !LARGE.has(word) && !SMALL.has(word) && !KNOWN.has(word) && !/[aeiouy]/.test(word);
}

function enlarge(word: string): string {
  return LARGE.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

/** Of the names that records give one organisation, the newest first, the first that is not its login. */
export function chooseOrganizationName(id: string, names: readonly string[]): string {
  return names.find((name) => name !== id) ?? id;
}
