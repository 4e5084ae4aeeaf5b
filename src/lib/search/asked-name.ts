/** A question as the name of a person, in all ways in which it can be read as one, and whether an author bears it. */
import { countEdits } from "../edit-distance.ts";
import { splitName } from "../papers/author.ts";
import { dropParticles, foldNameParts } from "./author-keys.ts";

/** A name as it was asked for; its parts are folded. */
export interface AskedName {
  /** Parts of the family name, without particles. */
  family: string[];
  /** Parts of the given names, some of them initials; none where only a family name is asked for. */
  given: string[];
}

/** Words of the longest name. */
const LONGEST_NAME = 6;
/** What stands behind a family name and tells no names apart. */
const LINEAGE = /^(?:jr|sr|ii|iii|iv|[234](?:nd|rd|th))\.?$/i;
/** Letters of a part that one, or two, may be wrong of. */
const LETTERS_FOR_ONE = 4;
const LETTERS_FOR_TWO = 8;

/** Whether a text can be a name at all: a few words of letters, and nothing that is said to a search. */
export function mayBePerson(text: string): boolean {
  return (
    !/[^\p{L}\p{M}\s.,'’‘ʻʼ`´\p{Pd}]|(?:^|\s)\p{Pd}/u.test(text) && text.trim().split(/\s+/).length <= LONGEST_NAME
  );
}

/** The ways to read a text as a name: given names first, or the family name first, with a comma or without one. */
export function readAskedNames(text: string): AskedName[] {
  if (!mayBePerson(text)) return [];
  const pieces = text.split(",").map((piece) =>
    piece
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "" && !LINEAGE.test(word)),
  );
  const [first = [], ...rest] = pieces.filter((piece) => piece.length > 0);
  if (rest.length > 0) return [makeAsked(first, rest.flat())].filter(isName);
  const names = first
    .slice(1)
    .flatMap((_, index) => [
      makeAsked(first.slice(index + 1), first.slice(0, index + 1)),
      makeAsked(first.slice(0, index + 1), first.slice(index + 1)),
    ]);
  return (names.length === 0 ? [makeAsked(first, [])] : names).filter(isName);
}

function makeAsked(family: readonly string[], given: readonly string[]): AskedName {
  return {
    family: dropParticles(foldNameParts(family.join(" "))),
    given: dropParticles(foldNameParts(given.join(" "))),
  };
}

/** A family name is no initial. */
function isName({ family }: AskedName): boolean {
  return family.length > 0 && family.every(isWhole);
}

function isWhole(part: string): boolean {
  return [...part].length > 1;
}

/** Whether given names are asked for by initials. */
export function hasInitial({ given }: AskedName): boolean {
  return given.some((part) => !isWhole(part));
}

/** Whether an author's name is the one that is asked for, or, where `isAlike` is said, nearly so. */
export function isAuthor(name: string, { family, given }: AskedName, isAlike = false): boolean {
  const isSame = isAlike ? isNearly : (a: string, b: string): boolean => a === b;
  const parts = splitName(name);
  const own = dropParticles(foldNameParts(parts.family));
  const before = foldNameParts(parts.given);
  if (given.length === 0) return holdsFamily(own, family, isSame);
  // Of two family names the first may be taken for a given one.
  const all = [...before, ...own];
  const start = all.length - family.length;
  if (start > 0 && family.every((part, index) => isSame(all[start + index] ?? "", part))) {
    return fitsGiven(all.slice(0, start), given, isSame);
  }
  return holdsFamily(own, family, isSame) && fitsGiven(before, given, isSame);
}

/** Whether a family name is the one asked for, or begins so: one of two is enough. */
function holdsFamily(
  own: readonly string[],
  asked: readonly string[],
  isSame: (a: string, b: string) => boolean,
): boolean {
  const holds = (start: number): boolean => asked.every((part, index) => isSame(own[start + index] ?? "", part));
  return holds(0) || holds(own.length - asked.length);
}

/**
 * Whether given names are those that are asked for, in their order. Initials of middle names may be left out, and behind
 * initials all that follows.
 */
function fitsGiven(
  own: readonly string[],
  asked: readonly string[],
  isSame: (a: string, b: string) => boolean,
): boolean {
  let place = 0;
  for (const part of asked) {
    const isMeant = (name: string): boolean => (isWhole(part) ? isSame(name, part) : name.startsWith(part));
    while (place < own.length && !isMeant(own[place] ?? "")) {
      if (isWhole(own[place] ?? "")) return false;
      place += 1;
    }
    if (place === own.length) return false;
    place += 1;
  }
  return own.slice(place).every((name) => !isWhole(name)) || asked.every((part) => !isWhole(part));
}

/** Whether a word is another with a letter wrong, in long ones two. */
function isNearly(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < LETTERS_FOR_ONE) return false;
  const most = shorter < LETTERS_FOR_TWO ? 1 : 2;
  return countEdits(a, b, most) <= most;
}
