/**
 * A field of names -> each name as it is written there. BibTeX parts names with "and"; people also part them with commas,
 * semicolons and `&`, as in other lists, and that is read where it is sure.
 */
import { MOST_CHARACTERS } from "#lib/content/bounds.ts";
import { readBraces } from "#lib/latex/braces.ts";
import { isDegree } from "#lib/latex/name-marks.ts";
import { isGroupName, isNameSuffix, isParticle } from "#lib/papers/author.ts";
import { readTexName } from "./tex.ts";

/** What stands between two "and". */
export interface ListItem {
  /** How it is written. */
  found: string;
  /** The names in it, each in TeX. */
  sources: string[];
  /** `several`: something else than "and" stood between those names; `joined`: it is one name, and may be several. */
  doubt?: "several" | "joined";
}

/** What ends a list instead of its last names: `others`, `many others`, `...` */
const OTHERS = String.raw`(?:(?:many|several|numerous|\d+) (?:others|more)|others|\.\.\.|…|\\l?dots)[}.\s]*$`;
const WHOLE_OTHERS = new RegExp(`^[{\\s]*${OTHERS}`, "i");
const OTHERS_BEHIND = new RegExp(`(?<=[,;&/|+]) ?(?:and |& )?${OTHERS}`, "i");

/** Splits a list of names, its spaces single. `hasMore`: "others" stands at its end. */
export function splitNameList(list: string): { items: ListItem[]; hasMore: boolean } {
  const plain = list.replace(/\{\\&\}|\\&|&amp;/g, "&").replace(/^ ?and | and ?$/gi, "");
  const stated = splitOutside(plain, /(?: and)+ /gi);
  const named = stated.filter((source) => !WHOLE_OTHERS.test(source));
  const all = named.map((source) => source.replace(OTHERS_BEHIND, ""));
  const hasMore = named.length < stated.length || all.some((source, index) => source !== named[index]);
  const isSerial = isSerialList(all, hasMore);
  const isInverted = all.filter((source) => source.includes(",")).length > 1;
  return { items: all.map((source) => partItem(source, isSerial, isInverted)), hasMore };
}

/** More parts no list of names has that is kept: a family and a given name of each of 10,000 people. */
const MOST_PARTS = 20_000;

/** Each name of a field as it is written there; of one that is far too long its parts, which nothing looks at closely. */
export function listNameSources(value: string): string[] {
  const parts = value.split(/\sand\s|[,;&]/i);
  if (parts.length > MOST_PARTS || parts.some(({ length }) => length > MOST_CHARACTERS.name)) return parts;
  return splitNameList(value.replace(/\s+/g, " ")).items.flatMap(({ sources }) => sources);
}

/**
 * The names in what stands between two "and".
 * @param isSerial whether the commas of the list stand between people
 * @param isInverted whether another name of the list has a comma, too, as BibTeX has it
 */
function partItem(found: string, isSerial: boolean, isInverted: boolean): ListItem {
  const pieces = splitAtSigns(found);
  const all = pieces ?? [found];
  const isListed = isSerial || isSerialList(all, false);
  const sources = all.flatMap((piece) => splitAtCommas(piece, isListed, isInverted) ?? [piece]);
  if (sources.length > 1) return { found, sources, doubt: "several" };
  return { found, sources, ...((pieces === undefined || mayBeSeveral(found, isInverted)) && { doubt: "joined" }) };
}

/** Signs and words that people set between names; some organisations have them in theirs. */
const SIGN = / ?[&/|+] ?| (?:und|et) | and(?=\p{Lu}\p{Ll})/gu;
/** Those that no person's name has. */
const OPEN_SIGN = / [&/|+] /g;

