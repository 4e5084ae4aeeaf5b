/**
 * The names in a field of BibTeX, told apart, their parts as the writer states them: `Given Family`, `Family, Given` and
 * `Family, Jr., Given`, with "and" between names (https://ctan.org/pkg/bibtex, btxdoc, "Names").
 */
import { isDeepStrictEqual } from "node:util";
import type { PaperRecord } from "#lib/content/record.ts";
import { readBraces } from "#lib/latex/braces.ts";
import { cleanName } from "#lib/latex/clean.ts";
import { dropNumbers, isDegree } from "#lib/latex/name-marks.ts";
import { isNameSuffix, isParticle, joinName, type NameParts, splitName } from "#lib/papers/author.ts";
import { readTexTitle } from "./tex.ts";

/** A name that is not written as BibTeX has it. */
export interface NameDoubt {
  /** `unclear`: it was left out; `several`: it was read as several names; `cut`: it seems to be a part of one. */
  doubt: "unclear" | "several" | "cut";
  /** How it is written. */
  found: string;
}

/** The names of a field. */
export interface TexNames {
  /** Names in their order, as records have them. */
  names: string[];
  /** Parts of those that would be taken apart in another way. */
  parts: NonNullable<PaperRecord["nameParts"]>;
  /** Whether there are more, since "and others" ends the list, or a name was left out. */
  hasMore: boolean;
  /** What should be looked at. */
  doubts: NameDoubt[];
}

