/**
 * The names in a field of BibTeX, told apart, their parts as the writer states them: `Given Family`, `Family, Given` and
 * `Family, Jr., Given`, with "and" between names (https://ctan.org/pkg/bibtex, btxdoc, "Names").
 */
import { isDeepStrictEqual } from "node:util";
import type { PaperRecord } from "#lib/content/record.ts";
import { dropNumbers, isDegree } from "#lib/latex/name-marks.ts";
import { isNameSuffix, isParticle, joinName, type NameParts, splitName } from "#lib/papers/author.ts";
import { isBraced, splitNameList, splitOutside } from "./name-list.ts";
import { readTexName } from "./tex.ts";

/** A name that is not written as BibTeX has it. */
export interface NameDoubt {
  /**
   * `unclear`: it was left out; `several`: it was read as several names; `joined`: it was read as one, and may be several;
   * `cut`: it seems to be a part of one.
   */
  doubt: "unclear" | "several" | "joined" | "cut";
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
const BEFORE_ET_AL = /(?<![ ,{~]|\\(?:it|em|emph|textit))(?:[ ,{~]|\\(?:it|em|emph|textit)(?![a-z]))+$/i;

/** Reads the names of a field. Of a name that is in doubt only that name is left out. */
export function readTexNames(value: string): TexNames {
  const text = dropNumbers(value.replace(/\s+/g, " "));
  const end = text.search(ET_AL);
  const list = end < 0 ? text : text.slice(0, end).replace(BEFORE_ET_AL, "");
  const { items, hasMore } = splitNameList(list);
  const read: Reading = { names: [], stated: new Map(), hasMore: hasMore || end >= 0, doubts: [] };
  for (const { found, sources, doubt } of items) {
    const before = read.doubts.length;
    for (const source of sources) readSource(source, read);
    // What is left out is told as such alone.
    if (doubt === "several" || (doubt !== undefined && read.doubts.length === before))
      read.doubts.push({ doubt, found });
  }
  const { stated, ...names } = read;
  return { ...names, parts: [...stated.values()] };
}

/** The names read so far, and by name the parts that were stated. */
type Reading = Omit<TexNames, "parts"> & { stated: Map<string, TexNames["parts"][number]> };

function readSource(source: string, read: Reading): void {
  const parts = readName(source);
  if (parts === undefined) {
    read.hasMore = true;
    read.doubts.push({ doubt: "unclear", found: source });
    return;
  }
  if (parts.given === "" && !source.includes(",") && parts.particle !== undefined) {
    read.doubts.push({ doubt: "cut", found: source });
  }
  addName(parts, read);
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
  if (isBraced(source)) return { family: readTexName(source), given: "" };
  const [first = "", ...others] = splitOutside(source, /,/g)
    .map(readTexName)
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

/** A name without commas; a family name of several words may stand in braces at its end. */
function readPlain(source: string, text: string): NameParts {
  const [, given, family = ""] = /^([^{}]*\S) \{([^{}\\]+)\}$/.exec(source) ?? [];
  if (given === undefined || !/. ./s.test(family)) return splitName(text);
  return invert(readTexName(family), readTexName(given));
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