/** The parts between semicolons and other signs; undefined where such a sign may belong to one name. */
function splitAtSigns(source: string): string[] | undefined {
  // What a reference to a character ends with is none.
  const parts = splitOutside(source, /(?<!&#?\w{1,10});/g).map((part) => part.replace(/^& /, ""));
  if (parts.length > 1) {
    return parts.some((part) => /\S[ ,]/.test(part))
      ? parts.flatMap((part) => splitAtSigns(part) ?? [part])
      : undefined;
  }
  const people = splitOutside(source, SIGN).map((part) => part.replace(/ ?,$/, ""));
  if (people.length > 1 && people.every(isPerson)) return people;
  return splitOutside(source, OPEN_SIGN).length > 1 ? undefined : [source];
}

/** Whether a text is the name of a person, or of several, as far as one can see, or stands in braces as one name. */
function isPerson(source: string): boolean {
  if (isBraced(source)) return true;
  const texts = splitOutside(source, /,/g).map(readTexName);
  return !texts.some(isGroupName) && (texts.length > 1 || texts.every(isWholePerson));
}

/** Initials as they follow a family name: `A.`, `J.-P. K.` */
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[ -]?)+$/u;
/** A name as medicine has it: `Example AB`. */
const FAMILY_AND_INITIALS = /^(\p{Lu}[\p{L}'’ -]*\p{Ll}) (\p{Lu}{1,3})$/u;
/** A name that initials begin: `A. B. Example`. */
const INITIALS_FIRST = /^(?:\p{Lu}\p{Ll}?\.[ -]?)+\p{Lu}[\p{L}'’-]+$/u;

/**
 * Several people between whose names commas stand: `A. Smith, B. Jones, C. Kim`, `Smith, A., Jones, B.`, or
 * `Smith A, Jones B`; undefined where it is not sure that they are people.
 */
function splitAtCommas(source: string, isListed: boolean, isInverted: boolean): string[] | undefined {
  const parts = splitOutside(source, /,/g)
    .map((part) => readTexName(part.replace(/^(?:and|&) /i, "")))
    .filter((part) => part !== "");
  if (parts.length < 2 || parts.some((part) => /[{}\\]/.test(part) || isDegree(part))) return undefined;
  const pairs = parts.flatMap((family, index) => (index % 2 === 0 ? [{ family, given: parts[index + 1] ?? "" }] : []));
  const isOfPairs = pairs.every(({ family, given }) => isInitials(given) && !isInitials(family));
  if (isOfPairs && pairs.length > 1) return pairs.map(({ family, given }) => `${family}, ${given}`);
  const brief = parts.flatMap((part) => {
    const [, family = "", initials = ""] = FAMILY_AND_INITIALS.exec(part) ?? [];
    return family === "" || isNameSuffix(initials) ? [] : [`${family}, ${initials}`];
  });
  if (brief.length === parts.length) return brief;
  if (!parts.every(isWholePerson)) return undefined;
  const isSure = parts.length > 2 || isListed || (!isInverted && parts.every((part) => INITIALS_FIRST.test(part)));
  return isSure ? parts : undefined;
}

function isInitials(part: string): boolean {
  return INITIALS.test(part) && !isNameSuffix(part);
}

/** Given and family name of one person, as far as one can see: two words or more, the last one no initial. */
function isWholePerson(part: string): boolean {
  const words = part.split(" ");
  const isFamilyFirst = isParticle(words[0] ?? "");
  return words.length > 1 && words.length < 6 && !isFamilyFirst && /\p{L}{2}/u.test(words.at(-1) ?? "");
}

/**
 * Whether a list is written as a sentence has it, commas in its first part alone: `Ann Old, Bo New and Cy Third`, or
 * `Ann Old, Bo New, and others`.
 */
function isSerialList(sources: readonly string[], hasMore: boolean): boolean {
  const [first = "", last] = sources;
  const isEnded = last === undefined ? hasMore && first.endsWith(",") : isWholePerson(readTexName(last));
  if (sources.length > 2 || !isEnded || last?.includes(",")) return false;
  const people = splitOutside(first, /,/g);
  return people.length > 1 && people.every((part) => isWholePerson(readTexName(part)));
}

/** A family name between initials of two people: `A. Example B. Sample`. */
const RESUMED = /\p{Lu}\. ?\p{Lu}\p{Ll}+ \p{Lu}\. ?\p{Lu}\p{Ll}+/u;
/** No name of a person that has no small words has more words. */
const MOST_WORDS = 5;

/** Whether one name may as well be several, which lack what parts them: `Ada Example, Bo Sample`, `A. Example B. Sample`. */
function mayBeSeveral(source: string, isInverted: boolean): boolean {
  const written = splitOutside(source, /,/g);
  if (written.length > 2 || /[{}]/.test(source)) return false;
  const parts = written.map(readTexName);
  const [first = "", second] = parts;
  if (isGroupName(first)) return false;
  const words = first.split(" ");
  if (second === undefined) return RESUMED.test(first) || (words.length > MOST_WORDS && !words.some(isSmall));
  if (isGroupName(second)) return true;
  return !isInverted && parts.every(isWholePerson) && !words.some((word) => isParticle(word) || isSmall(word));
}

function isSmall(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word);
}

/** Whether the whole name stands in braces, so that it has no parts. */
export function isBraced(source: string): boolean {
  return readBraces(source, 0)?.length === source.length - 2;
}

/** Splits a text at a separator that stands in no braces. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of text.matchAll(
    new RegExp(`\\\\[\\s\\S]|[{}]|${separator.source}`, separator.flags),
  )) {
    if (token === "{") depth += 1;
    else if (token === "}") depth -= 1;
    else if (!token.startsWith("\\") && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + token.length;
    }
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== "");
}