/** `et al.` at the end of a list, and what sets it apart from the names. */
const ET_AL = /(?<![\p{L}\p{N}])et\.?[ ~]?al\.?[ {}.]*$/iu;
const BEFORE_ET_AL = /(?<![ ,{~])(?:[ ,{~]|\\(?:it|em|emph|textit)(?![a-z]))+$/i;

/** Reads the names of a field. Of a name that is in doubt only that name is left out. */
export function readTexNames(value: string): TexNames {
  const text = dropNumbers(value.replace(/\s+/g, " "));
  const end = text.search(ET_AL);
  const list = end < 0 ? text : text.slice(0, end).replace(BEFORE_ET_AL, "");
  const sources = splitOutside(list.replace(/^ ?and | and ?$/gi, ""), /(?: and)+ /gi);
  const read: Reading = { names: [], stated: new Map(), hasMore: end >= 0, doubts: [] };
  const isSerial = isSerialList(sources);
  for (const source of sources) {
    if (/^[{\s]*others[}\s]*$/i.test(source)) read.hasMore = true;
    else readSource(source, isSerial, read);
  }
  const { stated, ...names } = read;
  return { ...names, parts: [...stated.values()] };
}

/** The names read so far, and by name the parts that were stated. */
type Reading = Omit<TexNames, "parts"> & { stated: Map<string, TexNames["parts"][number]> };

function readSource(source: string, isSerial: boolean, read: Reading): void {
  const found = isSerial && source.includes(",") ? undefined : readName(source);
  const people = found === undefined ? readPeople(source) : [found];
  if (people === undefined) {
    read.hasMore = true;
    read.doubts.push({ doubt: "unclear", found: source });
    return;
  }
  if (people.length > 1) read.doubts.push({ doubt: "several", found: source });
  if (people.length === 1 && people[0]?.given === "" && !source.includes(",") && people[0].particle !== undefined) {
    read.doubts.push({ doubt: "cut", found: source });
  }
  for (const parts of people) addName(parts, read);
}

function addName(parts: NameParts, read: Reading): void {
  const name = joinName(parts);
  if (!/[\p{L}\p{N}]/u.test(name)) return;
  read.names.push(name);
  if (isDeepStrictEqual(splitName(name), parts)) return;
  const { family, given, ...others } = parts;
  read.stated.getOrInsert(name, { name, family, ...(given !== "" && { given }), ...others });
}

/** One name in its parts; undefined when its commas leave them open. */
function readName(source: string): NameParts | undefined {
  if (isWhole(source)) return { family: readPart(source), given: "" };
  const [first = "", ...others] = splitOutside(source, /,/g)
    .map(readPart)
    .filter((part) => part !== "");
  const behind = first.includes(" ") || others.length > 1 ? others.filter((part) => !isDegree(part)) : others;
  const [second, third] = behind;
  if (/[{}\\]/.test(first) || behind.length > 2) return undefined;
  if (second === undefined) return readPlain(source, first);
  if (third !== undefined) {
    if (isNameSuffix(second)) return invert(first, third, second);
    return isNameSuffix(third) ? invert(first, second, third) : undefined;
  }
  return isNameSuffix(second) ? { ...splitName(first), suffix: second } : invert(first, second);
}

/** Whether the whole name stands in braces, so that it has no parts. */
function isWhole(source: string): boolean {
  return readBraces(source, 0)?.length === source.length - 2;
}

/** A part of a name as text. */
function readPart(source: string): string {
  const text = cleanName(source);
  return /[\\{}]/.test(text) ? cleanName(readTexTitle(source)) : text;
}

/** A name without commas; a family name of several words may stand in braces at its end. */
function readPlain(source: string, text: string): NameParts {
  const [, given, family = ""] = /^([^{}]*\S) \{([^{}\\]+)\}$/.exec(source) ?? [];
  if (given === undefined || !/. ./s.test(family)) return splitName(text);
  return invert(readPart(family), readPart(given));
}

/**
 * `Family, Given` with its suffix. Small words before a family name are its particle; a particle may also stand behind
 * the given name (`Plas, Lonneke van der`), and a suffix behind either.
 */
function invert(familySource: string, givenSource: string, statedSuffix?: string): NameParts {
  const family = familySource.split(" ");
  const given = givenSource.split(" ");
  const atEnd = [family, given].find(
    (words) => words.length > 1 && /^(?:[JS]r\.?|I{2,3}|IV)$/.test(words.at(-1) ?? ""),
  );
  const suffix = statedSuffix ?? atEnd?.pop();
  const small = family.findIndex((word) => !/^['’]?\p{Ll}/u.test(word));
  const particle = family.splice(0, small === -1 ? family.length - 1 : small);
  const moved = given.findLastIndex((word) => !isSmallParticle(word)) + 1;
  if (moved > 0) particle.unshift(...given.splice(moved));
  const isElided = /(?<!\S)(?:(?:[dlst]|dell|dall|nell|sull)['’]|['’]?\p{Ll}{1,3}-)$/u.test(particle.at(-1) ?? "");
  if (isElided) family[0] = `${particle.pop() ?? ""}${family[0] ?? ""}`;
  return {
    family: family.join(" "),
    given: given.join(" "),
    ...(particle.length > 0 && { particle: particle.join(" ") }),
    ...(suffix !== undefined && { suffix }),
  };
}

function isSmallParticle(word: string): boolean {
  return /^['’]?\p{Ll}/u.test(word) && (isParticle(word) || /^\p{Ll}+['’]$/u.test(word));
}

/** Initials as they follow a family name: `A.`, `J.-P. K.` */
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[ -]?)+$/u;

/**
 * Several people between whose names commas stand: `A. Smith, B. Jones, C. Kim`, or `Smith, A., Jones, B.`; undefined
 * where it is not sure that they are names.
 */
function readPeople(source: string): NameParts[] | undefined {
  const parts = splitOutside(source, /,/g)
    .map((part) => readPart(part.replace(/^\s*(?:and|&)\s/i, "")))
    .filter((part) => part !== "");
  if (parts.some((part) => /[{}\\]/.test(part))) return undefined;
  const pairs = parts.flatMap((family, index) => (index % 2 === 0 ? [{ family, given: parts[index + 1] ?? "" }] : []));
  if (pairs.every(({ family, given }) => INITIALS.test(given) && !INITIALS.test(family))) {
    return pairs.map(({ family, given }) => invert(family, given));
  }
  return parts.length > 1 && parts.every(isWholePerson) ? parts.map(splitName) : undefined;
}

/** Given and family name of one person, as far as one can see: two words or more, the last one no initial. */
function isWholePerson(part: string): boolean {
  const words = part.split(" ");
  const isFamilyFirst = isParticle(words[0] ?? "");
  return words.length > 1 && words.length < 6 && !isFamilyFirst && /\p{L}{2}/u.test(words.at(-1) ?? "");
}

/** Whether a list is written as a sentence has it: `Ann Old, Bo New and Cy Third`, commas in its first part alone. */
function isSerialList(sources: readonly string[]): boolean {
  const [first = "", last = ""] = sources;
  if (sources.length !== 2 || last.includes(",") || !isWholePerson(readPart(last))) return false;
  const people = splitOutside(first, /,/g).map(readPart);
  return people.length > 1 && people.every((part) => isWholePerson(part) && !isDegree(part) && !isNameSuffix(part));
}

/** Splits a text at a separator that stands in no braces. */
function splitOutside(text: string, separator: RegExp): string[] {
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
